import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { allow, found, NotFound, refuse } from '../../../../platform/errors.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import { canAbout, type Standing } from '../rules.ts'
import type { Consent, WayGiven } from './contract.ts'
import * as queries from './queries.ts'
import { consentRefusal, mayActFor, mayEndConsent, mayNoteConsent } from './rules.ts'

const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

export async function consentsAs(context: Context, person: Standing): Promise<Consent[]> {
  const { tx, me } = context
  const leads = canAbout(me, 'leadTeams', person, todayOf(context))
  return (await queries.consentsOf(tx, person.id)).map((row) => ({
    id: row.id,
    person: { id: row.personId, name: row.personName },
    helper: { id: row.helperId, name: row.helperName },
    given: row.given,
    notedAt: row.notedAt,
    notedBy: row.notedBy,
    mayEnd: me.id === row.personId || me.id === row.helperId || (leads && row.personId === person.id),
  }))
}

export const myConsents = async (context: Context): Promise<Consent[]> =>
  consentsAs(context, { id: found(context.me.id), memberships: [] })

export async function noteConsent(
  context: Context,
  { personId, helperId, given }: { personId: string; helperId: string; given: WayGiven },
): Promise<Consent[]> {
  const { tx, me, now } = context
  const person = await knownPerson(context, personId)
  allow(mayNoteConsent(me, person, todayOf(context)))
  // A volunteer names somebody whom they cannot look up: only whether they exist is asked.
  if ((await queries.holdPeople(tx, [personId, helperId])).length < 2 && personId !== helperId) throw new NotFound()
  refuse(consentRefusal(personId, helperId, await queries.consentsOf(tx, personId)))
  await queries.insertConsent(tx, { id: newId(), personId, helperId, given, notedAt: now, notedBy: found(me.id) })
  return consentsAs(context, person)
}

export async function endConsent(context: Context, { consentId }: { consentId: string }): Promise<Consent[]> {
  const { tx, me, now } = context
  const consent = found(await queries.consentById(tx, consentId))
  if (me.id === consent.helperId) {
    await queries.endConsent(tx, consentId, now)
    return myConsents(context)
  }
  const person = await knownPerson(context, consent.personId)
  if (!mayEndConsent(me, consent.helperId, person, todayOf(context))) throw new NotFound()
  await queries.endConsent(tx, consentId, now)
  return consentsAs(context, person)
}

/**
 * For sign-ups: the consent by which somebody acts for another, to be shown beside what they did; null for oneself. To
 * whoever may not act for them, the person does not exist.
 */
export async function actingFor(
  { tx, me }: Pick<Context, 'tx' | 'me'>,
  personId: string,
): Promise<{ personName: string; helperName: string; given: WayGiven } | null> {
  const consents = await queries.consentsOf(tx, personId)
  if (!mayActFor(me, personId, consents)) throw new NotFound()
  return consents.find((one) => one.personId === personId && one.helperId === me.id) ?? null
}
