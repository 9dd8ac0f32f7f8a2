import type { Context } from '../../../../platform/context.ts'
import { audienceWithPlaces } from '../../../learning/courses/audience/actions.ts'
import { notify } from '../../../notices/actions.ts'
import { policiesWait } from '../matters.ts'
import * as queries from '../queries.ts'
import { mayRemind } from '../rules.ts'
import { todayOf } from '../seeing/actions.ts'

/** Who is asked to read it, as its audience is today: nobody once it is removed, and nobody of an earlier version. */
export async function settleReadings(context: Context, policy: queries.PolicyOf): Promise<void> {
  const { tx } = context
  const latest = (await queries.versionsOf(tx, [policy.id])).find(({ publishedOn }) => publishedOn !== null)
  if (!latest) return
  const today = todayOf(context)
  const people = policy.removedAt === null ? await audienceWithPlaces(context, policy.audience, today) : []
  const asked = { policyId: policy.id, versionId: latest.id, today }
  await queries.askNoLonger(
    tx,
    asked,
    people.map(({ personId }) => personId),
  )
  await queries.askPeople(
    tx,
    asked,
    people.map(({ personId, organizationId }) => ({
      personId,
      organizationId: organizationId ?? policy.organizationId,
    })),
  )
}

/** Every morning: who is asked as of today, and a reminder for whoever has something to read and had none for a week. */
export async function keepReadings(context: Context): Promise<void> {
  const { tx } = context
  const today = todayOf(context)
  for (const policy of await queries.allPolicies(tx)) await settleReadings(context, policy)
  for (const { personId, lastReminded, n, first, ids } of await queries.unreadByPerson(tx)) {
    if (!mayRemind(lastReminded, today)) continue
    await queries.setReminded(tx, ids, today)
    await notify(context, {
      personIds: [personId],
      matter: policiesWait,
      key: today,
      values: { n, first },
      link: '/policies',
    })
  }
}
