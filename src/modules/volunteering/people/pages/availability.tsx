import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { type DaySpan, type WeekSpan, writeAvailability } from '../availability/contract.ts'
import { availabilityWords as words } from '../availability/messages.ts'
import type { VolunteerCard } from '../contract.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export function Availability({ person, mine, change }: { person: VolunteerCard; mine: boolean; change: () => void }) {
  const say = useWords()
  const dates = useDates()
  const { week, days } = person.availability
  const spans = (of: readonly { from: string; to: string }[]) =>
    of
      .map(({ from, to }) => (from === '00:00' && to === '24:00' ? say(words.wholeDay) : `${from}–${to}`))
      .join(say(words.and))
  return (
    <Section
      title={say(mine ? words.title : words.titleOf)}
      actions={
        <Button variant="default" size="sm" onClick={change}>
          {say(mine ? words.change : words.changeOf)}
        </Button>
      }
    >
      {week.length + days.length === 0 ? (
        <Empty>{say(mine ? words.unsaid : words.unsaidOf)}</Empty>
      ) : (
        <Sheet>
          <dl className="week-lines">
            {weekdays
              .map((day) => ({ day, of: week.filter(({ weekday }) => weekday === day) }))
              .filter(({ of }) => of.length > 0)
              .map(({ day, of }) => (
                <div key={day} className="week-line">
                  <dt>{say(words.weekday, { day: String(day) })}</dt>
                  <dd>{spans(of)}</dd>
                </div>
              ))}
            {days.map((one) => (
              <div key={`${one.date} ${one.from} ${one.available}`} className="week-line">
                <dt>{dates.day(one.date, { weekday: true })}</dt>
                <dd>
                  {say(one.available ? words.can : words.cannot)} {spans([one])}
                </dd>
              </div>
            ))}
          </dl>
        </Sheet>
      )}
    </Section>
  )
}

export function ChangeAvailability({ person, done }: { person: VolunteerCard; done: () => void }) {
  const say = useWords()
  const form = useForm(writeAvailability, { initial: { personId: person.id, ...person.availability }, done })
  const { week, days } = form.values
  return (
    <>
      <p>{say(words.help)}</p>
      <Form form={form} submit={say(words.save)}>
        <div>
          {weekdays.map((weekday) => (
            <WeekdayTimes key={weekday} weekday={weekday} week={week} onChange={(next) => form.set('week', next)} />
          ))}
        </div>
        <h2>{say(words.days)}</h2>
        <p>{say(words.daysHelp)}</p>
        <Days days={days} onChange={(next) => form.set('days', next)} />
      </Form>
    </>
  )
}

function WeekdayTimes({
  weekday,
  week,
  onChange,
}: {
  weekday: number
  week: readonly WeekSpan[]
  onChange: (week: WeekSpan[]) => void
}) {
  const say = useWords()
  const day = say(words.weekday, { day: String(weekday) })
  const set = (at: number, next: Partial<WeekSpan>) =>
    onChange(week.map((span, i) => (i === at ? { ...span, ...next } : span)))
  return (
    <fieldset className="day-times">
      <legend>{day}</legend>
      {week.map((span, at) =>
        span.weekday === weekday ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a time has no other name than its place
          <span key={at} className="time-line">
            <Times span={span} day={day} onChange={(next) => set(at, next)} />
            <Remove
              label={say(words.removeTime, { day, from: span.from, to: span.to })}
              onClick={() => onChange(week.filter((_, i) => i !== at))}
            />
          </span>
        ) : null,
      )}
      <span>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...week, { weekday, from: '09:00', to: '12:00' }])}
        >
          {say(words.addTime, { day })}
        </Button>
      </span>
    </fieldset>
  )
}

type Span = { from: string; to: string }

function Times({ span, day, onChange }: { span: Span; day: string; onChange: (next: Partial<Span>) => void }) {
  const say = useWords()
  return (
    <>
      <TextInput
        type="time"
        aria-label={`${day} ${say(words.from)}`}
        value={span.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      –
      <TextInput
        type="time"
        aria-label={`${day} ${say(words.to)}`}
        value={span.to === '24:00' ? '00:00' : span.to}
        // Midnight is the end of this day, not its beginning.
        onChange={(event) =>
          onChange({ to: event.currentTarget.value === '00:00' ? '24:00' : event.currentTarget.value })
        }
      />
    </>
  )
}

const Remove = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={onClick}>
    <IconX size={16} aria-hidden />
  </ActionIcon>
)

function Days({ days, onChange }: { days: readonly DaySpan[]; onChange: (days: DaySpan[]) => void }) {
  const say = useWords()
  const dates = useDates()
  const set = (at: number, next: Partial<DaySpan>) =>
    onChange(days.map((span, i) => (i === at ? { ...span, ...next } : span)))
  return (
    <div>
      {days.map((span, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day may stand here twice
        <span key={at} className="time-line">
          <TextInput
            type="date"
            aria-label={say(words.date)}
            value={span.date}
            onChange={(event) => set(at, { date: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={say(words.days)}
            value={span.available ? 'can' : 'cannot'}
            onChange={(event) => {
              const available = event.currentTarget.value === 'can'
              set(at, { available, ...(available ? { from: '09:00', to: '12:00' } : { from: '00:00', to: '24:00' }) })
            }}
            data={[
              { value: 'cannot', label: say(words.cannot) },
              { value: 'can', label: say(words.can) },
            ]}
          />
          <Times span={span} day={span.date} onChange={(next) => set(at, next)} />
          <Remove
            label={say(words.removeDay, { day: span.date })}
            onClick={() => onChange(days.filter((_, i) => i !== at))}
          />
        </span>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...days, { date: dates.today(), from: '00:00', to: '24:00', available: false }])}
      >
        {say(words.addDay)}
      </Button>
    </div>
  )
}
