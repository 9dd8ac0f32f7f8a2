import { Button, Text } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useDates, useHours } from '../../../../web/moment.tsx'
import type { HoursEntry } from '../contract.ts'
import { hoursWords } from '../messages.ts'
import { approvedOf } from '../rules.ts'
import { Origin } from './origin.tsx'
import './hours.css'

/** Hours by service: how many count, and where each part of them came from. */
export function HoursList({
  entries,
  onCorrect,
}: {
  entries: readonly HoursEntry[]
  onCorrect: (activityId: string) => void
}) {
  const say = useWords()
  const dates = useDates()
  const hours = useHours()
  const services = [...Map.groupBy(entries, ({ activityId }) => activityId)]
  return (
    <ul className="sheet lines">
      {services.map(([activityId, parts]) => {
        const [{ title, startsAt } = { title: '', startsAt: new Date(0) }] = parts
        return (
          <li key={activityId} className="line-with-action">
            <div>
              <PageLink to={'/activities/$activityId' as '/'} params={{ activityId } as never}>
                {title}
              </PageLink>{' '}
              <Text span size="sm" c="dimmed">
                {dates.dayAt(startsAt)}
              </Text>
              <Origins entries={parts} />
            </div>
            <div className="hours-end">
              <Text fw={600}>{hours(approvedOf(parts))}</Text>
              <Button
                size="compact-md"
                variant="subtle"
                aria-label={say(hoursWords.correctAt, { title })}
                onClick={() => onCorrect(activityId)}
              >
                {say(hoursWords.correct)}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** Each part on a line of its own, with its minutes where they are not simply all. */
export function Origins({ entries }: { entries: readonly HoursEntry[] }) {
  const hours = useHours()
  return entries.map((one) => (
    <Text key={one.id} size="sm" component="div">
      {(entries.length > 1 || one.state !== 'approved') &&
        `${one.origin === 'correction' && one.minutes > 0 ? '+' : ''}${hours(one.minutes)} · `}
      <Origin entry={one} />
    </Text>
  ))
}
