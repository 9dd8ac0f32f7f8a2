import { useLanguage, useWords, type Words } from '../../../platform/i18n.ts'
import { useDates } from '../../../web/moment.tsx'
import { State } from '../../../web/page.tsx'
import { grouped, isOpen, type Opening } from '../hours/rules.ts'
import { placeWords } from './messages.ts'

export const shortWeekdays: readonly Words[] = [
  ['Mon', '周一'],
  ['Tue', '周二'],
  ['Wed', '周三'],
  ['Thu', '周四'],
  ['Fri', '周五'],
  ['Sat', '周六'],
  ['Sun', '周日'],
]

/** 'Mon–Fri 08:30–17:30': days with the same hours on one line. */
export function Hours({ hours }: { hours: readonly Opening[] }) {
  const say = useWords()
  const language = useLanguage()
  const name = (weekday: number): string => say(shortWeekdays[weekday - 1] ?? ['', ''])
  if (hours.length === 0) return <>{say(placeWords.noHours)}</>
  const days = (all: number[]): string => {
    const [first, last] = [all[0] ?? 1, all.at(-1) ?? 1]
    const row = last - first === all.length - 1
    if (row && all.length > 2) return `${name(first)}${language === 'en' ? '–' : '至'}${name(last)}`
    return all.map(name).join(language === 'en' ? ', ' : '、')
  }
  return (
    <ul className="hours">
      {grouped(hours).map(({ weekdays, spans }) => (
        <li key={weekdays.join()}>
          {days(weekdays)} {spans.map((span) => `${span.opens}–${span.closes}`).join(language === 'en' ? ', ' : '、')}
        </li>
      ))}
    </ul>
  )
}

export function OpenNow({ hours, now, unknown }: { hours: readonly Opening[]; now: Date; unknown?: boolean }) {
  const say = useWords()
  const { timeZone } = useDates()
  const open = isOpen(hours, now, timeZone)
  if (open === null) return unknown ? <span className="room-facts">{say(placeWords.unknownHours)}</span> : null
  return <State tone={open ? 'do' : undefined}>{say(open ? placeWords.openNow : placeWords.closedNow)}</State>
}
