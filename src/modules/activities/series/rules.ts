import { addDays, yearOf } from '../../../platform/zone.ts'
import {
  isAnnounced,
  isHoliday,
  isMakeupWorkday,
  nextWorkday,
  type WorkingCalendar,
} from '../../organizations/working-days/rules.ts'

export const onHolidayChoices = ['skip', 'nextWorkday', 'keep'] as const
export type OnHoliday = (typeof onHolidayChoices)[number]
export type Habit = { onHoliday: OnHoliday; onMakeup: boolean; everyWorkday: boolean }

/** The first day after this one that is worked; a make-up day at the weekend only for those who use them. */
export function movedTo(day: string, calendar: WorkingCalendar, useMakeup: boolean): string {
  let next = nextWorkday(day, calendar)
  while (!useMakeup && isMakeupWorkday(next, calendar)) next = nextWorkday(next, calendar)
  return next
}

/** 'Each working day' means the make-up days too; a rule that names some weekdays does not. */
export const isEveryWorkday = (rule: string): boolean =>
  /^FREQ=(WEEKLY|DAILY)(;|$)/.test(rule) &&
  /(^|;)BYDAY=(?=.*MO)(?=.*TU)(?=.*WE)(?=.*TH)(?=.*FR)(MO|TU|WE|TH|FR|,)+(;|$)/.test(rule) &&
  !/INTERVAL=(?!1(;|$))/.test(rule)

/** What becomes of one day that the rule gave. `date` is null when nothing takes place. */
export type Placement = {
  seriesDate: string
  date: string | null
  /** the holiday it gave way to, or the make-up day's name */
  because: string | null
  /** the holidays of that year are not published yet: the day may still move */
  provisional: boolean
}

/** Puts the days of a rule onto the working calendar. One series takes place at most once a day: what moves onto a taken day is left out. */
export function placeDays(ruleDays: readonly string[], habit: Habit, calendar: WorkingCalendar): Placement[] {
  const { special } = calendar
  const given = new Set(ruleDays)
  const first = ruleDays[0]
  const last = ruleDays.at(-1)
  if (habit.everyWorkday && habit.onMakeup && first && last)
    for (const day of special.keys()) if (day >= first && day <= last && isMakeupWorkday(day, calendar)) given.add(day)

  const days = [...given].sort()
  const stays = (day: string): boolean => habit.onHoliday === 'keep' || !isHoliday(day, calendar)
  const taken = new Set(days.filter(stays))
  return days.map((day) => {
    const because = special.get(day)?.name ?? null
    const provisional = !isAnnounced(day, calendar)
    if (stays(day)) return { seriesDate: day, date: day, because, provisional }
    if (habit.onHoliday === 'skip') return { seriesDate: day, date: null, because, provisional }
    const moved = movedTo(day, calendar, habit.onMakeup)
    if (taken.has(moved)) return { seriesDate: day, date: null, because, provisional }
    taken.add(moved)
    return { seriesDate: day, date: moved, because, provisional: provisional || !isAnnounced(moved, calendar) }
  })
}

/** One activity of the series as it stands. `fixed`: past, attended, or changed by hand, so the series leaves it alone. */
export type Standing = { id: string; seriesDate: string; date: string; fixed: boolean; cancelled: boolean }
export type Change =
  | { change: 'create'; seriesDate: string; date: string }
  /** on another day, for another day of the rule, or again although cancelled; otherwise as it is */
  | { change: 'place'; id: string; seriesDate: string; date: string; moved: boolean }
  | { change: 'cancel'; id: string }

/**
 * What to do so that the series stands as wanted. `rearranged`: the rule itself changed, so what falls away goes, in order,
 * to the new days instead of being cancelled: people keep the same entry in their calendars.
 */
export function reconcile(standing: readonly Standing[], wanted: readonly Placement[], rearranged = false): Change[] {
  const fixed = new Set(standing.filter((one) => one.fixed).map((one) => one.seriesDate))
  const open = new Map(
    wanted.filter((one) => one.date !== null && !fixed.has(one.seriesDate)).map((one) => [one.seriesDate, one]),
  )
  const changes: Change[] = []
  const left: Standing[] = []
  for (const one of standing.filter((s) => !s.fixed).sort(bySeriesDate)) {
    const date = open.get(one.seriesDate)?.date
    open.delete(one.seriesDate)
    if (!date) left.push(one)
    else changes.push(place(one, one.seriesDate, date))
  }
  const fresh = [...open.values()].sort(bySeriesDate)
  for (const one of left) {
    const next = rearranged && !one.cancelled ? fresh.shift() : undefined
    if (next?.date) changes.push(place(one, next.seriesDate, next.date))
    else if (!one.cancelled) changes.push({ change: 'cancel', id: one.id })
  }
  for (const { seriesDate, date } of fresh) if (date) changes.push({ change: 'create', seriesDate, date })
  return changes
}

const bySeriesDate = (a: { seriesDate: string }, b: { seriesDate: string }): number =>
  a.seriesDate < b.seriesDate ? -1 : 1

const place = (one: Standing, seriesDate: string, date: string): Change => ({
  change: 'place',
  id: one.id,
  seriesDate,
  date,
  moved: one.date !== date || one.cancelled,
})

/** The years of these days whose holidays are not published yet. */
export const unpublishedYears = (days: Iterable<string>, published: ReadonlySet<number>): number[] =>
  [...new Set([...days].map(yearOf))].filter((year) => !published.has(year)).sort((a, b) => a - b)

/** The rule up to the day before: how a series ends where another takes over. */
export const endedBefore = (rule: string, day: string): string =>
  `${rule.replace(/;(UNTIL|COUNT)=[^;]*/g, '')};UNTIL=${addDays(day, -1).replaceAll('-', '')}`

/** What is left of a rule once it has given so many days: only a counted rule changes. */
export const restOf = (rule: string, given: number): string =>
  rule.replace(
    /(^|;)COUNT=(\d+)/,
    (_, before: string, count: string) => `${before}COUNT=${Math.max(1, Number(count) - given)}`,
  )
