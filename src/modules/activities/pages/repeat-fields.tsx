import './activity-form.css'
import { Chip, Group, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { weekdayOf } from '../../../platform/zone.ts'
import { useDates } from '../../../web/moment.tsx'
import { onHolidayWords } from '../messages.ts'
import type { SeriesChoice } from '../series/contract.ts'
import { nthWords, sayRule, shortWeekdays } from '../series/repeat/messages.ts'
import { type Repeat, readRule, writeRule } from '../series/repeat/rules.ts'
import { type OnHoliday, onHolidayChoices } from '../series/rules.ts'
import { formWords } from './messages.ts'
import { SeriesPreview } from './series-preview.tsx'

const kinds = {
  workday: formWords.everyWorkday,
  week: formWords.everyWeek,
  monthWeekday: formWords.everyMonthWeekday,
  month: formWords.everyMonth,
  year: formWords.everyYear,
  day: formWords.everyDay,
} as const

/** The nth weekday of its month that this day is; the fifth is the last. */
const nthOf = (day: string): number => {
  const nth = Math.ceil(Number(day.slice(8)) / 7)
  return nth > 4 ? -1 : nth
}
const fresh = (day: string): Repeat => ({
  every: 'week',
  interval: 1,
  weekdays: [weekdayOf(day)],
  nth: nthOf(day),
  until: null,
  count: null,
})

/** How it repeats, what happens on public holidays, and the days that come of it. `must`: it belongs to a series. */
export function RepeatFields({
  value,
  onChange,
  day,
  must,
}: {
  value: SeriesChoice | null
  onChange: (value: SeriesChoice | null) => void
  day: string
  must: boolean
}) {
  const say = useWords()
  const language = useLanguage()
  const repeat = value ? readRule(value.rule) : null
  const set = (change: Partial<Repeat>) => {
    const next = { ...(repeat ?? fresh(day)), ...change }
    onChange({ onHoliday: 'nextWorkday', onMakeup: true, ...value, rule: writeRule(next) })
  }
  const other = value !== null && repeat === null
  return (
    <fieldset className={value ? 'repeat repeat-open' : 'repeat'}>
      <Select
        label={say(formWords.repeat)}
        allowDeselect={false}
        data={[
          ...(must ? [] : [{ value: '', label: say(formWords.noRepeat) }]),
          ...Object.entries(kinds).map(([every, words]) => ({ value: every, label: say(words) })),
          { value: 'other', label: say(formWords.otherRule) },
        ]}
        value={value === null ? '' : other ? 'other' : (repeat?.every ?? '')}
        onChange={(every) => {
          if (!every) onChange(null)
          else if (every === 'other')
            onChange({ onHoliday: 'nextWorkday', onMakeup: true, ...value, rule: 'FREQ=MONTHLY;BYMONTHDAY=-1' })
          else set({ ...fresh(day), every: every as Repeat['every'] })
        }}
      />
      {value && other && (
        <TextInput
          label={say(formWords.rule)}
          value={value.rule}
          onChange={(event) => onChange({ ...value, rule: event.currentTarget.value })}
        />
      )}
      {repeat && (
        <>
          {repeat.every === 'week' && (
            <Chip.Group
              multiple
              value={repeat.weekdays.map(String)}
              onChange={(next) => next.length > 0 && set({ weekdays: next.map(Number) })}
            >
              <Group gap="xs" role="group" aria-label={say(formWords.weekdays)}>
                {shortWeekdays.map((words, i) => (
                  <Chip key={words[0]} value={String(i + 1)} size="sm" variant="outline">
                    {say(words)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          )}
          {repeat.every === 'monthWeekday' && (
            <Group grow>
              <Select
                label={say(formWords.which)}
                allowDeselect={false}
                data={[1, 2, 3, 4, -1].map((n) => ({ value: String(n), label: say(nthWords[n] ?? ['', '']) }))}
                value={String(repeat.nth)}
                onChange={(next) => set({ nth: Number(next) })}
              />
              <Select
                label={say(formWords.weekdays)}
                allowDeselect={false}
                data={shortWeekdays.map((words, i) => ({ value: String(i + 1), label: say(words) }))}
                value={String(repeat.weekdays[0] ?? weekdayOf(day))}
                onChange={(next) => set({ weekdays: [Number(next)] })}
              />
            </Group>
          )}
          {repeat.every !== 'workday' && (
            <NumberInput
              label={say(formWords.interval)}
              min={1}
              max={52}
              value={repeat.interval}
              onChange={(next) => set({ interval: Math.max(1, Number(next) || 1) })}
            />
          )}
          <Ends repeat={repeat} set={set} />
        </>
      )}
      {value && (
        <>
          <Select
            label={say(formWords.onHoliday)}
            allowDeselect={false}
            data={onHolidayChoices.map((choice) => ({ value: choice, label: say(onHolidayWords[choice]) }))}
            value={value.onHoliday}
            onChange={(next) => onChange({ ...value, onHoliday: next as OnHoliday })}
          />
          <Switch
            label={say(formWords.onMakeup)}
            checked={value.onMakeup}
            onChange={(event) => onChange({ ...value, onMakeup: event.currentTarget.checked })}
          />
          <p className="repeat-said">{sayRule(language, value.rule)}</p>
          <SeriesPreview choice={value} day={day} />
        </>
      )}
    </fieldset>
  )
}

function Ends({ repeat, set }: { repeat: Repeat; set: (change: Partial<Repeat>) => void }) {
  const say = useWords()
  const ends = repeat.until ? 'until' : repeat.count ? 'count' : 'never'
  const dates = useDates()
  return (
    <Group grow align="flex-end">
      <Select
        label={say(formWords.ends)}
        allowDeselect={false}
        data={[
          { value: 'never', label: say(formWords.never) },
          { value: 'until', label: say(formWords.onDay) },
          { value: 'count', label: say(formWords.afterTimes) },
        ]}
        value={ends}
        onChange={(next) =>
          set({
            until: next === 'until' ? `${dates.today().slice(0, 4)}-12-31` : null,
            count: next === 'count' ? 10 : null,
          })
        }
      />
      {repeat.until && (
        <TextInput
          type="date"
          label={say(formWords.onDay)}
          value={repeat.until}
          onChange={(event) => event.currentTarget.value && set({ until: event.currentTarget.value })}
        />
      )}
      {!repeat.until && repeat.count && (
        <NumberInput
          label={say(formWords.times)}
          min={1}
          max={366}
          value={repeat.count}
          onChange={(next) => set({ count: Math.max(1, Number(next) || 1) })}
        />
      )}
    </Group>
  )
}
