import { merged, stretches, wordsOf } from '../../../../../platform/comparing.ts'
import type { Inline, ReportDocument } from '../../contract.ts'
import type { ComparedLine, Run } from '../contract.ts'
import { type Line, linesOf } from './lines/rules.ts'

/** Two states of a document, line by line, with the words of each that went and came. */
export const compared = (was: ReportDocument, is: ReportDocument): ComparedLine[] =>
  stretches(linesOf(was), linesOf(is), keyOf).flatMap(({ gone, come, kept }) => [
    ...exchanged(gone, come),
    ...(kept ? [asOne(kept, 'kept')] : []),
  ])

/** Is it a line that says something else than before? */
export const isChanged = ({ as }: ComparedLine): boolean => as !== 'kept'

const pieceKey = (piece: Inline): string => (piece.type === 'text' ? piece.text : JSON.stringify(piece))
const keyOf = ({ what, pieces, settings }: Line): string => JSON.stringify([what, pieces.map(pieceKey), settings])

const asOne = ({ what, under, pieces }: Line, as: 'kept' | 'added' | 'removed'): ComparedLine => ({
  as,
  what,
  under,
  runs: pieces.map((piece) => ({ as, piece })),
  settings: false,
})

/** Lines that took the place of others: those that are much alike are one line with changed words. */
function exchanged(gone: readonly Line[], come: readonly Line[]): ComparedLine[] {
  const told: ComparedLine[] = []
  let next = 0
  for (const line of come) {
    const runsWith = gone.slice(next).map((other) => (other.what === line.what ? runsOf(other, line) : null))
    const found = runsWith.findIndex((runs) => runs !== null && areAlike(runs))
    const was = gone[next + found]
    if (found < 0 || !was) {
      told.push(asOne(line, 'added'))
      continue
    }
    told.push(...gone.slice(next, next + found).map((other) => asOne(other, 'removed')))
    const { what, under, settings } = line
    told.push({ as: 'changed', what, under, runs: runsWith[found] ?? [], settings: settings !== was.settings })
    next += found + 1
  }
  return [...told, ...gone.slice(next).map((other) => asOne(other, 'removed'))]
}

const weight = (runs: readonly Run[]): number =>
  runs.reduce((sum, { piece }) => sum + (piece.type === 'text' ? piece.text.trim().length : 4), 0)

/** A third of the shorter of both is the same, or there is nothing to read on either side. */
function areAlike(runs: readonly Run[]): boolean {
  const side = (without: Run['as']) => weight(runs.filter(({ as }) => as !== without))
  const kept = weight(runs.filter(({ as }) => as === 'kept'))
  return kept * 3 >= Math.min(side('added'), side('removed'))
}

const tokensOf = ({ pieces }: Line): Inline[] =>
  pieces.flatMap((piece) =>
    piece.type === 'text' ? wordsOf(piece.text).map((text): Inline => ({ type: 'text', text })) : [piece],
  )

function runsOf(was: Line, is: Line): Run[] {
  const runs: Run[] = []
  for (const { as, one } of merged(tokensOf(was), tokensOf(is), pieceKey)) add(runs, { as, piece: one })
  return runs
}

function add(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last?.as === run.as && last.piece.type === 'text' && run.piece.type === 'text')
    runs.splice(-1, 1, { as: run.as, piece: { type: 'text', text: last.piece.text + run.piece.text } })
  else runs.push(run)
}
