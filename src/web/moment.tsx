import { createContext, useContext, useMemo } from 'react'
import { type Language, sayIn, useLanguage } from '../platform/i18n.ts'
import { messages } from './messages.ts'

/** The office's clock: everything is shown in it, wherever the reader is. */
export const TimeZoneContext = createContext('Asia/Shanghai')

type Instant = Date | number
const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', options)
    formats.set(key, made)
  }
  return made
}

/** The calendar day (YYYY-MM-DD) of an instant on the office's clock. */
export function dayOf(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
}

/** All of three letters, so that twelve fit under twelve bars. */
export const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)
const daysBetween = (from: string, to: string): number => Math.round((+noon(to) - +noon(from)) / 86_400_000)

/** A day as people say it: 昨天, 3月5日, 2023年3月5日; `weekday` adds 周日. */
export function sayDay(
  language: Language,
  day: string,
  { today, weekday, relative = true }: { today: string; weekday?: boolean; relative?: boolean },
): string {
  const near = relative ? { '-1': messages.yesterday, 0: messages.todayWord, 1: messages.tomorrow } : {}
  const word = near[String(daysBetween(today, day)) as keyof typeof near]
  if (word) return sayIn(language, word)
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }
  const month = language === 'en' ? ('short' as const) : ('long' as const)
  const said = format(language, { timeZone: 'UTC', day: 'numeric', month, ...year }).format(noon(day))
  if (!weekday) return said
  const name = format(language, { timeZone: 'UTC', weekday: 'short' }).format(noon(day))
  return language === 'en' ? `${name} ${said}` : `${said} ${name}`
}

/** Everything about dates in the reader's language and on the office's clock. */
export function useDates() {
  const language = useLanguage()
  const timeZone = useContext(TimeZoneContext)
  return useMemo(() => {
    const today = () => dayOf(Date.now(), timeZone)
    const time = (at: Instant) =>
      format(language, { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(at)
    const day = (of: string, how: { weekday?: boolean; relative?: boolean } = {}) =>
      sayDay(language, of, { today: today(), ...how })
    const dayAt = (at: Instant, how: { weekday?: boolean; relative?: boolean } = {}) => day(dayOf(at, timeZone), how)
    const colon = (at: Instant) => `${dayAt(at)} ${time(at)}`
    return {
      timeZone,
      today,
      time,
      /** Of a YYYY-MM-DD. */
      day,
      /** Of an instant: only its day. */
      dayAt,
      /** Of an instant: day and time. */
      moment: colon,
      /** From one instant to another; the day is said once when it is the same. */
      span: (from: Instant, to: Instant, how: { weekday?: boolean } = {}) =>
        dayOf(from, timeZone) === dayOf(to, timeZone)
          ? `${dayAt(from, how)} ${time(from)}–${time(to)}`
          : `${dayAt(from, how)} ${time(from)} – ${dayAt(to, how)} ${time(to)}`,
      /** `2023-03` as 2023年3月 or March 2023. */
      month: (of: string) =>
        format(language, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(noon(`${of.slice(0, 7)}-01`)),
      /** `2023-03` as 3月 or Mar. */
      shortMonth: (of: string) =>
        language === 'en'
          ? (english[Number(of.slice(5, 7)) - 1] ?? of)
          : format(language, { timeZone: 'UTC', month: 'short' }).format(noon(`${of.slice(0, 7)}-01`)),
      exact: (at: Instant) => format(language, { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(at),
      exactDay: (of: string) => format(language, { timeZone: 'UTC', dateStyle: 'full' }).format(noon(of)),
    }
  }, [language, timeZone])
}

/** Minutes of service as hours: 90 → 1.5 h, 1.5 小时. */
export function useHours(): (minutes: number) => string {
  const language = useLanguage()
  return (minutes) => {
    const hours = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(minutes / 60)
    return language === 'en' ? `${hours} h` : `${hours} 小时`
  }
}

/** An instant as people say it, exact on hover. */
export function Moment({ at, only }: { at: Date; only?: 'day' | 'time' }) {
  const dates = useDates()
  const text = only === 'day' ? dates.dayAt(at) : only === 'time' ? dates.time(at) : dates.moment(at)
  return (
    <time dateTime={at.toISOString()} title={dates.exact(at)}>
      {text}
    </time>
  )
}

/** A calendar day (YYYY-MM-DD) as people say it, exact on hover. */
export function Day({ of, weekday }: { of: string; weekday?: boolean }) {
  const dates = useDates()
  return (
    <time dateTime={of} title={dates.exactDay(of)}>
      {dates.day(of, weekday ? { weekday } : {})}
    </time>
  )
}
