import type { Fact, Filter, Measure } from '../../../platform/facts.ts'
import { addDays, daysBetween, daysFrom } from '../../../platform/zone.ts'
import { type Period, partsOf, periodOf } from '../period/rules.ts'

/** What is kept of a fact's rows: the columns of few values that tell them apart, what is summed, and what is counted once. */
export type Shape = { dimensions: readonly string[]; sums: readonly string[]; fields: readonly string[] }

export function shapeOf(fact: Fact): Shape {
  const measures = Object.values(fact.measures)
  const columns = (kind: 'sum' | 'distinct'): string[] => [
    ...new Set(measures.flatMap((measure) => (measure.kind === kind ? [measure.column] : []))),
  ]
  const dimensions = Object.entries(fact.columns).flatMap(([name, { type }]) =>
    type === 'choice' || type === 'flag' ? [name] : [],
  )
  return { dimensions, sums: columns('sum'), fields: columns('distinct') }
}

type Asked = { fact: Fact; measure: Measure; filter: Filter }

/** The measures that a measure is made of: its own, or the two of a rate. */
function partsOfMeasure(fact: Fact, measure: Measure): Measure[] {
  if (measure.kind !== 'rate') return [measure]
  return [measure.top, measure.bottom].flatMap((name) => {
    const part = fact.measures[name]
    if (!part) throw new Error(`${fact.name} has no measure ${name}`)
    return partsOfMeasure(fact, part)
  })
}

/** Can the answer be put together from what is kept? Otherwise its rows are read. */
export function isCovered({ fact, measure, filter }: Asked, shape: Shape): boolean {
  const known = (name: string): boolean => shape.dimensions.includes(name)
  return (
    fact.time === 'moment' &&
    [...Object.keys(filter), ...Object.keys(measure.where ?? {})].every(known) &&
    partsOfMeasure(fact, measure).every((part) => {
      if (part.kind === 'sum') return shape.sums.includes(part.column)
      if (part.kind === 'share') return known(part.column)
      return part.kind !== 'median'
    })
  )
}

/** What has to be known of different values for this measure. */
export const fieldsOf = ({ fact, measure }: Asked): string[] =>
  partsOfMeasure(fact, measure).flatMap((part) => (part.kind === 'distinct' ? [part.column] : []))

type Combination = readonly (string | null)[]

/** The same as the condition of `queries.ts`, for rows that are alike in all that the filter asks. */
export function matches({ fact, measure, filter }: Asked, { dimensions }: Shape, combination: Combination): boolean {
  return [...Object.entries(filter), ...Object.entries(measure.where ?? {})].every(([name, values]) => {
    const value = combination[dimensions.indexOf(name)] ?? ''
    if (fact.columns[name]?.type === 'flag') return values.some((wanted) => (wanted === 'yes') === (value === 'true'))
    return values.some((wanted) => (wanted === '' || wanted === '=' ? '' : wanted) === value)
  })
}

export type Cell = { combination: Combination; records: number; sums: readonly number[] }

/** Different values: those that have a number as bits, the others by name. */
export class Members {
  #words = new Uint32Array(64)
  #others = new Set<string>()

  /** Pairs of a word's number (4 bytes) and its 64 bits. */
  add(pairs: Buffer | null, others: readonly string[] = []): this {
    const bytes = new DataView(pairs?.buffer ?? new ArrayBuffer(0), pairs?.byteOffset, pairs?.length)
    for (let at = 0; at < bytes.byteLength; at += 12) {
      const word = bytes.getUint32(at) * 2
      this.#grow(word + 2)
      this.#set(word, bytes.getUint32(at + 4))
      this.#set(word + 1, bytes.getUint32(at + 8))
    }
    for (const other of others) this.#others.add(other)
    return this
  }

