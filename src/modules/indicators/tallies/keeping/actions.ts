import { forgetMarks } from '../../../../platform/changes.ts'
import type { Context } from '../../../../platform/context.ts'
import { event } from '../../../../platform/events.ts'
import { declaredFacts } from '../../../../platform/facts.ts'
import { dayIn, daysFrom } from '../../../../platform/zone.ts'
import { daysReached, daysWithRows, type Kept, keptAs, type Marked, marks, pathsReached, states } from '../queries.ts'
import { daysOf, firstByDays, keptBefore, pieceOf } from '../rules.ts'
import * as queries from './queries.ts'

/** Records of a fact were changed, in these parts of the tree or below them; null: perhaps in all of them. */
export type Changed = { fact: string; paths: string[] | null }
export const recordsChanged = event<Changed>('records.changed')

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)
const asPiece = (piece: string) => ({ piece, ...daysOf(piece) })

/** Facts of a moment, as they are kept: what lasts is counted as it stands. */
async function allKept({ tx, me }: Context): Promise<Kept[]> {
  const all: Kept[] = []
  for (const fact of declaredFacts()) if (fact.time === 'moment') all.push(await keptAs(tx, fact, me.timeZone))
  return all
}

/** Counts the months, and the days of the month that runs, that are over and new or marked as changed, in one snapshot: what is marked later is counted later. */
export async function keepTallies(context: Context): Promise<{ pieces: number }> {
  const { tx, me, now } = context
  const today = dayIn(me.timeZone, now)
  const [before, marked] = [await states(tx), await marks(tx)]
  let pieces = 0
  for (const kept of await allKept(context)) {
    const state = before.find(({ fact }) => fact === kept.fact.name)
    const since = state?.definition === kept.definition ? state.countedTo : null
    // Whose clock is behind does not count less than another has.
    const until = since !== null && since > today ? since : today
    const again = await daysToCount(context, kept, { since, until, marked })
    if (again.all) await queries.forget(tx, kept)
    if (since === null) await queries.forgetMembers(tx, kept)
    const changed = new Set(again.days.map((day) => pieceOf(day, until)))
    const parts = new Set<string>()
    for (const piece of changed) for (const path of await recount(context, kept, piece)) parts.add(path)
    // The first count of all tells nobody.
    if (since !== null && again.marked) {
      const paths = again.all ? null : [...parts, ...(await pathsReached(tx, kept, until))]
      if (paths === null || paths.length > 0)
        await context.publish(recordsChanged, { fact: kept.fact.name, paths: paths && [...new Set(paths)].sort() })
    }
    if (until !== since) await queries.keepState(tx, kept, until)
    pieces += changed.size
  }
  if (marked.length > 0) await forgetMarks(tx)
  return { pieces }
}

/** Counts a piece again; the nodes at which it is not what it was: also those that a record has left. */
async function recount({ tx }: Context, kept: Kept, name: string): Promise<string[]> {
  const piece = asPiece(name)
  const before = await queries.told(tx, kept, piece)
  await queries.recount(tx, kept, piece)
  const after = await queries.told(tx, kept, piece)
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))
}

type Span = { since: string | null; until: string; marked: readonly Marked[] }

async function daysToCount(
  { tx }: Context,
  kept: Kept,
  { since, until, marked }: Span,
): Promise<{ marked: boolean; all: boolean; days: string[] }> {
  const mine = marked.filter(({ tableName }) => kept.tables.includes(tableName))
  const over = (days: string[]): string[] => days.filter((day) => isDay(day) && day < until)
  if (since === null || mine.some(({ everything }) => everything) || (mine.length > 0 && !kept.fact.reached))
    return { marked: mine.length > 0, all: true, days: over(await daysWithRows(tx, kept)) }
  // Days that are now kept with their month are counted again as that month.
  const fresh = [...daysFrom(`${firstByDays(since)}-01`, `${firstByDays(until)}-01`), ...daysFrom(since, until)]
  return {
    marked: mine.length > 0,
    all: false,
    days: [...(mine.length > 0 ? over(await daysReached(tx, kept)) : []), ...fresh],
  }
}

/** Forgets all that is kept and counts it again. */
export async function rebuildTallies(context: Context): Promise<{ pieces: number }> {
  await queries.forgetStates(context.tx)
  return keepTallies(context)
}

/** Compares all that is kept and not marked with the records; tells the first difference. */
export async function checkTallies(context: Context): Promise<{ pieces: number; difference: string | null }> {
  const { tx } = context
  const [before, marked] = [await states(tx), await marks(tx)]
  let pieces = 0
  for (const kept of await allKept(context)) {
    const state = before.find(({ fact }) => fact === kept.fact.name)
    if (state?.definition !== kept.definition) continue
    const until = state.countedTo
    const mine = marked.filter(({ tableName }) => kept.tables.includes(tableName))
    if (mine.some(({ everything }) => everything) || (mine.length > 0 && !kept.fact.reached)) continue
    const isKept = keptBefore(until, mine.length > 0 ? await daysReached(tx, kept) : [])
    const stored = await queries.keptPieces(tx, kept)
    const all = new Set([...(await daysWithRows(tx, kept)).filter(isDay).map((day) => pieceOf(day, until)), ...stored])
    for (const piece of [...all].filter(isKept).sort()) {
      const difference = await queries.difference(tx, kept, asPiece(piece))
      if (difference) return { pieces, difference }
      pieces += 1
    }
  }
  return { pieces, difference: null }
}
