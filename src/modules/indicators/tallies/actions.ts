import { markChanges } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Fact } from '../../../platform/facts.ts'
import type { Asked, Counted } from '../queries.ts'
import * as queries from './queries.ts'
import {
  type Cell,
  fieldsOf,
  isCovered,
  isMostlyKept,
  keptBefore,
  Members,
  matches,
  measured,
  type Range,
  split,
} from './rules.ts'

/** Which months and days of a fact are kept and true at the moment that the transaction sees. */
type Keeping = queries.Kept & { isKept: (piece: string) => boolean }

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
  return { ...kept, isKept: keptBefore(countedTo, mine.length > 0 ? await queries.daysReached(tx, kept) : []) }
}

/** A question with what of it is kept, the rest of it, both by a name that others may share, and the cells that it asks for. */
type Part<A> = {
  asked: A
  kept: string
  pieces: string[]
  rest: string
  ranges: Range[]
  cells: (Cell & { key: string })[]
  fields: string[]
}

/** What several questions need of one fact is read together. */
async function countCovered<A extends Asked>(tx: Tx, keeping: Keeping, all: readonly A[]): Promise<Map<A, Counted>> {
  const splits = new Map<string, ReturnType<typeof split>>()
  const parts = all.map((asked): Part<A> => {
    const { from, to } = asked.period
    const known = splits.get(`${from} ${to}`) ?? split(asked.period, asked.today, keeping.isKept)
    splits.set(`${from} ${to}`, known)
    const { pieces, rest } = known
    return {
      asked,
      kept: pieces.length > 0 ? `${asked.path} ${pieces}` : '',
      pieces,
      rest: rest.length > 0 ? `${asked.path} ${rest.map(({ from, to }) => `${from}..${to}`)}` : '',
      ranges: rest,
      cells: [],
      fields: fieldsOf(asked),
    }
  })
  const kept = await ofWhatIsKept(parts, (wanted) => queries.tallies(tx, keeping, wanted))
  const live = await ofEachRest(parts, (paths, asked) => queries.cells(tx, keeping, { ...asked, paths }))
  for (const part of parts)
    part.cells = [...(kept.get(part.kept) ?? []), ...(live.get(part.rest) ?? [])]
      .filter(({ combination }) => matches(part.asked, keeping.shape, combination))
      .map((row) => ({ ...row, key: queries.keyOf(row.combination), sums: row.sums.map(Number) }))
  const sizes = await sizesOf(tx, keeping, parts)
  return new Map(
    parts.map((part) => {
      const { asked, cells } = part
      const sizeOf = (field: string): number => sizes.get(field)?.get(part) ?? 0
      const value = measured(asked.fact, asked.measure, keeping.shape, cells, sizeOf)
      return [asked, { value, records: cells.reduce((sum, cell) => sum + cell.records, 0) }]
    }),
  )
}

/** What is kept of the same months and days at the same node is read once, and all of it in one statement. */
async function ofWhatIsKept<R extends { name: string }>(
  parts: readonly Part<Asked>[],
  read: (wanted: readonly queries.Pieces[]) => Promise<R[]>,
): Promise<Map<string, R[]>> {
  const wanted = new Map<string, queries.Pieces>()
  for (const { kept, asked, pieces } of parts)
    if (kept !== '') wanted.set(kept, { name: kept, path: asked.path, pieces })
  return wanted.size === 0 ? new Map() : Map.groupBy(await read([...wanted.values()]), ({ name }) => name)
}

/** The same rest of a period is read once, for all nodes at which it is asked for. */
async function ofEachRest<R extends { path: string }>(
  parts: readonly Part<Asked>[],
  read: (paths: readonly string[], of: { ranges: readonly Range[]; now: Date }) => Promise<R[]>,
): Promise<Map<string, R[]>> {
  const found = new Map<string, R[]>()
  const waiting = parts.filter(({ rest }) => rest !== '')
  for (const [first, ...more] of Map.groupBy(waiting, ({ rest, asked }) => rest.slice(asked.path.length)).values()) {
    if (!first) continue
    const { ranges, asked, rest } = first
    const paths = [...new Set([first, ...more].map((part) => part.asked.path))]
    for (const [path, rows] of Map.groupBy(await read(paths, { ranges, now: asked.now }), (row) => row.path))
      found.set(path + rest.slice(asked.path.length), rows)
  }
  return found
}

/** For each field, how many different values it has in the cells of each question that asks for it. */
async function sizesOf(
  tx: Tx,
  keeping: Keeping,
  all: readonly Part<Asked>[],
): Promise<Map<string, Map<Part<Asked>, number>>> {
  const sizes = new Map<string, Map<Part<Asked>, number>>()
  for (const field of new Set(all.flatMap(({ fields }) => fields))) {
    const parts = all.filter(({ fields, cells }) => fields.includes(field) && cells.length > 0)
    const of = { field, combinations: [...new Set(parts.flatMap(({ cells }) => cells.map(({ key }) => key)))] }
    const kept = await ofWhatIsKept(parts, (wanted) => queries.sets(tx, keeping, of, wanted))
    const live = await ofEachRest(parts, (paths, asked) => queries.liveSets(tx, keeping, of, { ...asked, paths }))
    sizes.set(
      field,
      new Map(
        parts.map((part) => [part, sizeOf(part, [...(kept.get(part.kept) ?? []), ...(live.get(part.rest) ?? [])])]),
      ),
    )
  }
  return sizes
}

function sizeOf({ cells }: Part<Asked>, sets: readonly queries.SetOf[]): number {
  const wanted = new Set(cells.map(({ key }) => key))
  return sets.filter(({ key }) => wanted.has(key)).reduce((all, { members }) => all.join(members), new Members()).size
}
