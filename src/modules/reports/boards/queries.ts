import type { Role } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { CardQuestion, cardPeriods, drawings } from './contract.ts'
import type { Card, Standing } from './rules.ts'

/** Boards with rows; a removed one is told of, so that the one that came with Linli does not stand instead of it. */
export type Kept = Standing & { removed: boolean }

export async function keptBoards(tx: Tx, ids?: readonly string[]): Promise<Kept[]> {
  const rows = await tx
    .selectFrom('board as b')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'b.tenantId').onRef('o.id', '=', 'b.organizationId'),
    )
    .$if(ids !== undefined, (query) => query.where('b.id', 'in', [...(ids ?? [])]))
    .select([
      'b.id',
      'b.nameEn',
      'b.nameZh',
      'b.role',
      'b.removedAt',
      'o.id as scopeId',
      'o.name as scopeName',
      'o.path',
    ])
    .orderBy('b.position')
    .orderBy('b.id')
    .execute()
  const cards = await cardsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, nameEn, nameZh, role, removedAt, scopeId, scopeName, path }) => ({
    id,
    name: [nameEn, nameZh],
    role: role as Role | null,
    scope: scopeId && scopeName && path ? { id: scopeId, name: scopeName, path } : null,
    removed: removedAt !== null,
    kept: true,
    cards: cards.get(id) ?? [],
  }))
}

async function cardsOf(tx: Tx, boardIds: readonly string[]): Promise<ReadonlyMap<string, Card[]>> {
  if (boardIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('boardCard')
    .where('boardId', 'in', [...boardIds])
    .where('removedAt', 'is', null)
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute()
  const cards = Map.groupBy(rows, ({ boardId }) => boardId)
  return new Map([...cards].map(([boardId, all]) => [boardId, all.map(cardOf)]))
}

type Row = {
  id: string
  indicatorId: string | null
  question: string | null
  drawn: string
  partsBy: string | null
  period: string
  width: number
}

/** The database's own checks hold what may stand in these columns. */
const cardOf = ({ id, indicatorId, question, drawn, partsBy, period, width }: Row): Card => ({
  id,
  question: CardQuestion.parse(
    indicatorId ? { indicator: indicatorId } : Object.fromEntries(new URLSearchParams(question ?? '')),
  ),
  drawn: drawings.find((one) => one === drawn) ?? 'card',
  by: partsBy,
  period: cardPeriods.find((one) => one === period) ?? 'thisYear',
  width: width === 2 ? 2 : 1,
})

export const holdBoard = (tx: Tx, id: string) =>
  tx.selectFrom('board').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

type Fields = { nameEn: string; nameZh: string; role: string | null; organizationId: string | null }

/** Behind all others. One that somebody else has just made a row of stays as it is. */
export const insertBoard = (tx: Tx, row: Fields & { id: string }) =>
  tx
    .insertInto('board')
    .values((the) => ({
      ...row,
      position: the
        .selectFrom('board')
        .select((from) => from.fn.coalesce(from.fn.max('position'), from.lit(0)).as('n')),
    }))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()

export const updateBoard = (tx: Tx, id: string, fields: Partial<Fields> & { removedAt?: Date | null }) =>
  tx.updateTable('board').set(fields).where('id', '=', id).execute()

const inOneLine = (question: object): string =>
  new URLSearchParams(Object.entries(question).filter(([, value]) => value !== undefined)).toString()

export const insertCards = (tx: Tx, boardId: string, cards: readonly Card[], from: number) =>
  tx
    .insertInto('boardCard')
    .values(
      cards.map(({ id, question, drawn, by, period, width }, i) => ({
        id,
        boardId,
        indicatorId: 'indicator' in question ? question.indicator : null,
        question: 'indicator' in question ? null : inOneLine(question),
        drawn,
        partsBy: by,
        period,
        width,
        position: from + i,
      })),
    )
    .execute()

/** Cards that were removed keep their place, so that they come back to it. */
export const lastPosition = async (tx: Tx, boardId: string): Promise<number> => {
  const row = await tx
    .selectFrom('boardCard')
    .where('boardId', '=', boardId)
    .select((from) => from.fn.max('position').as('last'))
    .executeTakeFirst()
  return row?.last ?? -1
}

export const cardOn = (tx: Tx, boardId: string, id: string) =>
  tx.selectFrom('boardCard').where('boardId', '=', boardId).where('id', '=', id).selectAll().executeTakeFirst()

type CardFields = { drawn: string; partsBy: string | null; period: string; width: number; position: number }

export const updateCard = (tx: Tx, id: string, fields: Partial<CardFields> & { removedAt?: Date | null }) =>
  tx.updateTable('boardCard').set(fields).where('id', '=', id).execute()
