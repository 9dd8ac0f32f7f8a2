import { Button, Menu } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconColumns } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../platform/i18n.ts'
import { messages } from '../messages.ts'

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

/** Which columns the reader has hidden, remembered for this list. */
export function useHidden(all: readonly { key: string; shown?: boolean }[]) {
  return useLocalStorage<string[]>({
    key: `linli.columns.${all.map((column) => column.key).join('.')}`,
    defaultValue: all.filter((column) => column.shown === false).map((column) => column.key),
    getInitialValueInEffect: false,
  })
}

export function ColumnMenu<T>({
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
