import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { audienceNames } from '../../../learning/courses/audience/actions.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { can, pathsOf } from '../../../organizations/rules.ts'
import type * as contract from '../contract.ts'
import type { Policy, PolicyRow, PolicyVersion } from '../contract.ts'
import * as queries from '../queries.ts'
import { mayChange, maySee } from '../rules.ts'
import { textOf } from '../text/rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

/** So many of those who have not read it are named. */
const named = 200

export const todayOf = ({ me, now }: Pick<Context, 'me' | 'now'>): string => dayIn(me.timeZone, now)

/** One that the asker may not see does not exist; nor does one of which nothing is published, for who only reads. */
export async function seenPolicy(context: Context, id: string) {
  const { tx, me } = context
  const policy = found(await queries.policyById(tx, id))
  const versions = await queries.versionsOf(tx, [id])
  const published = versions.flatMap((version) => publishedOf(version) ?? [])
  const asked = (await readingsOf(context)).some(({ policyId }) => policyId === id)
  found((policy.removedAt === null && (asked || maySee(me, policy.path))) || null)
  found(published.length > 0 || mayChange(me, policy.path) || null)
  return { policy, versions, published }
}

export function publishedOf({
  id,
  number,
  inForceFrom,
  publishedOn,
  publishedBy,
}: queries.VersionOf): PolicyVersion | null {
  return publishedOn === null ? null : { id, number, inForceFrom, publishedOn, publishedBy: publishedBy ?? '' }
}

type Known = {
  version: PolicyVersion | null
  readings: Awaited<ReturnType<typeof queries.openReadingsOf>>
  standings: readonly queries.Standing[]
}
function rowOf({ me }: Context, policy: queries.PolicyOf, { version, readings, standings }: Known): PolicyRow {
  const mine = readings.find(({ policyId }) => policyId === policy.id)
  const led = standings.filter(({ policyId, path }) => policyId === policy.id && can(me, 'seePeople', path))
  return {
    id: policy.id,
    name: policy.name,
    organization: { id: policy.organizationId, name: policy.organizationName },
    version,
    mine: mine ? { askedOn: mine.askedOn, readOn: mine.readOn } : null,
    tally:
      pathsOf(me, 'seePeople').length === 0
        ? null
        : { asked: led.length, read: led.filter(({ readOn }) => readOn !== null).length },
    mayChange: mayChange(me, policy.path),
  }
}

const readingsOf = async ({ tx, me }: Context) => (me.id ? queries.openReadingsOf(tx, me.id) : [])

export async function listPolicies(context: Context): Promise<z.output<(typeof contract.listPolicies)['output']>> {
  const { tx, me } = context
  const readings = await readingsOf(context)
  const asked = new Set(readings.map(({ policyId }) => policyId))
  const seen = (await queries.allPolicies(tx)).filter(({ id, path }) => asked.has(id) || maySee(me, path))
  const ids = seen.map(({ id }) => id)
  const latest = new Map<string, PolicyVersion>()
  for (const version of await queries.versionsOf(tx, ids)) {
    const published = publishedOf(version)
    if (published && !latest.has(version.policyId)) latest.set(version.policyId, published)
  }
  const standings = await queries.standingsOf(tx, ids)
  const policies = seen
    .filter(({ id, path }) => latest.has(id) || mayChange(me, path))
    .map((policy) => rowOf(context, policy, { version: latest.get(policy.id) ?? null, readings, standings }))
  const homes = new Set(
    me.roles.filter((held) => mayChange({ roles: [held] }, held.path)).map((held) => held.organizationId),
  )
  const places = await Promise.all([...homes].map((id) => organizationNamed(context, id)))
  return { policies, places: places.map(({ id, name }) => ({ id, name })) }
}

export async function readPolicy(
  context: Context,
  { policyId, number }: In<typeof contract.readPolicy>,
): Promise<Policy> {
  const { tx, me } = context
  const { policy, versions, published } = await seenPolicy(context, policyId)
  const shown = number === undefined ? published[0] : found(published.find((one) => one.number === number))
  const [standings, changes] = [await queries.standingsOf(tx, [policyId]), mayChange(me, policy.path)]
  const draft = versions.find(({ publishedOn }) => publishedOn === null)
  const duties = (await queries.dutiesFrom(tx, policyId, todayOf(context))).filter(({ path }) =>
    can(me, 'seePeople', path),
  )
  return {
    ...rowOf(context, policy, { version: published[0] ?? null, readings: await readingsOf(context), standings }),
    shown: shown ?? null,
    sections: versions.find(({ id }) => id === shown?.id)?.sections ?? [],
    versions: published,
    draft: changes && draft ? { text: textOf(draft.sections), inForceFrom: draft.inForceFrom } : null,
    audience: policy.audience,
    names: await audienceNames(context, policy.audience),
    waiting: standings
      .filter(({ readOn, path }) => readOn === null && can(me, 'seePeople', path))
      .slice(0, named)
      .map(({ personId, personName, organizationName, askedOn, remindedOn }) => ({
        person: { id: personId, name: personName },
        organization: organizationName,
        askedOn,
        remindedOn,
      })),
    duties: duties.map(({ path: _, ...duty }) => duty),
  }
}
