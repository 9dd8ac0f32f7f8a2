import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, found } from '../../../platform/errors.ts'
import type { Words } from '../../../platform/i18n.ts'
import type { IndicatorUser } from '../../../platform/indicator.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { canEverywhere, pathsOf } from '../../organizations/rules.ts'
import type { Board, BoardRow, Saved } from './contract.ts'
import { countCards } from './counting/actions.ts'
import { boardWords } from './messages.ts'
import * as queries from './queries.ts'
import { isMine, mayChange, maySee, type Standing, startingBoards } from './rules.ts'

/** Those that came with Linli stand until an office has changed or removed them. */
async function standing({ tx }: Context, ids?: readonly string[]): Promise<Standing[]> {
  const kept = await queries.keptBoards(tx, ids)
  const known = new Set(kept.map(({ id }) => id))
  const asTheyCame = startingBoards.filter(({ id }) => !known.has(id) && (ids?.includes(id) ?? true))
  return [...asTheyCame, ...kept.filter(({ removed }) => !removed)]
}

/** A board that the asker may not see is none. */
async function seen(context: Context, id: string): Promise<Standing> {
  const board = (await standing(context, [id]))[0]
  return found(board && maySee(context.me, board) ? board : undefined)
}

const headOf = ({ me }: Context, board: Standing) => ({
  id: board.id,
  name: [...board.name] as [string, string],
  role: board.role,
  scope: board.scope && { id: board.scope.id, name: board.scope.name },
  mine: isMine(me, board),
  mayChange: mayChange(me, board),
})

const rowOf = (context: Context, board: Standing): BoardRow => ({
  ...headOf(context, board),
  cards: board.cards.length,
})

/** First those for one's own roles, then those for everybody, then those that one keeps for others. */
export async function listBoards(context: Context): Promise<BoardRow[]> {
  const all = (await standing(context)).filter((board) => maySee(context.me, board))
  const rank = (row: BoardRow) => (row.mine ? (row.role ? 0 : 1) : 2)
  return all.map((board) => rowOf(context, board)).sort((a, b) => rank(a) - rank(b))
}

export async function readBoard(
  context: Context,
  { boardId, period, scope }: { boardId: string; period?: string | undefined; scope?: string | undefined },
): Promise<Board> {
  const board = await seen(context, boardId)
  const cards = await countCards(context, board.cards, { period, scope: scope ?? board.scope?.id })
  return { ...headOf(context, board), cards, counted: context.now }
}

/** A name in one language stands in both; one that is left as it was stays in both. */
const named = (name: string, now: Words = [name, name]): Words => (now.includes(name) ? now : [name, name])

export async function keepBoard(context: Context, saved: Saved): Promise<BoardRow> {
  const { tx } = context
  const { scopeId, ...fields } = await allowed(context, saved)
  const id = newId()
  const [nameEn, nameZh] = named(fields.name)
  await queries.insertBoard(tx, { id, nameEn, nameZh, role: fields.role, organizationId: scopeId })
  return rowOf(context, found((await standing(context, [id]))[0]))
}

export async function changeBoard(
  context: Context,
  { boardId, ...saved }: Saved & { boardId: string },
): Promise<BoardRow> {
  const board = await holdBoard(context, boardId)
  const { scopeId, role, name } = await allowed(context, saved)
  const [nameEn, nameZh] = named(name, board.name)
  await queries.updateBoard(context.tx, boardId, { nameEn, nameZh, role, organizationId: scopeId })
  return rowOf(context, found((await standing(context, [boardId]))[0]))
}

/** Whom the board may be for: without a scope, the office's, or the part that the asker writes reports on. */
async function allowed(context: Context, saved: Saved): Promise<Saved> {
  const { me } = context
  const [largest] = pathsOf(me, 'writeReports').sort((a, b) => a.length - b.length)
  const own = canEverywhere(me, 'writeReports') ? null : (largest?.split('/').at(-2) ?? null)
  const scopeId = saved.scopeId ?? own
  const scope = scopeId === null ? null : await organizationNamed(context, scopeId)
  allow(mayChange(me, { scope }))
  return { ...saved, scopeId }
}

export async function removeBoard(context: Context, { boardId }: { boardId: string }): Promise<{ done: true }> {
  await holdBoard(context, boardId)
  await queries.updateBoard(context.tx, boardId, { removedAt: context.now })
  return { done: true }
}

export async function bringBackBoard(context: Context, { boardId }: { boardId: string }): Promise<{ done: true }> {
  const board = found((await queries.keptBoards(context.tx, [boardId]))[0])
  allow(mayChange(context.me, board))
  await queries.updateBoard(context.tx, boardId, { removedAt: null })
  return { done: true }
}

/** To change one: nobody else changes it meanwhile, and one that came with Linli becomes the office's own. */
export async function holdBoard(context: Context, id: string): Promise<Standing> {
  const { tx, me } = context
  const board = await seen(context, id)
  allow(mayChange(me, board))
  if (!board.kept) {
    const [nameEn, nameZh] = board.name
    const made = await queries.insertBoard(tx, { id, nameEn, nameZh, role: board.role, organizationId: null })
    if (made?.numInsertedOrUpdatedRows) await queries.insertCards(tx, id, board.cards, 0)
  }
  await queries.holdBoard(tx, id)
  return found((await standing(context, [id]))[0])
}

/** Where a changed indicator will show: on the boards that the asker sees. */
export const indicatorUsers: readonly IndicatorUser[] = [
  {
    kind: boardWords.board,
    uses: async (context, indicatorIds) => {
      const language = context.me.language === 'en' ? 0 : 1
      return (await standing(context))
        .filter((board) => maySee(context.me, board))
        .flatMap(({ id, name, cards }) => {
          const asked = new Set(cards.map(({ question }) => ('indicator' in question ? question.indicator : '')))
          const link = `/boards/${id}` as const
          return indicatorIds
            .filter((indicatorId) => asked.has(indicatorId))
            .map((indicatorId) => ({ indicatorId, title: name[language], link }))
        })
    },
  },
]
