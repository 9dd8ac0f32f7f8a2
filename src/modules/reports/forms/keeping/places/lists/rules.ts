import type { Binding, ListBinding, ListColumn, Shown } from '../../../contract.ts'
import { countedBy } from '../../../proposing/lists/sources/rules.ts'
import type { FormCard } from '../../contract.ts'

type At = { sheet: string; cell: string }
type Source = ListBinding['source']

const cellOf = ({ first }: ListBinding, column: string): string => `${column}${first}`

/** The lists of a form, with the place of each column. */
export const listsIn = (bindings: readonly Binding[]): FormCard['lists'] =>
  bindings.flatMap((own) => {
    if (own.kind !== 'list') return []
    const columns = own.columns.map(({ column, label }) => ({ column, label, cell: cellOf(own, column) }))
    return [{ sheet: own.sheet, columns, source: own.source }]
  })

export const listAt = (bindings: readonly Binding[], { sheet, cell }: At): ListBinding | undefined =>
  bindings.find(
    (own): own is ListBinding =>
      own.kind === 'list' && own.sheet === sheet && own.columns.some(({ column }) => cellOf(own, column) === cell),
  )

/** What a column of a list may hold; null when that means nothing of its rows. `fields` are those of a record. */
export function columnWith(source: Source, content: Shown, fields: readonly string[]): ListColumn | null {
  if (content.is === 'word') return null
  if (content.is === 'record') {
    const known = source.by === null ? fields.includes(content.name) : content.name === 'label'
    return known ? content : null
  }
  if (content.is !== 'figure') return content
  const by = countedBy(source)[content.ask.fact]
  return by ? { is: 'figure', ask: content.ask, unit: content.unit, by } : null
}

/** The same list of other rows; what its columns ask stays where it means something of them. */
export function withSource(
  list: ListBinding,
  { fact, filter, order }: Pick<Source, 'fact' | 'filter' | 'order'>,
  fields: readonly string[],
): ListBinding {
  const there = list.columns.some(({ column }) => column === order?.column)
  const by = fact === list.source.fact ? list.source.by : null
  const source = { ...list.source, fact, filter, by, order: there ? order : null }
  const columns = list.columns.map((own) => ({
    ...own,
    content: columnWith(source, own.content, fields) ?? { is: 'unknown' as const },
    // the rows are said, the columns are as sure as they were
    confidence: own.confidence ?? list.confidence,
  }))
  return { ...list, source, columns, confidence: 1 }
}
