import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found, refuse } from '../../../../platform/errors.ts'
import { can } from '../../../organizations/rules.ts'
import { kept } from '../keeping/actions.ts'
import { placeIn } from '../mine/actions.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'
import { decideRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
const finished = { done: true as const }

/** For oneself, or for somebody whom one leads. */
export async function askExemption(context: Context, input: In<typeof contract.askExemption>) {
  const { tx, me, now } = context
  const { courseId, personId, reason } = input
  const place = await placeIn(context, courseId, personId)
  const leads = place?.standing.path && can(me, 'seePeople', place.standing.path)
  if (personId !== me.id) found(leads || null)
  refuse(place ? null : 'notInAudience')
  const asked = { courseId, personId, reason, askedBy: found(me.id), askedAt: now }
  refuse((await queries.insertExemption(tx, asked)) ? null : 'exemptAlready')
  return finished
}

export async function decideExemption(context: Context, { exemptionId, granted }: In<typeof contract.decideExemption>) {
  const { tx, me, now } = context
  const [exemption] = await queries.exemptionsOf(tx, { id: exemptionId })
  const { courseId, askedById, ...one } = found(exemption)
  await kept(context, courseId)
  refuse(decideRefusal({ ...one, askedBy: askedById }, me.id))
  await queries.decide(tx, exemptionId, { decidedBy: found(me.id), decidedAt: now, granted })
  return finished
}
