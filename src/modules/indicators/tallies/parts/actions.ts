import type { Tx } from '../../../../platform/database.ts'
import type { Fact } from '../../../../platform/facts.ts'
import type { Period } from '../../period/rules.ts'
import { type Asked, type Counted, count, type Part } from '../../queries.ts'
import { additive } from '../../rules.ts'
import { countFromTallies } from '../actions.ts'
import { childrenOf } from './queries.ts'

/** Each asked as a question of its own; null where what is kept does not answer all of them. */
async function answered(tx: Tx, all: readonly Asked[]): Promise<Counted[] | null> {
  const counted = await countFromTallies(tx, all, 'mostly kept')
  const found = all.flatMap((asked) => counted.get(asked) ?? [])
  return found.length < all.length ? null : found
}

/** A question in these periods, each of them. */
export const keptPieces = (tx: Tx, asked: Asked, pieces: readonly Period[]): Promise<Counted[] | null> =>
  answered(
    tx,
    pieces.map((period) => ({ ...asked, period })),
  )

/** A question in the parts of the tree below it, or by a column of few values: those that have rows, the most first. */
export const keptParts = (tx: Tx, tree: Fact, asked: Asked, by: string): Promise<Part[] | null> =>
  by === 'part' ? partsOfTree(tx, tree, asked) : partsByChoice(tx, asked, by)

const partOf = (key: string, counted: Counted): Part => ({ key, label: null, ...counted })
const recordsOf = (parts: readonly Counted[]): number => parts.reduce((sum, { records }) => sum + records, 0)
const mostFirst = (parts: readonly Part[]): Part[] =>
  parts
    .filter(({ records }) => records > 0)
    .sort(
      (a, b) =>
        (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY) || (a.key < b.key ? -1 : 1),
    )

async function partsByChoice(tx: Tx, asked: Asked, by: string): Promise<Part[] | null> {
  const column = asked.fact.columns[by]
  if (column?.type !== 'choice') return null
  const wanted = asked.filter[by]?.map((value) => (value === '=' ? '' : value)) ?? [...Object.keys(column.values), '']
  const keys = [...new Set(wanted)]
  const pieces = keys.map((key) => ({ ...asked, filter: { ...asked.filter, [by]: [key] } }))
  const [whole, ...parts] = (await answered(tx, [asked, ...pieces])) ?? []
  // A value that the fact does not name has a part as well.
  if (!whole || recordsOf(parts) !== whole.records) return null
  return mostFirst(parts.map((part, i) => partOf(keys[i] as string, part)))
}

/** The nodes directly below, and what is left to the scope's own level. */
async function partsOfTree(tx: Tx, tree: Fact, asked: Asked): Promise<Part[] | null> {
  if (asked.filter.part) return null
  const children = await childrenOf(tx, tree, asked.path)
  const pieces = children.map(({ path }) => ({ ...asked, path }))
  const [whole, ...found] = (await answered(tx, [asked, ...pieces])) ?? []
  if (!whole) return null
  const below = found.map((part, i) => partOf(children[i]?.id as string, part))
  const records = whole.records - recordsOf(below)
  if (records === 0) return mostFirst(below)
  const left = (whole.value ?? 0) - below.reduce((sum, { value }) => sum + (value ?? 0), 0)
  const own = additive(asked.measure)
    ? { value: left, records }
    : await count(tx, { ...asked, filter: { ...asked.filter, part: ['own'] } })
  return mostFirst([...below, partOf('', own)])
}
