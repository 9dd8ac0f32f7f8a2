import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useState } from 'react'
import { useWords, type Words } from '../../platform/i18n.ts'
import { useMay } from '../me.ts'
import { messages } from '../messages.ts'
import { useDates } from '../moment.tsx'
import { useCommands } from './commands.ts'
import { closeSearch } from './open.ts'
import { type Found, sources } from './sources.ts'

type Line = { key: string; kind: string; title: string; detail: string; run: () => void }

export function SearchInside() {
  const say = useWords()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { lines, waiting, query } = useLines(typed)
  const current = Math.min(at, lines.length - 1)

  const choose = (line: Line | undefined) => {
    if (!line) return
    closeSearch()
    line.run()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || lines.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((current + step + lines.length) % lines.length)
    else if (event.key === 'Enter') choose(lines[current])
    else return
    event.preventDefault()
  }
  return (
    <>
      <TextInput
        aria-label={say(messages.search)}
        description={say(messages.searchHint)}
        inputWrapperOrder={['input', 'description']}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden="true" />}
        size="md"
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKey}
        role="combobox"
        aria-expanded={lines.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={lines[current] ? `${list}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <div role="status" className="found-count">
        {!waiting && query !== '' && lines.length > 0 && say(messages.searchFound, { count: lines.length })}
        {!waiting && query !== '' && lines.length === 0 && (
          <>
            {say(messages.searchNothing, { query })} {say(messages.searchNothingHelp)}
          </>
        )}
      </div>
      <div id={list} role="listbox" aria-label={say(messages.search)} className="found" hidden={lines.length === 0}>
        {lines.map((line, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard moves through aria-activedescendant in the input
          <div
            key={line.key}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === current}
            className="found-line"
            onMouseMove={() => setAt(i)}
            onClick={() => choose(line)}
            ref={i === current ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
          >
            <span className="found-title">{line.title}</span>
            <span className="found-detail">{line.detail}</span>
            <span className="found-kind">{line.kind}</span>
          </div>
        ))}
      </div>
    </>
  )
}

function useLines(typed: string): { lines: Line[]; waiting: boolean; query: string } {
  const say = useWords()
  const dates = useDates()
  const navigate = useNavigate()
  const commands = useCommands()
  const may = useMay()
  const words = (text: string | Words) => (typeof text === 'string' ? text : say(text))
  const [query] = useDebouncedValue(typed.trim(), 120)
  const answers = useQueries({
    queries: sources.map(({ name, right, find }) => ({
      queryKey: ['search', name, query],
      queryFn: () => find(query),
      enabled: query !== '' && may({ right }),
      placeholderData: keepPreviousData<Found[]>,
    })),
  })
  const found = query === '' ? [] : answers.flatMap((answer) => answer.data ?? [])
  const lines = found.map(
    ({ key, kind, title, detail, at, to }): Line => ({
      key,
      kind: say(kind),
      title: words(title),
      detail: [at && dates.dayAt(at), words(detail)].filter(Boolean).join(' · '),
      run: () => void navigate({ to: to as '/' }),
    }),
  )
  const done = commands(typed).map(
    ({ key, words, run }): Line => ({ key, kind: say(messages.searchCommands), title: say(words), detail: '', run }),
  )
  return { lines: [...lines, ...done], waiting: answers.some((answer) => answer.isFetching), query }
}
