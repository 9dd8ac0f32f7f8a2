import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { kindWords, messages } from '../messages.ts'
import { type Hit, search } from '../search/contract.ts'

export type Choice = { value: string; label: string }

type Field = {
  label: string
  description?: string
  error?: string | undefined
  name?: string
  placeholder?: string
  clearable?: boolean
  /** What is offered before anything is typed. */
  known?: readonly Choice[]
  value: string | null
  onChange: (value: string | null) => void
}

/** An organization by name or pinyin initials. Namesakes are told apart by what they stand below. */
export function OrganizationField(field: Field) {
  return <Found {...field} kind="organization" />
}

/** A person by name, pinyin initials or the end of a phone number. */
export function PersonField(field: Field) {
  return <Found {...field} kind="person" />
}

function Found({ kind, known = [], value, onChange, ...field }: Field & { kind: Hit['kind'] }) {
  const say = useWords()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<Choice | null>(null)
  const offered = picked && !known.some((one) => one.value === picked.value) ? [...known, picked] : known
  const chosen = offered.find((one) => one.value === value)?.label
  const [q] = useDebouncedValue(typed === chosen ? '' : typed.trim(), 150)
  const { data } = useQuery({
    ...read(search, { q, kind, limit: 20 }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const found = q === '' ? [] : (data ?? []).map((hit) => choiceOf(hit, say))
  const choices = [...new Map([...(q === '' ? offered : []), ...found].map((one) => [one.value, one])).values()]
  const all = picked && !choices.some((one) => one.value === picked.value) ? [...choices, picked] : choices
  return (
    <Select
      {...field}
      data={all}
      value={value}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={q === '' ? undefined : say(messages.nothingFound, { text: q })}
      onChange={(next, option) => {
        if (next && option) setPicked({ value: next, label: option.label })
        onChange(next)
      }}
    />
  )
}

function choiceOf(hit: Hit, say: ReturnType<typeof useWords>): Choice {
  const where =
    hit.kind === 'organization'
      ? [say(kindWords[hit.organizationKind]), hit.above.at(-1)]
      : [hit.person.roles[0]?.organizationName, hit.person.phoneTail && `…${hit.person.phoneTail}`]
  return { value: hit.id, label: [hit.name, ...where].filter(Boolean).join(' · ') }
}
