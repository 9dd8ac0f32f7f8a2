import type { Filter } from '../../../platform/facts.ts'

/** 'kind=study&kind=meeting' → { kind: ['study', 'meeting'] } */
export function parseFilter(text: string): Filter {
  const filter: Record<string, string[]> = {}
  // no text in the database holds a NUL
  for (const [column, value] of new URLSearchParams(text.replaceAll('%00', '').replaceAll('\0', ''))) {
    const values = filter[column] ?? []
    if (!values.includes(value)) values.push(value)
    filter[column] = values
  }
  return filter
}

/** The one way to write a filter, so that the same filter is the same text. */
export function filterText(filter: Filter): string {
  const pairs = Object.entries(filter).flatMap(([column, values]) => values.map((value) => [column, value]))
  pairs.sort(([a = '', x = ''], [b = '', y = '']) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
  return new URLSearchParams(pairs).toString()
}
