import { addDays, weekdayOf } from '../../../platform/zone.ts'

export const views = ['month', 'week', 'list'] as const
export type View = (typeof views)[number]

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

export function addMonths(day: string, count: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const at = year * 12 + month - 1 + count
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`
}

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day))

/** The days that a view shows around a day; `to` is not included. */
export function spanOf(view: View, on: string): { from: string; to: string } {
  if (view === 'week') return { from: mondayOf(on), to: addDays(mondayOf(on), 7) }
  if (view === 'list') return { from: on, to: addDays(on, 28) }
  const first = monthOf(on)
  const last = addDays(addMonths(first, 1), -1)
  return { from: mondayOf(first), to: addDays(mondayOf(last), 7) }
}

/** The day to go to, one view earlier (-1) or later (1). */
export function step(view: View, on: string, by: number): string {
  if (view === 'month') return addMonths(on, by)
  return addDays(on, by * (view === 'week' ? 7 : 28))
}
