import { Checkbox, Group, TextInput } from '@mantine/core'
import { useWords } from '../../../platform/i18n.ts'
import { addDays, dayIn, instantOf, timeIn } from '../../../platform/zone.ts'
import { formWords } from './messages.ts'

/** Day and times on the office's clock. The end moves along with the beginning. */
export function WhenFields({
  values,
  timeZone,
  several,
  onSeveral,
  dayFixed,
  error,
  onChange,
}: {
  values: { startsAt: Date; endsAt: Date }
  timeZone: string
  several: boolean
  onSeveral: (several: boolean) => void
  dayFixed: boolean
  error: string | undefined
  onChange: (startsAt: Date, endsAt: Date) => void
}) {
  const say = useWords()
  const { startsAt, endsAt } = values
  const [day, from] = [dayIn(timeZone, startsAt), timeIn(timeZone, startsAt)]
  const [lastDay, to] = [dayIn(timeZone, endsAt), timeIn(timeZone, endsAt)]
  const at = (nextDay: string, nextFrom: string, nextLast: string, nextTo: string) => {
    if (nextDay && nextFrom && nextLast && nextTo)
      onChange(instantOf(nextDay, nextFrom, timeZone), instantOf(nextLast, nextTo, timeZone))
  }
  const length = endsAt.getTime() - startsAt.getTime()
  const begin = (nextDay: string, nextFrom: string) => {
    if (!nextDay || !nextFrom) return
    const start = instantOf(nextDay, nextFrom, timeZone)
    onChange(start, new Date(start.getTime() + length))
  }
  return (
    <div className="when">
      {!dayFixed && (
        <TextInput
          type="date"
          label={say(formWords.day)}
          name="startsAt"
          value={day}
          onChange={(event) => begin(event.currentTarget.value, from)}
        />
      )}
      <Group grow align="flex-start">
        <TextInput
          type="time"
          label={say(formWords.from)}
          value={from}
          onChange={(event) => begin(day, event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={say(formWords.to)}
          name="endsAt"
          value={to}
          error={error}
          onChange={(event) => at(day, from, several ? lastDay : day, event.currentTarget.value)}
        />
      </Group>
      {several && !dayFixed && (
        <TextInput
          type="date"
          label={say(formWords.lastDay)}
          value={lastDay}
          min={day}
          onChange={(event) => at(day, from, event.currentTarget.value, to)}
        />
      )}
      {!dayFixed && (
        <Checkbox
          label={say(formWords.severalDays)}
          checked={several}
          onChange={(event) => {
            onSeveral(event.currentTarget.checked)
            at(day, from, event.currentTarget.checked ? addDays(day, 1) : day, to)
          }}
        />
      )}
    </div>
  )
}
