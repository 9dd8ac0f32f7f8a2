import { MultiSelect, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { search } from '../../organizations/search/contract.ts'
import { pickWords } from './messages.ts'

export type Choice = { value: string; label: string }

function useFound(kind: 'person' | 'organization', typed: string, only?: string) {
  const [q] = useDebouncedValue(typed.trim(), 150)
  const { data = [], isFetching } = useQuery({
    ...read(search, { q, kind, limit: 20 }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const hits = q === '' ? [] : data
  const choices = hits.flatMap((hit): Choice[] => {
    if (hit.kind === 'person') {
      const where = [hit.person.roles[0]?.organizationName, hit.person.phoneTail].filter(Boolean).join(' · ')
      return [{ value: hit.id, label: where ? `${hit.name} · ${where}` : hit.name }]
    }
    if (only && hit.organizationKind !== only) return []
    const above = hit.above.at(-1)
    return [{ value: hit.id, label: above ? `${hit.name} · ${above}` : hit.name }]
  })
  return { choices, waiting: isFetching, typed: q !== '' }
}

const merged = (first: readonly Choice[], then: readonly Choice[]): Choice[] => [
  ...new Map([...first, ...then].map((one) => [one.value, one])).values(),
]

type Field = { label: string; description?: string; error?: string | undefined; name?: string; required?: boolean }

type One = Field & {
  known: readonly Choice[]
  value: string | null
  onChange: (value: string | null, name: string) => void
  clearable?: boolean
  placeholder?: string
}

/** An organization by name or pinyin initials; `known` are offered before anything is typed. */
export const OrganizationPicker = (one: One) => <OnePicker kind="organization" {...one} />

/** A person by name, pinyin initials or the end of a phone number. */
export const PersonPicker = (one: One) => <OnePicker kind="person" {...one} />

function OnePicker({
  kind,
  known,
  value,
  onChange,
  clearable,
  placeholder,
  ...field
}: One & { kind: 'person' | 'organization' }) {
  const say = useWords()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<Choice[]>([])
  const label = known.concat(picked).find((one) => one.value === value)?.label
  const { choices, typed: asked } = useFound(kind, typed === label ? '' : typed)
  const offered = merged([...known, ...picked], choices)
  const [nothing, search] =
    kind === 'person'
      ? [pickWords.nobodyFound, pickWords.searchPerson]
      : [pickWords.nothingFound, pickWords.searchOrganization]
  return (
    <Select
      {...field}
      data={offered}
      value={value}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={say(asked ? nothing : pickWords.typeToSearch)}
      placeholder={placeholder ?? say(search)}
      clearable={clearable ?? false}
      onChange={(next, option) => {
        if (next && option) setPicked((now) => merged(now, [{ value: next, label: option.label }]))
        onChange(next, option?.label ?? '')
      }}
    />
  )
}

/** Several people or organizations, found by name, pinyin initials or the end of a phone number. */
export function ManyPicker({
  kind,
  only,
  known,
  value,
  onChange,
  ...field
}: Field & {
  kind: 'person' | 'organization'
  only?: string
  known: readonly Choice[]
  value: readonly string[]
  onChange: (value: string[]) => void
}) {
  const say = useWords()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<Choice[]>([])
  const { choices, typed: asked } = useFound(kind, typed, only)
  const chosen = merged(known, picked).filter((one) => value.includes(one.value))
  const offered = merged(chosen, choices)
  return (
    <MultiSelect
      {...field}
      data={offered}
      value={[...value]}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      hidePickedOptions
      nothingFoundMessage={say(
        asked ? (kind === 'person' ? pickWords.nobodyFound : pickWords.nothingFound) : pickWords.typeToSearch,
      )}
      placeholder={
        value.length > 0 ? '' : say(kind === 'person' ? pickWords.searchPerson : pickWords.searchOrganization)
      }
      onChange={(next) => {
        setPicked((now) =>
          merged(
            now,
            offered.filter((one) => next.includes(one.value)),
          ),
        )
        onChange(next)
        setTyped('')
      }}
    />
  )
}

/** One person, at once: choosing is doing. */
export function PersonFinder({
  label,
  onPick,
}: {
  label: string
  onPick: (person: { id: string; name: string }) => void
}) {
  const say = useWords()
  const [typed, setTyped] = useState('')
  const { choices, typed: asked } = useFound('person', typed)
  return (
    <Select
      aria-label={label}
      maw="44rem"
      data={choices}
      value={null}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={asked ? say(pickWords.nobodyFound) : undefined}
      placeholder={say(pickWords.searchPerson)}
      size="md"
      onChange={(id, option) => {
        if (!id || !option) return
        onPick({ id, name: option.label.split(' · ')[0] ?? option.label })
        setTyped('')
      }}
    />
  )
}
