import { Checkbox } from '@mantine/core'
import { type MouseEvent, type ReactNode, useRef } from 'react'
import { useWords } from '../../platform/i18n.ts'
import { messages } from '../messages.ts'

export type Selection = { chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void }

/** The box before each row, and what a click on it does. */
export function useBoxes<T>(
  rows: readonly T[],
  rowKey: (row: T) => string,
  rowName: ((row: T) => string) | undefined,
  selection: Selection | undefined,
): (row: T) => ReactNode {
  const say = useWords()
  const choose = useChoosing(rows.map(rowKey), selection)
  return (row) =>
    selection && (
      <Checkbox
        aria-label={say(messages.selectRow, { name: rowName?.(row) ?? rowKey(row) })}
        checked={selection.chosen.has(rowKey(row))}
        onChange={() => {}}
        onClick={(event) => choose(rowKey(row), event)}
      />
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
