import type { Context } from '../../../../platform/context.ts'
import { wallClock } from '../../../../platform/zone.ts'
import type { Question } from '../../../indicators/contract.ts'
import { parsePeriod, periodWords } from '../../../indicators/period/rules.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import type { Ask, Binding, CellBinding, Content, FilledCell, SentenceBinding } from '../contract.ts'
import { asOfNow } from '../indicators/actions.ts'
import { recalculate } from '../package/recalculating/rules.ts'
import type { Book } from '../package/rules.ts'
import { saidIn } from '../package/sheet/rules.ts'
import { type Answer, answers, type Form } from './asking/actions.ts'

export type { Form }

import { sayGaps } from './gaps/rules.ts'
import { fillLists } from './lists/actions.ts'
import { inSentence } from './rules.ts'
import { movedCell, type Pen, penFor, placeOf, writeMark, writeSentence, writeValue } from './writing/rules.ts'

const asksOf = (binding: Binding): Ask[] => {
  const contents =
    binding.kind === 'cell'
      ? [binding.content]
      : binding.kind === 'sentence'
        ? binding.blanks.map((own) => own.content)
        : []
  return contents.flatMap((content) => (content.is === 'figure' ? [content.ask] : []))
}

/** Fills a form: everything bound is asked, written where it belongs and told with its question; the rest is told with its reason. */
export async function fillBook(
  context: Context,
  book: Book,
  kept: readonly Binding[],
  form: Form,
): Promise<FilledCell[]> {
  const bindings = await asOfNow(context, kept)
  const asks = bindings.flatMap(asksOf)
  const all = await answers(context, asks, form)
  const answerOf = new Map(asks.map((ask, i) => [ask, all[i] as Answer]))
  const words = await wordsOf(context, form)
  const pen = penFor(book)
  const told: FilledCell[] = []
  for (const binding of bindings) {
    if (binding.kind === 'cell') told.push(...fillCell(pen, binding, answerOf, words))
    else if (binding.kind === 'sentence') told.push(...fillSentence(pen, binding, answerOf, words))
  }
  const { cells: listed, growths } = await fillLists(context, pen, bindings, form)
  const everything = [
    ...told.map((cell) => ({ ...cell, cell: movedCell(cell.cell, growths.get(cell.sheet) ?? []) })),
    ...listed,
  ]
  sayGaps(book, everything, context.me.language)
  recalculate(book)
  return everything
}

type Words = Record<(Content & { is: 'word' })['word'], string | number>

async function wordsOf(context: Context, form: Form): Promise<Words> {
  const period = parsePeriod(form.period)
  const [{ figure } = { figure: null }] = (await answers(context, [anyAsk], form)).filter((own) => 'figure' in own)
  const scope = form.scope ? ((await organizationNamed(context, form.scope))?.name ?? '') : (figure?.scope.name ?? '')
  const last = period ? new Date(Date.parse(`${period.to}T00:00:00Z`) - 86_400_000).toISOString() : ''
  return {
    year: Number(last.slice(0, 4)),
    month: Number(last.slice(5, 7)),
    period: period ? periodWords(period)[context.me.language === 'en' ? 0 : 1] : form.period,
    scope,
    today: wallClock(context.now, context.me.timeZone).slice(0, 10),
  }
}
/** Whatever it counts, its scope is the largest part of the tree that the reader may count. */
const anyAsk: Ask = { fact: 'organization', measure: 'count', filter: '', scope: 'form', period: 'form' }

const placed = (binding: CellBinding | SentenceBinding): Pick<FilledCell, 'sheet' | 'cell' | 'label'> => ({
  sheet: binding.sheet,
  cell: binding.cell,
  label: binding.label,
})
const open = { value: null, question: null, link: null, written: null }

function fillCell(pen: Pen, binding: CellBinding, answerOf: Map<Ask, Answer>, words: Words): FilledCell[] {
  const { content } = binding
  if (content.is === 'hand') return [{ ...placed(binding), ...open, state: 'hand', reason: null }]
  const place = placeOf(pen.book, binding.sheet, binding.cell)
  if (!place) return [{ ...placed(binding), ...open, state: 'unfilled', reason: 'noPlace' }]
  const unfilled = (reason: FilledCell['reason'], question: Question | null = null): FilledCell[] => {
    writeMark(pen, place.sheet, place.cell)
    return [{ ...placed(binding), ...open, question, state: 'unfilled', reason }]
  }
  if (content.is === 'unknown') return unfilled('unknown')
  if (content.is === 'word') {
    const value = writeValue(pen, place.sheet, place.cell, words[content.word])
    return [{ ...placed(binding), ...open, value, state: 'filled', reason: null }]
  }
  const answer = answerOf.get(content.ask)
  if (!answer || 'refused' in answer) return unfilled(answer?.refused ?? 'notCounted')
  const { figure } = answer
  if (figure.value === null) return unfilled('nothing', figure.question as Question)
  const value = writeValue(pen, place.sheet, place.cell, figure.value, content.unit)
  return [
    {
      ...placed(binding),
      value,
      question: figure.question as Question,
      link: null,
      written: figure.definition,
      state: 'filled',
      reason: null,
    },
  ]
}

function fillSentence(pen: Pen, binding: SentenceBinding, answerOf: Map<Ask, Answer>, words: Words): FilledCell[] {
  const place = placeOf(pen.book, binding.sheet, binding.cell)
  if (!place || saidIn(place.sheet, place.cell) !== binding.text)
    return [{ ...placed(binding), ...open, state: 'unfilled', reason: 'noPlace' }]
  const told: FilledCell[] = []
  const filled: { start: number; end: number; text: string }[] = []
  for (const { start, end, content, label } of binding.blanks) {
    const at = { ...placed(binding), label: label || binding.label }
    if (content.is === 'hand') told.push({ ...at, ...open, state: 'hand', reason: null })
    else if (content.is === 'unknown') told.push({ ...at, ...open, state: 'unfilled', reason: 'unknown' })
    else if (content.is === 'word') {
      filled.push({ start, end, text: String(words[content.word]) })
      told.push({ ...at, ...open, value: words[content.word], state: 'filled', reason: null })
    } else {
      const answer = answerOf.get(content.ask)
      const figure = answer && 'figure' in answer ? answer.figure : null
      if (!figure || figure.value === null) {
        const reason = figure ? 'nothing' : answer && 'refused' in answer ? answer.refused : 'notCounted'
        told.push({ ...at, ...open, question: (figure?.question as Question) ?? null, state: 'unfilled', reason })
        continue
      }
      const text = inSentence(figure.value, content.unit, binding.text.slice(end))
      filled.push({ start, end, text })
      told.push({
        ...at,
        value: text,
        question: figure.question as Question,
        link: null,
        written: figure.definition,
        state: 'filled',
        reason: null,
      })
    }
  }
  writeSentence(pen, place.sheet, place.cell, filled)
  if (told.some(({ state }) => state === 'unfilled')) writeMark(pen, place.sheet, place.cell)
  return told
}
