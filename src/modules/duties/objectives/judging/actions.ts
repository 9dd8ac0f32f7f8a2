import type { Context } from '../../../../platform/context.ts'
import { dayIn, yearOf } from '../../../../platform/zone.ts'
import type { Changed } from '../../../indicators/tallies/keeping/actions.ts'
import { notify } from '../../../notices/actions.ts'
import { objectiveTurned } from '../matters.ts'
import { stateWords } from '../messages.ts'
import * as queries from '../queries.ts'
import { standings } from '../standing/actions.ts'

/** The clock reads what every part of the tree has: it shows nobody more than a state and since when. */
const asTheClock = (context: Context): Context => ({
  ...context,
  me: { ...context.me, roles: [{ role: 'auditor', organizationId: '', path: '/' }] },
})

/** Every night all of this year's; last year's are judged once more when it is over. */
export async function judgeObjectives(clock: Context): Promise<void> {
  const context = asTheClock(clock)
  const year = yearOf(dayIn(context.me.timeZone, context.now))
  await judgeThese(context, [
    ...(await queries.objectivesOf(context.tx, year)),
    ...(await queries.objectivesOf(context.tx, year - 1)),
  ])
}

/** Soon after records were changed, those that count them: of this fact, of a part of the tree in which they are. */
export async function judgeTouched(clock: Context, { fact, paths }: Changed): Promise<void> {
  const context = asTheClock(clock)
  const year = yearOf(dayIn(context.me.timeZone, context.now))
  const rows =
    paths === null
      ? await queries.objectivesOf(context.tx, year)
      : await queries.objectivesAbove(context.tx, year, paths)
  await judgeThese(context, rows, fact)
}

/** A state that turned is dated, and whoever can act is told of what is late or at risk. */
async function judgeThese(context: Context, rows: readonly queries.Row[], fact?: string): Promise<void> {
  const today = dayIn(context.me.timeZone, context.now)
  for (const { row, verdict } of await standings(context, rows, fact)) {
    if (verdict.state === row.state) continue
    await queries.updateObjective(context.tx, row.id, { state: verdict.state, since: verdict.lateFrom ?? today })
    if (verdict.state === 'late' || verdict.state === 'atRisk')
      await notify(context, {
        personIds: [row.holderId],
        matter: objectiveTurned,
        key: `${row.id} ${verdict.state} ${today}`,
        values: { title: row.title, state: { words: stateWords[verdict.state] }, office: row.organizationName },
        link: `/objectives/${row.id}`,
      })
  }
}
