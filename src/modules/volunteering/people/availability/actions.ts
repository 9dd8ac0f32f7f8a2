import type { Context } from '../../../../platform/context.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { addDays, dayIn } from '../../../../platform/zone.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import { mayDescribe } from '../rules.ts'
import type { Answer, Availability } from './contract.ts'
import * as queries from './queries.ts'
import { availabilityRefusal, availableAt } from './rules.ts'

export async function writeAvailability(
  context: Context,
  { personId, ...said }: Availability & { personId: string },
): Promise<Availability> {
  const { tx, me, now } = context
  const person = await knownPerson(context, personId)
  const today = dayIn(me.timeZone, now)
  allow(mayDescribe(me, person, today))
  refuse(availabilityRefusal(said))
  await queries.holdPerson(tx, personId)
  // Days long gone say nothing any more.
  const days = said.days.filter(({ date }) => date >= addDays(today, -31))
  await queries.replaceAvailability(tx, personId, { ...said, days })
  return found((await queries.availabilityOf(tx, [personId])).get(personId))
}

/** For the rest of the module: who of these people can come then, as far as they said. */
export async function whoCanCome(
  { tx, me }: Pick<Context, 'tx' | 'me'>,
  { personIds, from, to }: { personIds: readonly string[]; from: Date; to: Date },
): Promise<Map<string, Answer>> {
  const said = await queries.availabilityOf(tx, personIds)
  return new Map([...said].map(([id, one]) => [id, availableAt(one, { from, to }, me.timeZone)]))
}
