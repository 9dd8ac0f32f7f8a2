import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/database.ts'
import { allow, found, refuse } from '../../platform/errors.ts'
import { dayIn } from '../../platform/zone.ts'
import { organizationNamed } from '../organizations/actions.ts'
import { peopleNamed } from '../organizations/people/actions.ts'
import { holdsOn, spanRefusal } from '../organizations/people/rules.ts'
import type * as contract from './contract.ts'
import type { Duties, DutyCard, DutyRow, Holding } from './contract.ts'
import { setLettersAcknowledged } from './letters/queries.ts'
import { readPolicy } from './policies/seeing/actions.ts'
import * as queries from './queries.ts'
import { endingRefusal, givingRefusal, loadsOf, mayChange, maySee, sourceRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

/** What is held is acknowledged when its latest letter is, if there is one. */
const holdingOf = ({
  personId,
  personName,
  acknowledgedAt,
  letter,
  dutyId: _,
  ...held
}: queries.HoldingOf): Holding => ({
  ...held,
  person: { id: personId, name: personName },
  acknowledged: acknowledgedAt !== null && (letter === null || letter.acknowledgedOn !== null),
  letter,
})

function rowOf({ me }: Context, duty: queries.DutyOf, holdings: readonly queries.HoldingOf[], day: string): DutyRow {
  const on = (wanted: string) => {
    const held = holdings.find((one) => one.seat === wanted && holdsOn(one, day))
    return held ? holdingOf(held) : null
  }
  const { id, name, about, fromDate, toDate } = duty
  return {
    id,
    name,
    about,
    organization: { id: duty.organizationId, name: duty.organizationName },
    fromDate,
    toDate,
    policy:
      duty.policyId === null || duty.policyName === null
        ? null
        : { id: duty.policyId, name: duty.policyName, sectionKey: duty.sectionKey, section: duty.section },
    holder: on('holder'),
    deputy: on('deputy'),
    mayChange: mayChange(me, duty.path),
  }
}

export async function listDuties(
  context: Context,
  { asOf, organizationId }: In<typeof contract.listDuties>,
): Promise<Duties> {
  const { tx, me } = context
  const day = asOf ?? todayOf(context)
  const path = organizationId && (await organizationNamed(context, organizationId)).path
  const all = await queries.dutiesOn(tx, day, path)
  const holdings = await queries.holdingsOf(
    tx,
    all.map(({ id }) => id),
  )
  const byDuty = Map.groupBy(holdings, ({ dutyId }) => dutyId)
  const seen = all.filter(({ id, path }) => {
    const holders = (byDuty.get(id) ?? []).filter((held) => holdsOn(held, day)).map(({ personId }) => personId)
    return maySee(me, { path, holders })
  })
  const duties = seen.map((duty) => rowOf(context, duty, byDuty.get(duty.id) ?? [], day))
  return { asOf: day, duties, loads: loadsOf(duties) }
}

export async function readDuty(context: Context, { dutyId }: { dutyId: string }): Promise<DutyCard> {
  const duty = found(await queries.dutyById(context.tx, dutyId))
  const holdings = await queries.holdingsOf(context.tx, [dutyId])
  const holders = holdings.map(({ personId }) => personId)
  found((duty.removedAt === null && maySee(context.me, { path: duty.path, holders })) || null)
  return { ...rowOf(context, duty, holdings, todayOf(context)), holdings: holdings.map(holdingOf) }
}

export async function createDuty(context: Context, input: In<typeof contract.createDuty>): Promise<DutyCard> {
  const { path } = await organizationNamed(context, input.organizationId)
  allow(mayChange(context.me, path))
  refuse(spanRefusal(input, []))
  await judgeSource(context, input)
  const id = newId()
  await queries.insertDuty(context.tx, { ...input, id })
  return readDuty(context, { dutyId: id })
}

export async function changeDuty(
  context: Context,
  { dutyId, ...fields }: In<typeof contract.changeDuty>,
): Promise<DutyCard> {
  await heldDuty(context, dutyId)
  refuse(spanRefusal(fields, []))
  await judgeSource(context, fields)
  await queries.updateDuty(context.tx, dutyId, fields)
  return readDuty(context, { dutyId })
}

/** The policy that a duty comes from is one that whoever writes it down may read. */
async function judgeSource(
  context: Context,
  { policyId, sectionKey }: { policyId: string | null; sectionKey: string | null },
): Promise<void> {
  const sections = policyId === null ? [] : (await readPolicy(context, { policyId })).sections
  refuse(sourceRefusal(sectionKey, sections))
}

/** Held still, for those who may change it. */
export async function heldDuty(context: Context, id: string): Promise<queries.DutyOf> {
  await queries.holdDuties(context.tx, [id])
  const duty = found(await queries.dutyById(context.tx, id))
  await readDuty(context, { dutyId: id })
  allow(mayChange(context.me, duty.path))
  return duty
}

export async function removeDuty(context: Context, { dutyId }: { dutyId: string }) {
  await heldDuty(context, dutyId)
  await queries.updateDuty(context.tx, dutyId, { removedAt: context.now })
  return { done: true as const }
}

export async function bringBackDuty(context: Context, { dutyId }: { dutyId: string }) {
  const duty = found(await queries.dutyById(context.tx, dutyId))
  found(mayChange(context.me, duty.path) || null)
  await queries.updateDuty(context.tx, dutyId, { removedAt: null })
  return { done: true as const }
}

export async function giveDuty(context: Context, input: In<typeof contract.giveDuty>): Promise<DutyCard> {
  const duty = await heldDuty(context, input.dutyId)
  await give(context, duty, input)
  return readDuty(context, input)
}

type Giving = { dutyId: string; personId: string; seat: 'holder' | 'deputy'; fromDate: string }

/** Whoever has the seat then has it until then. The duty is held still. */
export async function give(context: Context, duty: queries.DutyOf, { dutyId, ...given }: Giving): Promise<void> {
  const { tx } = context
  await peopleNamed(context, [given.personId])
  const holdings = await queries.holdingsOf(tx, [dutyId])
  refuse(givingRefusal(duty, given, holdings))
  const before = holdings.find((held) => held.seat === given.seat && holdsOn(held, given.fromDate))
  if (before) await queries.updateHolding(tx, before.id, { toDate: given.fromDate })
  await queries.insertHolding(tx, { id: newId(), dutyId, ...given, toDate: duty.toDate })
}

export async function endHolding(context: Context, { holdingId, toDate }: In<typeof contract.endHolding>) {
  const { dutyId } = found(await queries.holdingById(context.tx, holdingId))
  await heldDuty(context, dutyId)
  const holdings = await queries.holdingsOf(context.tx, [dutyId])
  const held = found(holdings.find(({ id }) => id === holdingId))
  refuse(endingRefusal(held, toDate, holdings))
  await queries.updateHolding(context.tx, holdingId, { toDate })
  return readDuty(context, { dutyId })
}

export async function acknowledgeDuty(context: Context, { holdingId }: { holdingId: string }) {
  const { dutyId, personId } = found(await queries.holdingById(context.tx, holdingId))
  await readDuty(context, { dutyId })
  allow(personId === context.me.id)
  await queries.updateHolding(context.tx, holdingId, { acknowledgedAt: context.now })
  await setLettersAcknowledged(context.tx, holdingId, todayOf(context))
  return readDuty(context, { dutyId })
}