  join(more: Members): this {
    this.#grow(more.#words.length)
    for (const [word, bits] of more.#words.entries()) this.#set(word, bits)
    for (const other of more.#others) this.#others.add(other)
    return this
  }

  get size(): number {
    let size = this.#others.size
    for (const word of this.#words) size += bitsOf(word)
    return size
  }

  #set(word: number, bits: number): void {
    this.#words[word] = (this.#words[word] as number) | bits
  }

  #grow(least: number): void {
    if (least <= this.#words.length) return
    const more = new Uint32Array(Math.max(least, this.#words.length * 2))
    more.set(this.#words)
    this.#words = more
  }
}

/** How many bits of 32 are set (counted in pairs, fours and eights at once). */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** The measure of all rows in these cells; `sizeOf` knows how many different values a field has in them. */
export function measured(
  fact: Fact,
  measure: Measure,
  shape: Shape,
  cells: readonly Cell[],
  sizeOf: (field: string) => number,
): number | null {
  const total = (of: (cell: Cell) => number): number => cells.reduce((sum, cell) => sum + of(cell), 0)
  const records = total((cell) => cell.records)
  switch (measure.kind) {
    case 'count':
      return records
    case 'sum': {
      const column = shape.sums.indexOf(measure.column)
      return total((cell) => cell.sums[column] ?? 0)
    }
    case 'distinct':
      return sizeOf(measure.column)
    case 'share': {
      const flag = shape.dimensions.indexOf(measure.column)
      const held = total((cell) => (cell.combination[flag] === 'true' ? cell.records : 0))
      return records === 0 ? null : held / records
    }
    case 'rate': {
      const [top, bottom] = [measure.top, measure.bottom].map((name) => {
        const part = fact.measures[name]
        return part ? measured(fact, part, shape, cells, sizeOf) : null
      })
      return typeof top !== 'number' || !bottom ? null : top / bottom
    }
    default:
      throw new Error(`a ${measure.kind} is not put together from parts`)
  }
}

export type Range = { from: string; to: string }

export const monthOf = (day: string): string => day.slice(0, 7)

/** When all days before `until` are kept, those from this month on are kept one by one: most of what is changed is of late. */
export const firstByDays = (until: string): string => monthOf(addDays(`${monthOf(until)}-01`, -1))

/** Where a day is kept when all days before `until` are: with its month or by itself. */
export const pieceOf = (day: string, until: string): string => (monthOf(day) < firstByDays(until) ? monthOf(day) : day)

const isMonth = (piece: string): boolean => piece.length === 7

/** The days of such a piece; `to` is the first after it. */
export const daysOf = (piece: string): Range =>
  isMonth(piece) ? periodOf('month', `${piece}-01`) : { from: piece, to: addDays(piece, 1) }

/** Which pieces are kept and true when all days before `until` are, but for those that a change has reached. */
export function keptBefore(until: string, reached: readonly string[]): (piece: string) => boolean {
  const changed = new Set(reached.map((day) => pieceOf(day, until)))
  const first = firstByDays(until)
  const over = (piece: string): boolean => (isMonth(piece) ? piece < first : monthOf(piece) >= first && piece < until)
  return (piece) => over(piece) && !changed.has(piece)
}

/** A period as the pieces of it that are over and kept, and the rest, of which the rows are read. Nothing lies ahead of today. */
export function split(
  period: Period,
  today: string,
  isKept: (piece: string) => boolean,
): { pieces: string[]; rest: Range[] } {
  const pieces: string[] = []
  const rest: Range[] = []
  const take = (piece: string, { to }: Range): boolean => {
    const is = to <= today && isKept(piece)
    if (is) pieces.push(piece)
    return is
  }
  for (const month of partsOf(period, 'month')) {
    if (month.from > today) break
    if (month.kind === 'month' && take(monthOf(month.from), month)) continue
    for (const day of daysFrom(month.from, month.to)) {
      if (day > today) break
      if (take(day, daysOf(day))) continue
      const before = rest.at(-1)
      if (before?.to === day) before.to = addDays(day, 1)
      else rest.push(daysOf(day))
    }
  }
  return { pieces, rest }
}

/** What all of these begin with. */
export function commonStart(texts: readonly string[]): string {
  const [first = '', last = ''] = [texts.toSorted()[0], texts.toSorted().at(-1)]
  let same = 0
  while (same < first.length && first[same] === last[same]) same += 1
  return first.slice(0, same)
}

/** Is there little of it whose rows would be read: no more than two months? */
export function isMostlyKept(period: Period, today: string, isKept: (piece: string) => boolean): boolean {
  const { rest } = split(period, today, isKept)
  return rest.reduce((days, { from, to }) => days + daysBetween(from, to), 0) <= 62
}
