import './activity-line.css'
import { Text } from '@mantine/core'
import { useWords } from '../../../platform/i18n.ts'
import { BareLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { State } from '../../../web/page.tsx'
import type { ActivitySummary } from '../contract.ts'
import { activityKindWords } from '../messages.ts'
import { calendarWords } from './messages.ts'

/** One activity on one line of a list: time, what, where; the whole line is the link. */
export function ActivityLine({ activity, day }: { activity: ActivitySummary; day?: boolean }) {
  const say = useWords()
  const dates = useDates()
  const { startsAt, endsAt, cancelledAt, expected, attended, recorded } = activity
  const people = recorded > 0 ? calendarWords.came : calendarWords.expected
  return (
    <BareLink
      to={'/activities/$activityId' as '/'}
      params={{ activityId: activity.id } as never}
      className="activity-line"
      data-cancelled={cancelledAt ? true : undefined}
    >
      <time dateTime={startsAt.toISOString()} title={dates.exact(startsAt)} className="activity-time">
        {day && <span>{dates.dayAt(startsAt, { weekday: true })}</span>}
        <span>{`${dates.time(startsAt)}–${dates.time(endsAt)}`}</span>
      </time>
      <span className="activity-what">
        <span className="activity-title">{activity.title}</span>
        <Text span size="sm" c="dimmed" className="activity-where">
          {[say(activityKindWords[activity.kind]), activity.placeName, activity.hostName].filter(Boolean).join(' · ')}
        </Text>
      </span>
      <span className="activity-state">
        {cancelledAt ? (
          <State tone="late">{say(calendarWords.cancelled)}</State>
        ) : (
          expected > 0 && (
            <Text span size="sm" c="dimmed">
              {say(people, { expected, attended })}
            </Text>
          )
        )}
      </span>
    </BareLink>
  )
}
