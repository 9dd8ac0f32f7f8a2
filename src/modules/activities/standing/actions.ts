import type { Context } from '../../../platform/context.ts'
import { event } from '../../../platform/events.ts'
import { notify } from '../../notices/actions.ts'
import { isToday } from '../../notices/rules.ts'
import { announce } from '../../notices/webhooks/carrying/actions.ts'
import { release } from '../../places/booking/actions.ts'
import {
  activityCancelled,
  activityElsewhere,
  activityMoved,
  activityWasCancelled,
  daysFellAway,
  daysMoved,
} from '../matters.ts'
import { updateActivity } from '../queries.ts'
import { expectedAt, type Planned, planned } from './queries.ts'

type Times = { startsAt: Date; endsAt: Date }
export type Move = { activityId: string; before: Times; after: Times }
/** Times and places. */
export type Rearranged = Move & { before: { placeId: string | null }; after: { placeId: string | null } }

/** These take place at other times now. All that moved together is told together. */
export const activitiesMoved = event<{ moves: Move[] }>('activitiesMoved')
/** These do not take place; whoever is expected has been told. */
export const activitiesFell = event<{ activityIds: string[]; reason: string }>('activitiesFell')
/** These take place: new days of a series, or what had been cancelled. */
export const activitiesStand = event<{ activityIds: string[] }>('activitiesStand')
/** From one of its days on, a series goes on as another one. */
export const seriesSplit = event<{ from: string; to: string }>('seriesSplit')

/** Whoever listens hears which are at another time; whoever is expected, which are at another place. */
export async function publishMoves(context: Context, all: readonly Rearranged[]): Promise<void> {
  const differs = ({ before, after }: Move): boolean =>
    +before.startsAt !== +after.startsAt || +before.endsAt !== +after.endsAt
  const moves = all.filter(differs)
  if (moves.length > 0) await context.publish(activitiesMoved, { moves })
  await tellElsewhere(
    context,
    all.filter(({ before, after }) => before.placeId !== after.placeId && after.startsAt > context.now),
  )
}

async function tellElsewhere(context: Context, moves: readonly Rearranged[]): Promise<void> {
  const { tx, now, me } = context
  const there = await planned(
    tx,
    moves.map(({ activityId }) => activityId),
  )
  for (const [place, days] of Map.groupBy(there, ({ placeName }) => placeName))
    for (const { days: theirs, personIds } of place === null ? [] : await alike(context, days)) {
      const [first] = theirs
      if (!first || place === null) continue
      const { id, title, startsAt } = first
      await notify(context, {
        personIds,
        matter: activityElsewhere,
        key: `${id} ${+now}`,
        values: { title, days: theirs.length, at: momentOf(startsAt), place },
        link: linkOf(id),
        urgent: isToday(startsAt, now, me.timeZone),
      })
    }
}

/** Cancels activities for one reason, and tells whoever is expected: once, however many days of a series they are. */
export async function letFall(
  context: Context,
  ids: readonly string[],
  reason: string,
  more: { detached?: boolean } = {},
): Promise<void> {
  const { tx, now } = context
  if (ids.length === 0) return
  const falling = await planned(tx, ids)
  for (const { id } of falling) {
    await updateActivity(tx, id, { ...more, cancelledAt: now, cancelReason: reason, changedAt: now })
    await release(context, id)
  }
  await tellFallen(context, falling, reason)
  for (const { id, startsAt, endsAt } of falling)
    await announce(context, activityWasCancelled, { activityId: id, startsAt, endsAt })
  await context.publish(activitiesFell, { activityIds: [...ids], reason })
}

async function tellFallen(context: Context, falling: readonly Planned[], reason: string): Promise<void> {
  const { now, me } = context
  for (const { days, personIds } of await alike(context, falling)) {
    const [first] = days
    if (!first) continue
    const { id, title, startsAt } = first
    const at = momentOf(startsAt)
    // At night as well when it was to be today. Cancelled, restored and cancelled again are two things to tell.
    const telling = { personIds, key: `${id} ${+now}`, link: linkOf(id), urgent: isToday(startsAt, now, me.timeZone) }
    if (days.length === 1)
      await notify(context, { ...telling, matter: activityCancelled, values: { title, at, reason } })
    else
      await notify(context, {
        ...telling,
        matter: daysFellAway,
        values: { title, days: days.length, from: at, reason },
      })
  }
}

/**
 * Tells whoever is expected that these take place at another time, but those who hear it of their shift: `elsewhere`, as
 * activity and person. What is moved into the past was put right afterwards, and is told to nobody.
 */
export async function tellMoved(
  context: Context,
  moves: readonly Move[],
  elsewhere: readonly { activityId: string; personId: string }[],
): Promise<void> {
  const { tx, now, me } = context
  const ahead = new Map(moves.filter(({ after }) => after.startsAt > now).map((move) => [move.activityId, move]))
  const moved = (await planned(tx, [...ahead.keys()])).map((day) => ({ ...day, move: ahead.get(day.id) }))
  for (const { days, personIds } of await alike(context, moved, elsewhere)) {
    const [first] = days
    if (!first?.move) continue
    const { id, title, move } = first
    const { before, after } = move
    const urgent = [before, after].some(({ startsAt }) => isToday(startsAt, now, me.timeZone))
    const telling = { personIds, key: `${id} ${+now}`, link: linkOf(id), urgent }
    const times = { before: momentOf(before.startsAt), at: momentOf(after.startsAt) }
    if (days.length === 1) {
      const values = { title, ...times, until: momentOf(after.endsAt) }
      await notify(context, { ...telling, matter: activityMoved, values })
    } else await notify(context, { ...telling, matter: daysMoved, values: { title, days: days.length, ...times } })
  }
}

const momentOf = (at: Date) => ({ at: at.toISOString() })
const linkOf = (id: string) => `/activities/${id}` as const

/** Whoever is expected at some of these days, together with those who are expected at the same: they hear the same. */
async function alike<D extends Planned>(
  { tx, me }: Context,
  days: readonly D[],
  but: readonly { activityId: string; personId: string }[] = [],
): Promise<{ days: D[]; personIds: string[] }[]> {
  const ids = days.map(({ id }) => id)
  const without = new Set(but.map(({ activityId, personId }) => `${activityId} ${personId}`))
  const expected = (await expectedAt(tx, ids, me.timeZone)).filter(
    ({ activityId, personId }) => !without.has(`${activityId} ${personId}`),
  )
  const byPerson = Map.groupBy(expected, ({ personId }) => personId)
  const groups = Map.groupBy(byPerson, ([, theirs]) =>
    theirs
      .map(({ activityId }) => activityId)
      .sort()
      .join(),
  )
  return [...groups].map(([which, people]) => ({
    days: days.filter(({ id }) => which.includes(id)),
    personIds: people.map(([personId]) => personId),
  }))
}
