import './calendar.css'
import './month.css'
import { VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useWords } from '../../../platform/i18n.ts'
import { addDays } from '../../../platform/zone.ts'
import { BareLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { onPhone } from '../../../web/theme.ts'
import type { ActivitySummary, Calendar } from '../contract.ts'
import { shortWeekdays } from '../series/repeat/messages.ts'
import { ActivityLine } from './activity-line.tsx'
import { DayMark } from './day-head.tsx'
import { byDay, type Days, specialOf } from './days.ts'
import { calendarWords } from './messages.ts'

const fits = 3

/** A month as a table of weeks. On a phone the days carry numbers, and the chosen day's activities stand below. */
export function MonthView({
  calendar,
  from,
  to,
  on,
  onDay,
}: {
  calendar: Calendar
  from: string
  to: string
  on: string
  onDay: (day: string) => void
}) {
  const say = useWords()
  const dates = useDates()
  const phone = useMediaQuery(onPhone, undefined, { getInitialValueInEffect: false }) ?? false
  const days = byDay(calendar, from, to)
  const special = specialOf(calendar)
  const weeks: string[] = []
  for (let day = from; day < to; day = addDays(day, 7)) weeks.push(day)
  return (
    <>
      <table className="month" aria-label={dates.month(on)}>
        <thead>
          <tr>
            {shortWeekdays.map((words) => (
              <th key={words[0]} scope="col">
                {say(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((monday) => (
            <tr key={monday}>
              {Array.from({ length: 7 }, (_, i) => addDays(monday, i)).map((day) => (
                <td
                  key={day}
                  data-other={day.slice(0, 7) !== on.slice(0, 7) || undefined}
                  data-today={day === calendar.today || undefined}
                  data-chosen={(phone && day === on) || undefined}
                  data-off={special.get(day)?.works === false || undefined}
                >
                  <button
                    type="button"
                    className="month-day"
                    onClick={() => onDay(day)}
                    aria-current={day === calendar.today ? 'date' : undefined}
                  >
                    <span className="month-number" aria-hidden="true">
                      {Number(day.slice(8))}
                    </span>
                    <VisuallyHidden>
                      {`${dates.exactDay(day)} ${say(calendarWords.activities, { count: (days.get(day) ?? []).length })}`}
                    </VisuallyHidden>
                    {phone && (days.get(day) ?? []).length > 0 && (
                      <span className="month-count" aria-hidden="true">
                        {(days.get(day) ?? []).length}
                      </span>
                    )}
                  </button>
                  <DayMark special={special.get(day)} />
                  {!phone && <Few activities={days.get(day) ?? []} onMore={() => onDay(day)} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {phone && <ChosenDay day={on} days={days} />}
    </>
  )
}

function Few({ activities, onMore }: { activities: readonly ActivitySummary[]; onMore: () => void }) {
  const say = useWords()
  const dates = useDates()
  if (activities.length === 0) return null
  const shown = activities.length > fits ? activities.slice(0, fits - 1) : activities
  return (
    <ul className="month-few">
      {shown.map((activity) => (
        <li key={activity.id}>
          <BareLink
            to={'/activities/$activityId' as '/'}
            params={{ activityId: activity.id } as never}
            className="month-activity"
            data-cancelled={activity.cancelledAt ? true : undefined}
            title={`${dates.time(activity.startsAt)} ${activity.title}${activity.cancelledAt ? ` · ${say(calendarWords.cancelled)}` : ''}`}
          >
            <span className="month-time">{dates.time(activity.startsAt)}</span> {activity.title}
          </BareLink>
        </li>
      ))}
      {shown.length < activities.length && (
        <li>
          <button type="button" className="month-more" onClick={onMore}>
            {say(calendarWords.more, { count: activities.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  )
}

function ChosenDay({ day, days }: { day: string; days: Days }) {
  const say = useWords()
  const dates = useDates()
  const activities = days.get(day) ?? []
  return (
    <section className="section" aria-live="polite">
      <h2 className="list-day">{dates.day(day, { weekday: true })}</h2>
      {activities.length === 0 ? (
        <p className="sheet quiet">{say(calendarWords.nothingThatDay)}</p>
      ) : (
        <ul className="sheet lines activity-list">
          {activities.map((activity) => (
            <li key={activity.id}>
              <ActivityLine activity={activity} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
