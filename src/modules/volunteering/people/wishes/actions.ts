import type { Context } from '../../../../platform/context.ts'
import { allow, refuse } from '../../../../platform/errors.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import { mayDescribe } from '../rules.ts'
import type { DayPart, Wishes } from './contract.ts'
import * as queries from './queries.ts'
import { companionRefusal, homeRefusal, placesRefusal } from './rules.ts'

type Wanted = {
  personId: string
  weeklyAsks: number
  times: DayPart[]
  placeIds: string[]
  homePlaceId: string | null
  companionIds: string[]
}

export async function writeWishes(context: Context, wanted: Wanted): Promise<Wishes> {
  const { tx, me, now } = context
  const { personId, weeklyAsks } = wanted
  const today = dayIn(me.timeZone, now)
  const person = await knownPerson(context, personId)
  allow(mayDescribe(me, person, today))
  const placeIds = [...new Set(wanted.placeIds)]
  const companionIds = [...new Set(wanted.companionIds)]
  refuse(placesRefusal(placeIds, await queries.placesNamed(tx, placeIds)))
  refuse(homeRefusal(wanted.homePlaceId, placeIds))
  // Whoever was wished for and has left the team since may stay.
  const known = [
    ...(await queries.companionsFor(tx, personId, today)),
    ...(await queries.wishesOf(tx, personId)).companions,
  ]
  refuse(companionRefusal(companionIds, known))
  await queries.writeWishes(tx, personId, {
    weeklyAsks,
    wishedTimes: [...new Set(wanted.times)],
    placeIds,
    homePlaceId: wanted.homePlaceId,
    companionIds,
  })
  return queries.wishesOf(tx, personId)
}
