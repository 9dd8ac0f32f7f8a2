import { Button, Group, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useWords } from '../platform/i18n.ts'
import { messages } from './messages.ts'
import { Cards } from './rows/cards.tsx'
import { type Selection, useBoxes } from './rows/choosing.tsx'
import { type Column, ColumnMenu, useHidden } from './rows/columns.tsx'
import { RowTable } from './rows/table.tsx'
import { onPhone } from './theme.ts'

export type { Column } from './rows/columns.tsx'

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
  const [hidden, setHidden] = useHidden(all)
  const canHide = all.some((column) => column.shown !== undefined)
  const columns = all.filter((column) => !hidden.includes(column.key))
  const box = useBoxes(rows, rowKey, rowName, selection)
  const shown = { name, columns, rows, rowKey, box }

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
      {phone ? <Cards {...shown} /> : <RowTable {...shown} selection={selection} />}
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
