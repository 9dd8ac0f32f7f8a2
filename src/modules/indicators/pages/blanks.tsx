import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { useDates } from '../../../web/moment.tsx'
import { OrganizationField } from '../../organizations/pages/choosing.tsx'
import { lastDayOf, parsePeriod, periodOf, periodText, periodWords } from '../period/rules.ts'
import { indicatorWords as words } from './messages.ts'
import { useScopes } from './scopes.ts'

export type Choice = { value: string; label: string }
export type Choices = readonly (Choice | { group: string; items: readonly Choice[] })[]

/** One blank of the sentence: a menu of the system's own, which a thumb, a keyboard and a screen reader know. */
export function Blank({
  label,
  value,
  choices,
  quiet,
  onChange,
}: {
  label: string
  value: string
  choices: Choices
  /** What adds to the sentence stands back behind what is in it. */
  quiet?: boolean
  onChange: (value: string) => void
}) {
  return (
    <select
      className="blank"
      data-quiet={quiet || undefined}
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {choices.map((one) =>
        'group' in one ? (
          <optgroup key={one.group} label={one.group}>
            {one.items.map(option)}
          </optgroup>
        ) : (
          option(one)
        ),
      )}
    </select>
  )
}

const option = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
)

const otherDays = 'days'

/** The years on the calendar of an office, their halves, quarters and months; or any days. */
export function PeriodBlank({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useWords()
  const dates = useDates()
  const today = dates.today()
  const year = Number(today.slice(0, 4))
  const [free, setFree] = useState(false)
  const period = parsePeriod(value) ?? periodOf('year', today)
  const one = (text: string): Choice => {
    const named = parsePeriod(text)
    return { value: text, label: named ? say(periodWords(named)) : text }
  }
  const at = Number(period.from.slice(0, 4))
  const months = Array.from({ length: 12 }, (_, i) => one(`${at}-${String(i + 1).padStart(2, '0')}`))
  const groups: Choices = [
    { group: say(words.years), items: Array.from({ length: 6 }, (_, i) => one(String(year - i))) },
    { group: say(words.halves), items: ['H1', 'H2'].map((half) => one(`${at}-${half}`)) },
    { group: say(words.quarters), items: [1, 2, 3, 4].map((quarter) => one(`${at}-Q${quarter}`)) },
    { group: say(words.months), items: months },
    { value: otherDays, label: say(words.days) },
  ]
  const listed = groups.some((all) => 'items' in all && all.items.some((item) => item.value === value))
  const days = free || period.kind === 'days'
  const last = lastDayOf(period)
  const set = (from: string, to: string) => from && to && from <= to && onChange(`${from}..${to}`)
  return (
    <>
      <Blank
        label={say(words.when)}
        value={days ? otherDays : value}
        choices={listed || days ? groups : [one(value), ...groups]}
        onChange={(next) => {
          setFree(next === otherDays)
          if (next !== otherDays) onChange(next)
        }}
      />
      {days && (
        <span className="blank-days">
          <TextInput
            type="date"
            aria-label={say(words.from)}
            defaultValue={period.from}
            onChange={(event) => set(event.currentTarget.value, last)}
          />
          <span aria-hidden="true">–</span>
          <TextInput
            type="date"
            aria-label={say(words.to)}
            defaultValue={last}
            onChange={(event) => set(period.from, event.currentTarget.value)}
          />
        </span>
      )}
    </>
  )
}

/** This year, as an address says it. */
export const thisYear = (today: string): string => periodText(periodOf('year', today))

export function ScopeBlank({ value, onChange }: { value: string | undefined; onChange: (value?: string) => void }) {
  const say = useWords()
  const { largest, known } = useScopes()
  const [finding, setFinding] = useState(false)
  const chosen = value ?? largest ?? ''
  const far = finding || (known.length > 0 && !known.some((one) => one.value === chosen))
  return (
    <>
      <Blank
        label={say(words.where)}
        value={far ? '' : chosen}
        choices={[...known, { value: '', label: say(words.another) }]}
        onChange={(next) => {
          setFinding(next === '')
          if (next !== '') onChange(next === largest ? undefined : next)
        }}
      />
      {far && (
        <span className="blank-found">
          <OrganizationField
            label={say(words.anotherScope)}
            known={known}
            value={value ?? null}
            onChange={(next) => onChange(next ?? undefined)}
          />
        </span>
      )}
    </>
  )
}
