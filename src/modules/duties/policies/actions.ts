import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { audienceDifference, checkAudience } from '../../learning/courses/audience/actions.ts'
import type { Difference } from '../../learning/courses/audience/contract.ts'
import { seenRefusal } from '../../learning/courses/audience/rules.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { settleReadings } from './asking/actions.ts'
import type * as contract from './contract.ts'
import type { Policy } from './contract.ts'
import * as queries from './queries.ts'
import { mayChange, publishRefusal, readingRefusal } from './rules.ts'
import { readPolicy, seenPolicy, todayOf } from './seeing/actions.ts'
import { keyed, sectionsOf } from './text/rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

export async function createPolicy(context: Context, input: In<typeof contract.createPolicy>): Promise<Policy> {
  const { path } = await organizationNamed(context, input.organizationId)
  allow(mayChange(context.me, path))
  const policyId = newId()
  await queries.insertPolicy(context.tx, { id: policyId, ...input })
  return readPolicy(context, { policyId })
}

/** Held still, for those who may change it. */
async function heldPolicy(context: Context, policyId: string) {
  await queries.holdPolicy(context.tx, policyId)
  const seen = await seenPolicy(context, policyId)
  allow(mayChange(context.me, seen.policy.path))
  return { ...seen, draft: seen.versions.find(({ publishedOn }) => publishedOn === null) }
}

export async function renamePolicy(context: Context, { policyId, name }: In<typeof contract.renamePolicy>) {
  await heldPolicy(context, policyId)
  await queries.updatePolicy(context.tx, policyId, { name })
  return readPolicy(context, { policyId })
}

export async function writePolicy(context: Context, input: In<typeof contract.writePolicy>): Promise<Policy> {
  const { policyId, text, inForceFrom } = input
  const { versions, published } = await heldPolicy(context, policyId)
  const last = versions.find(({ id }) => id === published[0]?.id)
  const sections = JSON.stringify(keyed(last?.sections ?? [], sectionsOf(text), newId))
  const number = (last?.number ?? 0) + 1
  await queries.upsertDraft(context.tx, { id: newId(), policyId, number, sections, inForceFrom })
  return readPolicy(context, { policyId })
}

export async function publishPolicy(context: Context, { policyId }: { policyId: string }): Promise<Policy> {
  const { tx, me } = context
  const { policy, draft, published } = await heldPolicy(context, policyId)
  refuse(publishRefusal(draft, published[0]))
  await queries.setPublished(tx, found(draft).id, { publishedOn: todayOf(context), publishedBy: found(me.id) })
  await settleReadings(context, policy)
  return readPolicy(context, { policyId })
}

export async function differReaders(
  context: Context,
  { policyId, audience }: In<typeof contract.differReaders>,
): Promise<Difference> {
  const { policy } = await seenPolicy(context, policyId)
  allow(mayChange(context.me, policy.path))
  await checkAudience(context, audience)
  return audienceDifference(context, policy.audience, audience)
}

export async function askToRead(
  context: Context,
  { policyId, audience, ...seen }: In<typeof contract.askToRead>,
): Promise<Policy> {
  const { policy } = await heldPolicy(context, policyId)
  await checkAudience(context, audience)
  refuse(seenRefusal(seen, await audienceDifference(context, policy.audience, audience)))
  await queries.updatePolicy(context.tx, policyId, { audience: JSON.stringify(audience) })
  await settleReadings(context, { ...policy, audience })
  return readPolicy(context, { policyId })
}

export async function acknowledgePolicy(
  context: Context,
  input: In<typeof contract.acknowledgePolicy>,
): Promise<Policy> {
  const { tx, me } = context
  const { policyId, number } = input
  const { published } = await seenPolicy(context, policyId)
  const reading = (await queries.openReadingsOf(tx, found(me.id))).find((one) => one.policyId === policyId)
  refuse(readingRefusal(reading, number, published[0]?.number ?? 0))
  if (reading) await queries.setRead(tx, reading.id, todayOf(context))
  return readPolicy(context, { policyId })
}

export const removePolicy = async (context: Context, { policyId }: { policyId: string }) => {
  const { policy } = await heldPolicy(context, policyId)
  return setRemoved(context, policy, context.now)
}

export async function bringBackPolicy(context: Context, { policyId }: { policyId: string }) {
  const policy = found(await queries.policyById(context.tx, policyId))
  found(mayChange(context.me, policy.path) || null)
  return setRemoved(context, policy, null)
}

async function setRemoved(context: Context, policy: queries.PolicyOf, removedAt: Date | null) {
  await queries.updatePolicy(context.tx, policy.id, { removedAt })
  await settleReadings(context, { ...policy, removedAt })
  return { done: true as const }
}
