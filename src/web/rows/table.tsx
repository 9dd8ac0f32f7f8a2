import { Checkbox, Table } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useWords } from '../../platform/i18n.ts'
import { messages } from '../messages.ts'
import type { Shown } from './cards.tsx'
import type { Selection } from './choosing.tsx'

/** On a desk rows are a table with a sticky head; the arrow keys go from row to row. */
export function RowTable<T>({
  name,
  columns,
  rows,
  rowKey,
  box,
  selection,
}: Shown<T> & { selection: Selection | undefined }) {
  const say = useWords()
  const keys = rows.map(rowKey)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the links inside
    <div className="table-frame" onKeyDown={moveBetweenRows}>
      <Table stickyHeader stickyHeaderOffset={0} highlightOnHover aria-label={name}>
        <Table.Thead>
          <Table.Tr>
            {selection && (
              <Table.Th w={36}>
                <Checkbox
                  aria-label={say(messages.selectAll)}
                  checked={keys.length > 0 && keys.every((key) => selection.chosen.has(key))}
                  indeterminate={selection.chosen.size > 0 && !keys.every((key) => selection.chosen.has(key))}
                  onChange={(event) => selection.onChange(new Set(event.currentTarget.checked ? keys : []))}
                />
              </Table.Th>
            )}
            {columns.map((column) => (
              <Table.Th key={column.key} ta={column.end ? 'end' : 'start'} scope="col">
                {column.head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)} data-row data-chosen={selection?.chosen.has(rowKey(row)) || undefined}>
              {selection && <Table.Td>{box(row)}</Table.Td>}
              {columns.map((column) => (
                <Table.Td key={column.key} ta={column.end ? 'end' : 'start'}>
                  {column.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = (event.target as HTMLElement).closest('[data-row]')
  const beside = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  const focusable = 'a[href], button, input'
  const place = row ? [...row.querySelectorAll(focusable)].indexOf(event.target as HTMLElement) : -1
  const next = beside?.querySelectorAll<HTMLElement>(focusable)
  const to = next?.[place] ?? next?.[0]
  if (!to) return
  event.preventDefault()
  to.focus()
}
