import type { Context } from '../../../../platform/context.ts'
import type { Matter } from '../../../../platform/notice/matter.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { notify } from '../../../notices/actions.ts'
import { holdersOf } from '../../../organizations/rules.ts'
import { leadersAbove, leadersOf } from '../../findings/warning/queries.ts'
import { checkDue, checkLate, checksLateBelow, type Told } from '../matters.ts'
import { mayCheck } from '../rules.ts'
import * as queries from './queries.ts'
import { isDueNow, isLateNow } from './rules.ts'

export type CheckToDo = queries.OpenCheck & { who: { id: string; name: string }[] }

/** Each with whoever does it: who did the one before, or else whoever leads the place. */
async function toDo({ tx, me, now }: Context): Promise<CheckToDo[]> {
  const today = dayIn(me.timeZone, now)
  const checks = await queries.openChecks(tx, today, holdersOf('doChecks'))
  const parts = new Set(checks.flatMap(({ doneBefore, organizationId }) => (doneBefore ? [] : organizationId)))
  const leaders = Map.groupBy(await leadersOf(tx, [...parts], today), ({ organizationId }) => organizationId)
  return checks.map((check) => ({
    ...check,
    who: check.doneBefore
      ? [check.doneBefore]
      : (leaders.get(check.organizationId) ?? []).map(({ personId, name }) => ({ id: personId, name })),
  }))
}

/** What is to be checked in a part of the tree, as far as the reader checks there. */
export const checksToDo = async (context: Context, path: string): Promise<CheckToDo[]> =>
  (await toDo(context)).filter((check) => check.path.startsWith(path) && mayCheck(context.me, check.path))

/** Every morning: whoever does a check is told of it, and when it is late so is the level above; each once a day at most. */
export async function warnOfChecks(context: Context): Promise<void> {
  const { tx, me, now } = context
  const today = dayIn(me.timeZone, now)
  const all = await toDo(context)
  const due = all.filter((check) => isDueNow(check, today))
  const late = all.filter((check) => isLateNow(check, today))
  const doing = (checks: readonly CheckToDo[]) => checks.flatMap((check) => check.who.map(({ id }) => ({ id, check })))
  await tell(context, checkDue, today, doing(due))
  await tell(context, checkLate, today, doing(late))
  const above = await leadersAbove(tx, [...new Set(late.map(({ organizationId }) => organizationId))], today)
  const below = above.flatMap(({ organizationId, personId }) =>
    late
      .filter((check) => check.organizationId === organizationId && check.who.every(({ id }) => id !== personId))
      .map((check) => ({ id: personId, check })),
  )
  await tell(context, checksLateBelow, today, below)
}

async function tell(
  context: Context,
  matter: Matter<Told>,
  key: string,
  all: readonly { id: string; check: CheckToDo }[],
): Promise<void> {
  for (const [personId, theirs] of Map.groupBy(all, ({ id }) => id)) {
    const [{ check }] = theirs as [(typeof theirs)[number]]
    const { id, checklist, place, station, dueOn, organizationName } = check
    await notify(context, {
      personIds: [personId],
      matter,
      key,
      values: {
        count: theirs.length,
        first: [station, place, checklist].filter(Boolean).join(' · '),
        until: dueOn,
        office: organizationName,
      },
      link: theirs.length === 1 ? `/checks/${id}` : '/checks',
    })
  }
}
