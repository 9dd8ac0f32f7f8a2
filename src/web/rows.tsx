import { Button, Checkbox, Group, Menu, Table, Text } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconColumns } from '@tabler/icons-react'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react'
import { useWords } from '../platform/i18n.ts'
import { messages } from './messages.ts'
import { onPhone } from './theme.ts'

export type Column<T> = {
  key: string
  head: string
  /** The first column's cell holds the row's link: arrow keys and Enter use it. */
  cell: (row: T) => ReactNode
  /** On a phone a row is a card: the first column is its title, these are the two facts that matter. */
  fact?: boolean
  /** Numbers end where they align. */
  end?: boolean
  /** Can be hidden by the reader; `false` at the start: hidden until asked for. */
  shown?: boolean
}

type Selection = { chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void }

/** Rows of one kind of thing: a table with a sticky head, on a phone cards. One way to show a list, everywhere. */
export function Rows<T>({
  name,
  columns: all,
  rows,
  rowKey,
  rowName,
  selection,
  selectionActions,
  onMore,
  loadingMore,
}: {
  /** What the table is of; said to screen readers, and the key under which the chosen columns are remembered. */
  name: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  /** The name of a row, to say which one is being chosen. Needed with `selection`. */
  rowName?: (row: T) => string
  selection?: Selection
  /** What can be done with the chosen rows. */
  selectionActions?: ReactNode
  /** Given when there are more rows to load. */
  onMore?: (() => void) | undefined
  loadingMore?: boolean
}) {
  const say = useWords()
  const phone = useMediaQuery(onPhone, undefined, { getInitialValueInEffect: false })
  const [hidden, setHidden] = useLocalStorage<string[]>({
    key: `linli.columns.${all.map((column) => column.key).join('.')}`,
    defaultValue: all.filter((column) => column.shown === false).map((column) => column.key),
    getInitialValueInEffect: false,
  })
  const canHide = all.some((column) => column.shown !== undefined)
  const columns = all.filter((column) => !hidden.includes(column.key))
  const keys = rows.map(rowKey)
  const choose = useChoosing(keys, selection)

  const box = (row: T) =>
    selection && (
      <Checkbox
        aria-label={say(messages.selectRow, { name: rowName?.(row) ?? rowKey(row) })}
        checked={selection.chosen.has(rowKey(row))}
        onChange={() => {}}
        onClick={(event) => choose(rowKey(row), event)}
      />
    )

  return (
    <div className="rows">
      {(canHide || (selection && selection.chosen.size > 0)) && (
        <Group justify="space-between" mb="xs" className="rows-tools">
          <Group gap="xs">
            {selection && selection.chosen.size > 0 && (
              <>
                <Text size="sm" aria-live="polite">
                  {say(messages.selected, { count: selection.chosen.size })}
                </Text>
                {selectionActions}
                <Button variant="subtle" size="compact-sm" onClick={() => selection.onChange(new Set())}>
                  {say(messages.clearSelection)}
                </Button>
              </>
            )}
          </Group>
          {canHide && !phone && <ColumnMenu columns={all} hidden={hidden} onChange={setHidden} />}
        </Group>
      )}
      {phone ? (
        <ul className="cards" aria-label={name}>
          {rows.map((row) => (
            <li key={rowKey(row)} className="card">
              {box(row)}
              <div className="card-body">
                <div className="card-title">{columns[0]?.cell(row)}</div>
                {columns.slice(1).some((column) => column.fact) && (
                  <dl className="card-facts">
                    {columns
                      .slice(1)
                      .filter((column) => column.fact)
                      .map((column) => (
                        <div key={column.key}>
                          <dt>{column.head}</dt>
                          <dd>{column.cell(row)}</dd>
                        </div>
                      ))}
                  </dl>
                )}
              </div>
            </li>
          ))}
        </ul>
      ) : (
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
      )}
      {onMore && (
        <Group justify="center" mt="md">
          <Button variant="default" onClick={onMore} loading={loadingMore ?? false}>
            {say(messages.showMore)}
          </Button>
        </Group>
      )}
    </div>
  )
}

/** A click chooses one row, with shift all between it and the one before. */
function useChoosing(keys: string[], selection: Selection | undefined) {
  const last = useRef<string | null>(null)
  return (key: string, event: MouseEvent) => {
    if (!selection) return
    const chosen = new Set(selection.chosen)
    const from = event.shiftKey && last.current !== null ? keys.indexOf(last.current) : -1
    const to = keys.indexOf(key)
    const range = from < 0 ? [key] : keys.slice(Math.min(from, to), Math.max(from, to) + 1)
    const add = !chosen.has(key)
    for (const each of range) add ? chosen.add(each) : chosen.delete(each)
    last.current = key
    selection.onChange(chosen)
  }
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

function ColumnMenu<T>({
  columns,
  hidden,
  onChange,
}: {
  columns: readonly Column<T>[]
  hidden: string[]
  onChange: (hidden: string[]) => void
}) {
  const say = useWords()
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" leftSection={<IconColumns size={16} aria-hidden="true" />}>
          {say(messages.columns)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter((column) => column.shown !== undefined)
          .map((column) => {
            const shown = !hidden.includes(column.key)
            const next = shown ? [...hidden, column.key] : hidden.filter((key) => key !== column.key)
            return (
              <Menu.CheckboxItem key={column.key} checked={shown} onChange={() => onChange(next)}>
                {column.head}
              </Menu.CheckboxItem>
            )
          })}
      </Menu.Dropdown>
    </Menu>
  )
}
