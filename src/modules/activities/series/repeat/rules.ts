/** A repetition as people choose it; other RRULEs are kept as they are, but chosen only by those who write them. */
export type Repeat = {
  every: 'workday' | 'day' | 'week' | 'month' | 'monthWeekday' | 'year'
  interval: number
  /** of a week: Monday is 1 */
  weekdays: number[]
  /** 'monthWeekday': which one in the month, -1 is the last */
  nth: number
  until: string | null
  count: number | null
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const workdays = [1, 2, 3, 4, 5]

export function writeRule({ every, interval, weekdays, nth, until, count }: Repeat): string {
  const days = (all: readonly number[]): string =>
    [...all]
      .sort()
      .map((day) => codes[day - 1])
      .join(',')
  const parts: Record<Repeat['every'], string[]> = {
    workday: ['FREQ=WEEKLY', `BYDAY=${days(workdays)}`],
    day: ['FREQ=DAILY'],
    week: ['FREQ=WEEKLY', ...(weekdays.length > 0 ? [`BYDAY=${days(weekdays)}`] : [])],
    month: ['FREQ=MONTHLY'],
    monthWeekday: ['FREQ=MONTHLY', `BYDAY=${nth}${codes[(weekdays[0] ?? 1) - 1]}`],
    year: ['FREQ=YEARLY'],
  }
  const all = [...parts[every]]
  if (interval > 1 && every !== 'workday') all.push(`INTERVAL=${interval}`)
  if (until) all.push(`UNTIL=${until.replaceAll('-', '')}`)
  else if (count) all.push(`COUNT=${count}`)
  return all.join(';')
}

/** The rule as people choose it; null when it says more than that. */
export function readRule(rule: string): Repeat | null {
  const part = Object.fromEntries(rule.split(';').map((one) => one.split('=') as [string, string]))
  const { FREQ: freq, INTERVAL: interval, BYDAY: byDay, UNTIL: until, COUNT: count, WKST: _, ...rest } = part
  if (Object.keys(rest).length > 0) return null
  const shared = {
    interval: Number(interval ?? 1),
    until: until ? `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` : null,
    count: count ? Number(count) : null,
    nth: 1,
    weekdays: [] as number[],
  }
  if (freq === 'DAILY' && !byDay) return { every: 'day', ...shared }
  if (freq === 'YEARLY' && !byDay) return { every: 'year', ...shared }
  if (freq === 'MONTHLY' && !byDay) return { every: 'month', ...shared }
  const nth = /^(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.exec(byDay ?? '')
  if (freq === 'MONTHLY' && nth)
    return { every: 'monthWeekday', ...shared, nth: Number(nth[1]), weekdays: [codes.indexOf(nth[2] ?? '') + 1] }
  const weekdays = (byDay ?? '').split(',').map((code) => codes.indexOf(code) + 1)
  if (freq !== 'WEEKLY' || (byDay && weekdays.includes(0))) return null
  if (weekdays.join() === workdays.join() && shared.interval === 1) return { every: 'workday', ...shared, weekdays }
  return { every: 'week', ...shared, weekdays: byDay ? weekdays.sort() : [] }
}
