import './week.css'
import { useWords } from '../../../platform/i18n.ts'
import { BareLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import type { Calendar } from '../contract.ts'
import { activityKindWords } from '../messages.ts'
import { DayMark } from './day-head.tsx'
import { byDay, specialOf } from './days.ts'
import { calendarWords } from './messages.ts'

/** Seven days beside one another, each in the order of its hours. */
export function WeekView({ calendar, from, to }: { calendar: Calendar; from: string; to: string }) {
  const say = useWords()
  const dates = useDates()
  const special = specialOf(calendar)
  return (
    <div className="week">
      {[...byDay(calendar, from, to)].map(([day, activities]) => (
        <section key={day} className="week-day" data-today={day === calendar.today || undefined}>
          <h2 className="week-head">
            <span>{dates.day(day, { weekday: true, relative: false })}</span>
            <DayMark special={special.get(day)} />
          </h2>
          {activities.length === 0 && <p className="week-nothing">{say(calendarWords.nothingThatDay)}</p>}
          <ul>
            {activities.map((activity) => (
              <li key={activity.id}>
                <BareLink
                  to={'/activities/$activityId' as '/'}
                  params={{ activityId: activity.id } as never}
                  className="week-activity"
                  data-cancelled={activity.cancelledAt ? true : undefined}
                >
                  <span className="month-time">{`${dates.time(activity.startsAt)}–${dates.time(activity.endsAt)}`}</span>
                  <span className="activity-title">{activity.title}</span>
                  <span className="week-where">
                    {activity.cancelledAt
                      ? say(calendarWords.cancelled)
                      : [say(activityKindWords[activity.kind]), activity.placeName ?? activity.hostName].join(' · ')}
                  </span>
                </BareLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
