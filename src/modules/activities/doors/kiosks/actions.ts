import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { allow, found, Refused } from '../../../../platform/errors.ts'
import { event } from '../../../../platform/events.ts'
import { hashOfLink, makeLink } from '../../../../platform/link.ts'
import { addDays, dayIn, instantOf } from '../../../../platform/zone.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { can, pathsOf } from '../../../organizations/rules.ts'
import { takeTellings } from '../actions.ts'
import { endOf, grouped, hexOfEnd } from '../code/rules.ts'
import { dayKey, doorKey, hashOfCode } from '../keys/actions.ts'
import { peopleByEnd } from '../queries.ts'
import type * as contract from './contract.ts'
import type { Kiosk, KioskDay } from './contract.ts'
import * as queries from './queries.ts'
import { codeLife } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

/** Whoever knows how many may come to an activity, and who may not, tells the tablets beforehand. */
export const doorsPrepared = event<{
  activityIds: readonly string[]
  tell: (activityId: string, known: { places: number; barred: readonly string[] }) => void
}>('doorsPrepared')

type Row = NonNullable<Awaited<ReturnType<typeof queries.kioskById>>>
const kioskOf = ({ path: _, ...kiosk }: Row): Kiosk => kiosk

export async function listKiosks({ tx, me }: Context): Promise<Kiosk[]> {
  const paths = pathsOf(me, 'managePlaces')
  return paths.length === 0 ? [] : (await queries.kiosksBelow(tx, paths)).map(kioskOf)
}

const tidy = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')

function freshCode() {
  const code = randomBytes(6).toString('hex').toUpperCase()
  return { code: grouped(code), hash: hashOfCode(code) }
}

export async function createKiosk(context: Context, { organizationId, name }: In<typeof contract.createKiosk>) {
  const { tx, me, now } = context
  const { path } = await organizationNamed(context, organizationId)
  allow(can(me, 'managePlaces', path))
  const { code, hash } = freshCode()
  const codeUntil = new Date(+now + codeLife)
  const id = newId()
  await queries.insertKiosk(tx, {
    id,
    organizationId,
    name,
    codeHash: hash,
    codeUntil,
    createdBy: me.id,
    createdAt: now,
  })
  return { ...kioskOf(found(await queries.kioskById(tx, id))), code, codeUntil }
}

async function keptKiosk({ tx, me }: Context, id: string): Promise<Row> {
  const kiosk = found(await queries.kioskById(tx, id))
  allow(can(me, 'managePlaces', kiosk.path))
  return kiosk
}

export async function renewKiosk(context: Context, { kioskId }: In<typeof contract.renewKiosk>) {
  const kiosk = await keptKiosk(context, kioskId)
  const { code, hash } = freshCode()
  const codeUntil = new Date(+context.now + codeLife)
  await queries.changeKiosk(context.tx, kioskId, { codeHash: hash, codeUntil, tokenHash: null })
  return { ...kioskOf(kiosk), code, codeUntil }
}

export async function revokeKiosk(context: Context, { kioskId }: In<typeof contract.revokeKiosk>) {
  await keptKiosk(context, kioskId)
  await queries.changeKiosk(context.tx, kioskId, { revokedAt: context.now, tokenHash: null, codeHash: null })
  return { done: true as const }
}

export async function enrolKiosk({ tx, me, now }: Context, { code }: In<typeof contract.enrolKiosk>) {
  const { token, hash } = makeLink(me.tenantId)
  const kiosk = await queries.spendCode(tx, hashOfCode(tidy(code)), hash, now)
  if (!kiosk) throw new Refused('kioskCodeWrong')
  return { token }
}

async function kioskWith({ tx }: Context, token: string): Promise<Row> {
  const kiosk = await queries.kioskByToken(tx, hashOfLink(token))
  if (!kiosk) throw new Refused('kioskGone')
  return kiosk
}

export async function kioskDay(context: Context, { token }: In<typeof contract.kioskDay>): Promise<KioskDay> {
  const { tx, me, now } = context
  const kiosk = await kioskWith(context, token)
  const today = dayIn(me.timeZone, now)
  const days = [today, addDays(today, 1)]
  const midnight = (day: string): Date => instantOf(day, '00:00', me.timeZone)
  const coming = await queries.doorsOf(tx, kiosk.path, midnight(today), midnight(addDays(today, 2)))
  const known = new Map<string, { places: number; barred: readonly string[] }>()
  const tell = (id: string, limits: { places: number; barred: readonly string[] }) => void known.set(id, limits)
  await context.publish(doorsPrepared, { activityIds: coming.map(({ id }) => id), tell })
  return {
    name: kiosk.name,
    now,
    timeZone: me.timeZone,
    days: days.map((day) => ({ day, key: dayKey(me.tenantId, day) })),
    activities: coming.map(({ expected, here, ...activity }) => ({
      ...activity,
      doorKey: doorKey(me.tenantId, activity.id),
      expected: expected.map(endOf),
      barred: (known.get(activity.id)?.barred ?? []).map(endOf),
      places: known.get(activity.id)?.places ?? null,
      here: here.map(endOf),
    })),
  }
}

export async function tellFromKiosk(context: Context, { token, sentAt, events }: In<typeof contract.tellFromKiosk>) {
  const { tx, now } = context
  const kiosk = await kioskWith(context, token)
  await queries.changeKiosk(tx, kiosk.id, { seenAt: now })
  const doors = await queries.knownDoors(tx, kiosk.path, [...new Set(events.map((one) => one.activityId))])
  const people = await peopleByEnd(tx, [...new Set(events.map((one) => hexOfEnd(one.code)))])
  const aheadNow = +now - +sentAt
  const known = events.filter((one) => doors.has(one.activityId))
  const taken = await takeTellings(
    context,
    known.map(({ ahead, deviceAt, code, ...one }) => ({
      ...one,
      code,
      deviceAt,
      at: new Date(+deviceAt + ahead),
      personId: people.get(hexOfEnd(code)) ?? null,
      way: 'ownCode' as const,
      kioskId: kiosk.id,
      drift: { before: ahead, now: aheadNow },
    })),
  )
  return { now, taken, unknown: events.filter((one) => !doors.has(one.activityId)).map(({ id }) => id) }
}
