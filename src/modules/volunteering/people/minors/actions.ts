import type { Context } from '../../../../platform/context.ts'
import { allow, refuse } from '../../../../platform/errors.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import { canAbout } from '../rules.ts'
import type { Minor } from './contract.ts'
import * as queries from './queries.ts'
import { minorRefusal } from './rules.ts'

type Note = { personId: string; until: string | null; guardianName: string | null; consents: boolean }

/** Whoever leads them notes what the guardian said; nobody notes it of themselves. */
export async function noteMinor(
  context: Context,
  { personId, until, guardianName, consents }: Note,
): Promise<{ minor: Minor | null }> {
  const { tx, me, now } = context
  const person = await knownPerson(context, personId)
  const today = dayIn(me.timeZone, now)
  allow(personId !== me.id && canAbout(me, 'leadTeams', person, today))
  const before = await queries.minorOf(tx, personId)
  if (until === null) await queries.deleteMinor(tx, personId)
  else {
    refuse(minorRefusal({ until, guardianName, consents }, today))
    // A consent stands from the day on which it was given, as long as the guardian is the same.
    const stands = before?.guardianName === guardianName ? before.guardianAt : null
    await queries.writeMinor(tx, personId, {
      minorUntil: until,
      guardianName,
      guardianAt: consents ? (stands ?? now) : null,
    })
  }
  return { minor: await queries.minorOf(tx, personId) }
}
