import './calendar.css'
import { useDates } from '../../../web/moment.tsx'
import type { Calendar } from '../contract.ts'
import { ActivityLine } from './activity-line.tsx'
import { DayMark } from './day-head.tsx'
import { byDay, specialOf } from './days.ts'

/** Day after day, only those with something on: what a phone shows first. */
export function ListView({ calendar, from, to }: { calendar: Calendar; from: string; to: string }) {
  const dates = useDates()
  const special = specialOf(calendar)
  const days = [...byDay(calendar, from, to)].filter(([, activities]) => activities.length > 0)
  return (
    <>
      {days.map(([day, activities]) => (
        <section key={day} className="list-section">
          <h2 className="list-day">
            <time dateTime={day} title={dates.exactDay(day)}>
              {dates.day(day, { weekday: true })}
            </time>{' '}
            <DayMark special={special.get(day)} />
          </h2>
          <ul className="sheet lines activity-list">
            {activities.map((activity) => (
              <li key={activity.id}>
                <ActivityLine activity={activity} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
