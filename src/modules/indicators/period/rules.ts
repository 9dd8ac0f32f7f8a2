import type { Words } from '../../../platform/i18n.ts'

/** Days as 'YYYY-MM-DD'; `to` is the first day that no longer belongs to it. */
export type Period = { kind: 'year' | 'half' | 'quarter' | 'month' | 'days'; from: string; to: string }

const months = { year: 12, half: 6, quarter: 3, month: 1 } as const
type Regular = keyof typeof months

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)
const addDays = (day: string, days: number): string => dayOf(new Date(dateOf(day).getTime() + days * 86_400_000))
const firstOf = (year: number, month: number): string => dayOf(new Date(Date.UTC(year, month, 1)))
const earlierOf = (a: string, b: string): string => ([a, b].sort() as [string])[0]
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(dateOf(text)) === text

export const lastDayOf = (period: Period): string => addDays(period.to, -1)

/** The period of this kind that holds a day. */
export function periodOf(kind: Regular, day: string): Period {
  const date = dateOf(day)
  const start = Math.floor(date.getUTCMonth() / months[kind]) * months[kind]
  const year = date.getUTCFullYear()
  return { kind, from: firstOf(year, start), to: firstOf(year, start + months[kind]) }
}

/** Null when the text is no period. */
export function parsePeriod(text: string): Period | null {
  const regular = text.match(/^([12]\d{3})(?:-(?:(\d\d)|Q([1-4])|H([12])))?$/)
  if (regular) {
    const [, year = '', month, quarter, half] = regular
    if (month) return Number(month) >= 1 && Number(month) <= 12 ? periodOf('month', `${year}-${month}-01`) : null
    if (quarter) return periodOf('quarter', firstOf(Number(year), Number(quarter) * 3 - 1))
    return half ? periodOf('half', firstOf(Number(year), Number(half) * 6 - 1)) : periodOf('year', `${year}-01-01`)
  }
  const [from = '', last = '', more] = text.split('..')
  if (more !== undefined || !isDay(from) || !isDay(last) || last < from) return null
  return { kind: 'days', from, to: addDays(last, 1) }
}

export function periodText({ kind, from, to }: Period): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7)) - 1]
  if (kind === 'days') return `${from}..${addDays(to, -1)}`
  if (kind === 'year') return year
  if (kind === 'month') return from.slice(0, 7)
  return kind === 'half' ? `${year}-H${month / 6 + 1}` : `${year}-Q${month / 3 + 1}`
}

/** The period of the same length just before. */
export function periodBefore(period: Period): Period {
  if (period.kind !== 'days') return periodOf(period.kind, addDays(period.from, -1))
  const length = Math.round((dateOf(period.to).getTime() - dateOf(period.from).getTime()) / 86_400_000)
  return { kind: 'days', from: addDays(period.from, -length), to: period.from }
}

/** The period of the same length just after. */
export function periodAfter(period: Period): Period {
  if (period.kind !== 'days') return periodOf(period.kind, period.to)
  const length = Math.round((dateOf(period.to).getTime() - dateOf(period.from).getTime()) / 86_400_000)
  return { kind: 'days', from: period.to, to: addDays(period.to, length) }
}

/** The same period a year earlier. The last of February of a leap year falls on the 28th. */
export function yearBefore(period: Period): Period {
  const earlier = (day: string): string => {
    const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
    return isDay(moved) ? moved : addDays(`${moved.slice(0, 7)}-28`, 0)
  }
  if (period.kind !== 'days') return periodOf(period.kind, earlier(period.from))
  return { kind: 'days', from: earlier(period.from), to: addDays(earlier(lastDayOf(period)), 1) }
}

/** The years, quarters, months or days that a period is made of; a period that cuts one keeps the piece. */
export function partsOf(period: Period, kind: 'day' | 'month' | 'quarter' | 'year'): Period[] {
  const parts: Period[] = []
  for (let from = period.from; from < period.to; ) {
    const whole: Period = kind === 'day' ? { kind: 'days', from, to: addDays(from, 1) } : periodOf(kind, from)
    const part = whole.from === from && whole.to <= period.to
    const to = earlierOf(whole.to, period.to)
    parts.push(part ? whole : { kind: 'days', from, to })
    from = to
  }
  return parts
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const ordinal = ['first', 'second', 'third', 'fourth'] as const
const chinese = ['一', '二', '三', '四'] as const

const dayWords = (day: string): Words => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [`${date} ${monthNames[month - 1]} ${year}`, `${year}年${month}月${date}日`]
}

/** '2023', '2023年'; 'the first quarter of 2023', '2023年第一季度'; 'March 2023', '2023年3月'. */
export function periodWords(period: Period): Words {
  const [year, month] = [period.from.slice(0, 4), Number(period.from.slice(5, 7)) - 1]
  if (period.kind === 'year') return [year, `${year}年`]
  if (period.kind === 'half')
    return [`the ${ordinal[month / 6]} half of ${year}`, `${year}年${month === 0 ? '上' : '下'}半年`]
  if (period.kind === 'quarter')
    return [`the ${ordinal[month / 3]} quarter of ${year}`, `${year}年第${chinese[month / 3]}季度`]
  if (period.kind === 'month') return [`${monthNames[month]} ${year}`, `${year}年${month + 1}月`]
  const [from, last] = [dayWords(period.from), dayWords(lastDayOf(period))]
  return period.from === lastDayOf(period) ? from : [`${from[0]} to ${last[0]}`, `${from[1]}至${last[1]}`]
}

/** How a sentence says it: 'in March 2023', and of rows that last, 'on 31 March 2023', '截至2023年3月31日'. */
export function periodPhrase(period: Period, time: 'moment' | 'span', today: string): Words {
  const [en, zh] = periodWords(period)
  if (time === 'moment') {
    const days = period.kind === 'days'
    return [days ? (en.includes(' to ') ? `from ${en}` : `on ${en}`) : `in ${en}`, zh]
  }
  const last = dayWords(countedOn(period, today))
  return [`on ${last[0]}`, `截至${last[1]}`]
}

/** The period that something is compared with: 'March 2023', and of rows that last the day, '31 March 2023'. */
export const periodCompared = (period: Period, time: 'moment' | 'span', today: string): Words =>
  time === 'moment' ? periodWords(period) : dayWords(countedOn(period, today))

/** The day whose state counts: the period's last, or today while it goes on. */
export const countedOn = (period: Period, today: string): string => earlierOf(lastDayOf(period), today)
