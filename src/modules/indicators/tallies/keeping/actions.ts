import { forgetMarks } from '../../../../platform/changes.ts'
import type { Context } from '../../../../platform/context.ts'
import { event } from '../../../../platform/events.ts'
import { declaredFacts } from '../../../../platform/facts.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { partsOf, periodOf } from '../../period/rules.ts'
import {
  type Kept,
  keptAs,
  type Marked,
  marks,
  monthsReached,
  monthsWithRows,
  pathsReached,
  states,
} from '../queries.ts'
import * as queries from './queries.ts'

/** Records of a fact were changed, in these parts of the tree; null: perhaps in all of them. */
export type Changed = { fact: string; paths: string[] | null }
export const recordsChanged = event<Changed>('records.changed')

const isMonth = (text: string): boolean => /^\d{4}-\d\d$/.test(text)
const monthOf = (month: string) => ({ month, ...periodOf('month', `${month}-01`) })

/** Facts of a moment, as they are kept: what lasts is counted as it stands. */
async function allKept({ tx, me }: Context): Promise<Kept[]> {
  const all: Kept[] = []
  for (const fact of declaredFacts()) if (fact.time === 'moment') all.push(await keptAs(tx, fact, me.timeZone))
  return all
}

/** Counts the months that are over and new, or marked as changed, in one snapshot: what is marked later is counted later. */
export async function keepTallies(context: Context): Promise<{ months: number }> {
  const { tx, me, now } = context
  const closedTo = dayIn(me.timeZone, now).slice(0, 7)
  const [before, marked] = [await states(tx), await marks(tx)]
  let months = 0
  for (const kept of await allKept(context)) {
    const state = before.find(({ fact }) => fact === kept.fact.name)
    const since = state?.definition === kept.definition ? state.countedTo : null
    if (since !== null) await tellChanged(context, kept, marked)
    const again = await monthsToCount(context, kept, since, marked, closedTo)
    if (again.all) await queries.forget(tx, kept)
    if (since === null) await queries.forgetMembers(tx, kept)
    for (const month of again.months) await queries.recount(tx, kept, monthOf(month))
    // Whose clock is behind does not count less than another has.
    const to = since !== null && since > closedTo ? since : closedTo
    if (to !== since) await queries.keepState(tx, kept, to)
    months += again.months.length
  }
  if (marked.length > 0) await forgetMarks(tx)
  return { months }
}

/** For whoever judges by what is counted; the first count of all tells nobody. */
async function tellChanged({ tx, publish }: Context, kept: Kept, marked: readonly Marked[]): Promise<void> {
  const mine = marked.filter(({ tableName }) => kept.tables.includes(tableName))
  if (mine.length === 0) return
  const known = kept.fact.reached && mine.every(({ everything }) => !everything)
  await publish(recordsChanged, { fact: kept.fact.name, paths: known ? await pathsReached(tx, kept) : null })
}

async function monthsToCount(
  { tx }: Context,
  kept: Kept,
  since: string | null,
  marked: readonly Marked[],
  closedTo: string,
): Promise<{ all: boolean; months: string[] }> {
  const mine = marked.filter(({ tableName }) => kept.tables.includes(tableName))
  const all = since === null || mine.some(({ everything }) => everything) || (mine.length > 0 && !kept.fact.reached)
  const until = since !== null && since > closedTo ? since : closedTo
  if (all) return { all, months: (await monthsWithRows(tx, kept)).filter((m) => isMonth(m) && m < until) }
  const reached = mine.length > 0 ? (await monthsReached(tx, kept)).filter((m) => isMonth(m) && m < since) : []
  const fresh = partsOf({ kind: 'days', from: `${since}-01`, to: `${until}-01` }, 'month').map(({ from }) =>
    from.slice(0, 7),
  )
  return { all, months: [...reached, ...fresh] }
}

/** Forgets all that is kept and counts it again. */
export async function rebuildTallies(context: Context): Promise<{ months: number }> {
  await queries.forgetStates(context.tx)
  return keepTallies(context)
}

/** Compares all that is kept and not marked with the records; tells the first difference. */
export async function checkTallies(context: Context): Promise<{ months: number; difference: string | null }> {
  const { tx } = context
  const [before, marked] = [await states(tx), await marks(tx)]
  let months = 0
  for (const kept of await allKept(context)) {
    const state = before.find(({ fact }) => fact === kept.fact.name)
    if (state?.definition !== kept.definition) continue
    const mine = marked.filter(({ tableName }) => kept.tables.includes(tableName))
    if (mine.some(({ everything }) => everything) || (mine.length > 0 && !kept.fact.reached)) continue
    const reached = mine.length > 0 ? await monthsReached(tx, kept) : []
    const all = new Set([...(await monthsWithRows(tx, kept)), ...(await queries.keptMonths(tx, kept))])
    for (const month of [...all].filter((m) => isMonth(m) && m < state.countedTo && !reached.includes(m)).sort()) {
      const difference = await queries.difference(tx, kept, monthOf(month))
      if (difference) return { months, difference }
      months += 1
    }
  }
  return { months, difference: null }
}
