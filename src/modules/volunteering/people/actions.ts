import type { Context } from '../../../platform/context.ts'
import { allow, found } from '../../../platform/errors.ts'
import { dayIn } from '../../../platform/zone.ts'
import { knownPerson } from '../../organizations/people/actions.ts'
import { holdsOn } from '../../organizations/people/rules.ts'
import { availabilityOf } from './availability/queries.ts'
import { consentsAs } from './consents/actions.ts'
import type { VolunteerCard } from './contract.ts'
import { minorOf } from './minors/queries.ts'
import { canAbout, mayDescribe } from './rules.ts'
import { qualificationAs } from './skills/actions.ts'
import { qualificationsOf } from './skills/queries.ts'
import { teamsOf } from './teams/seeing/actions.ts'
import { companionsFor, wishesOf } from './wishes/queries.ts'

/** Whom they are kept apart from is not in it: not even they themselves read that. */
export async function readVolunteer(context: Context, { personId }: { personId: string }): Promise<VolunteerCard> {
  const { tx, me, now } = context
  const person = await knownPerson(context, personId)
  const today = dayIn(me.timeZone, now)
  allow(mayDescribe(me, person, today))
  const held = person.memberships.filter((one) => holdsOn(one, today))
  return {
    id: personId,
    name: person.name,
    teams: await teamsOf(context, held),
    qualifications: (await qualificationsOf(tx, personId)).map((row) => qualificationAs(context, person, row)),
    availability: found((await availabilityOf(tx, [personId])).get(personId)),
    wishes: await wishesOf(tx, personId),
    companions: await companionsFor(tx, personId, today),
    minor: await minorOf(tx, personId),
    consents: await consentsAs(context, person),
    mayLead: me.id !== personId && canAbout(me, 'leadTeams', person, today),
  }
}
