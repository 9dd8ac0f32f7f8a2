import { markChanges } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Fact } from '../../../platform/facts.ts'
import type { Asked, Counted } from '../queries.ts'
import * as queries from './queries.ts'
import { type Cell, fieldsOf, isCovered, isMostlyKept, Members, matches, measured, type Range, split } from './rules.ts'

/** Which months of a fact are kept and true at the moment that the transaction sees. */
type Keeping = queries.Kept & { isKept: (month: string) => boolean }

/**
 * Answers those questions that what is kept of past months can answer, with the rows of the rest of their periods. Many parts
 * of one question are asked only where they are `mostly kept`: otherwise one read of its rows is less work.
 */
export async function countFromTallies<A extends Asked>(
  tx: Tx,
  all: readonly A[],
  which: 'any' | 'mostly kept' = 'any',
): Promise<Map<A, Counted>> {
  const counted = new Map<A, Counted>()
  for (const [fact, asked] of Map.groupBy(
    all.filter((one) => one.fact.time === 'moment'),
    ({ fact }) => fact,
  )) {
    // What this transaction itself has written is marked first.
    await markChanges(tx)
    const standing = await queries.standing(tx, fact)
    // Where nothing is kept, few questions are each answered by their own rows; many share one read of all.
    if (!standing.oneMoment || (asked.length < several && !standing.definition)) continue
    const keeping = await keepingOf(tx, fact, (asked[0] as A).timeZone, standing)
    const covered = asked.filter(
      (one) =>
        isCovered(one, keeping.shape) && (which === 'any' || isMostlyKept(one.period, one.today, keeping.isKept)),
    )
    for (const [one, value] of await countCovered(tx, keeping, covered)) counted.set(one, value)
  }
  return counted
}

const several = 3

async function keepingOf(tx: Tx, fact: Fact, timeZone: string, standing: queries.Standing): Promise<Keeping> {
  const kept = await queries.keptAs(tx, fact, timeZone)
  const { definition, countedTo, marks } = standing
  const mine = marks.filter(({ tableName }) => kept.tables.includes(tableName))
  const known = definition === kept.definition && countedTo !== null
  if (!known || mine.some(({ everything }) => everything) || (mine.length > 0 && !fact.reached))
    return { ...kept, isKept: () => false }
  const reached = new Set(mine.length > 0 ? await queries.monthsReached(tx, kept) : [])
  return { ...kept, isKept: (month) => month < countedTo && !reached.has(month) }
}

/** A question with the months of it that are kept, the rest of it, and the cells that it asks for. */
type Piece<A> = { asked: A; months: string[]; rest: Range[]; restKey: string; cells: Cell[]; fields: string[] }

const at = (path: string, month: string): string => `${path} ${month}`

/** What several questions need of one fact is read together. */
async function countCovered<A extends Asked>(tx: Tx, keeping: Keeping, all: readonly A[]): Promise<Map<A, Counted>> {
  const pieces = all.map((asked): Piece<A> => {
    const { months, rest } = split(asked.period, asked.today, keeping.isKept)
    const restKey = rest.length > 0 ? `${asked.path} ${rest.map(({ from, to }) => `${from}..${to}`)}` : ''
    return { asked, months, rest, restKey, cells: [], fields: fieldsOf(asked) }
  })
  const [paths, months] = whatIsKept(pieces)
  const kept = Map.groupBy(months.length > 0 ? await queries.tallies(tx, keeping, paths, months) : [], (row) =>
    at(row.path, row.month),
  )
  const live = await ofEachRest(pieces, (asked, ranges) => queries.cells(tx, keeping, { ...asked, ranges }))
  for (const piece of pieces) {
    const rows = [...rowsOf(piece, kept), ...(live.get(piece.restKey) ?? [])]
    piece.cells = rows
      .filter(({ combination }) => matches(piece.asked, keeping.shape, combination))
      .map((row) => ({ ...row, sums: row.sums.map(Number) }))
  }
  const sizes = await sizesOf(tx, keeping, pieces)
  return new Map(
    pieces.map((piece) => {
      const { asked, cells } = piece
      const sizeOf = (field: string): number => sizes.get(field)?.get(piece) ?? 0
      const value = measured(asked.fact, asked.measure, keeping.shape, cells, sizeOf)
      return [asked, { value, records: cells.reduce((sum, cell) => sum + cell.records, 0) }]
    }),
  )
}

const whatIsKept = (pieces: readonly Piece<Asked>[]): [paths: string[], months: string[]] => [
  [...new Set(pieces.flatMap(({ months, asked }) => (months.length > 0 ? [asked.path] : [])))],
  [...new Set(pieces.flatMap(({ months }) => months))],
]

const rowsOf = <R>({ asked, months }: Piece<Asked>, kept: ReadonlyMap<string, R[]>): R[] =>
  months.flatMap((month) => kept.get(at(asked.path, month)) ?? [])

/** The same rest of a period at the same node is read once. */
async function ofEachRest<R>(
  pieces: readonly Piece<Asked>[],
  read: (asked: Asked, ranges: readonly Range[]) => Promise<R[]>,
): Promise<Map<string, R[]>> {
  const found = new Map<string, R[]>()
  for (const { asked, rest, restKey } of pieces)
    if (restKey !== '' && !found.has(restKey)) found.set(restKey, await read(asked, rest))
  return found
}

/** For each field, how many different values it has in the cells of each question that asks for it. */
async function sizesOf(
  tx: Tx,
  keeping: Keeping,
  all: readonly Piece<Asked>[],
): Promise<Map<string, Map<Piece<Asked>, number>>> {
  const sizes = new Map<string, Map<Piece<Asked>, number>>()
  for (const field of new Set(all.flatMap(({ fields }) => fields))) {
    const pieces = all.filter(({ fields, cells }) => fields.includes(field) && cells.length > 0)
    const combinations = [
      ...new Set(pieces.flatMap(({ cells }) => cells.map((cell) => queries.keyOf(cell.combination)))),
    ]
    const wanted = { field, combinations }
    const [paths, months] = whatIsKept(pieces)
    const kept = Map.groupBy(months.length > 0 ? await queries.sets(tx, keeping, wanted, paths, months) : [], (row) =>
      at(row.path, row.month),
    )
    const live = await ofEachRest(pieces, (asked, ranges) =>
      queries.liveSets(tx, keeping, wanted, { ...asked, ranges }),
    )
    sizes.set(
      field,
      new Map(
        pieces.map((piece) => [piece, sizeOf(piece, [...rowsOf(piece, kept), ...(live.get(piece.restKey) ?? [])])]),
      ),
    )
  }
  return sizes
}

function sizeOf({ cells }: Piece<Asked>, rows: readonly queries.SetRow[]): number {
  const wanted = new Set(cells.map(({ combination }) => queries.keyOf(combination)))
  const members = new Members()
  for (const { combination, members: pairs, others } of rows)
    if (wanted.has(queries.keyOf(combination))) members.add(pairs, others ? (JSON.parse(others) as string[]) : [])
  return members.size
}
