import { readFileSync } from 'node:fs'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { allow, found, Refused, refuse } from '../../../platform/errors.ts'
import { event } from '../../../platform/events.ts'
import { yearOf } from '../../../platform/zone.ts'
import { canEverywhere } from '../rules.ts'
import type { SpecialDay, WorkingYear } from './contract.ts'
import * as queries from './queries.ts'
import { specialDayRefusal, type WorkingCalendar } from './rules.ts'

/** The working days from `from` to `to` (both inclusive) are others than before. */
export const workingDaysChanged = event<{ from: string; to: string }>('workingDaysChanged')

export const workingCalendar = ({ tx }: Pick<Context, 'tx'>): Promise<WorkingCalendar> => queries.workingCalendar(tx)

export async function readWorkingYear({ tx, me }: Context, { year }: { year: number }): Promise<WorkingYear> {
  const announced = await queries.publishedYear(tx, year)
  return {
    year,
    published: announced !== undefined,
    source: announced?.source ?? null,
    days: await queries.specialDays(tx, year),
    shipped: announcementOf(year) !== null,
    mayChange: canEverywhere(me, 'administer'),
  }
}

export async function setSpecialDay(context: Context, { date, name, works }: SpecialDay): Promise<WorkingYear> {
  allow(canEverywhere(context.me, 'administer'))
  refuse(specialDayRefusal(date, works))
  await queries.saveSpecialDays(context.tx, [{ date, name, works }])
  return changed(context, yearOf(date), date, date)
}

export async function removeSpecialDay(context: Context, { date }: { date: string }): Promise<WorkingYear> {
  allow(canEverywhere(context.me, 'administer'))
  found((await queries.deleteSpecialDay(context.tx, date)) || null)
  return changed(context, yearOf(date), date, date)
}

export async function announceYear(
  context: Context,
  { year, published }: { year: number; published: boolean },
): Promise<WorkingYear> {
  allow(canEverywhere(context.me, 'administer'))
  if (published) await queries.savePublishedYear(context.tx, year, null)
  else await queries.deletePublishedYear(context.tx, year)
  return changed(context, year)
}

export async function restoreYear(context: Context, { year }: { year: number }): Promise<WorkingYear> {
  allow(canEverywhere(context.me, 'administer'))
  const announcement = announcementOf(year)
  if (!announcement) throw new Refused('notShipped')
  await queries.deleteSpecialDays(context.tx, year)
  await take(context.tx, announcement)
  return changed(context, year)
}

async function changed(
  context: Context,
  year: number,
  from = `${year}-01-01`,
  to = `${year}-12-31`,
): Promise<WorkingYear> {
  await context.publish(workingDaysChanged, { from, to })
  return readWorkingYear(context, { year })
}

/** For a new tenant: every year that Linli brings with it. */
export async function loadPublishedYears(tx: Tx): Promise<void> {
  for (const year of shippedYears) {
    const announcement = announcementOf(year)
    if (announcement) await take(tx, announcement)
  }
}

type Announcement = { year: number; papers: string[]; days: { name: string; date: string; isOffDay: boolean }[] }

const shippedYears = [2023, 2024, 2025, 2026, 2027]
const announcements = new Map<number, Announcement | null>()

/** Null when the year had not been announced when this version of Linli was made. */
function announcementOf(year: number): Announcement | null {
  if (!shippedYears.includes(year)) return null
  const known = announcements.get(year)
  if (known !== undefined) return known
  const file = new URL(`./published/${year}.json`, import.meta.url)
  const read = JSON.parse(readFileSync(file, 'utf8')) as Announcement
  const announcement = read.days.length > 0 ? read : null
  announcements.set(year, announcement)
  return announcement
}

async function take(tx: Tx, { year, papers, days }: Announcement): Promise<void> {
  await queries.saveSpecialDays(
    tx,
    days.map(({ date, name, isOffDay }) => ({ date, name, works: !isOffDay })),
  )
  await queries.savePublishedYear(tx, year, papers[0] ?? null)
}
