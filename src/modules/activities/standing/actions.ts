import type { Context } from '../../../platform/context.ts'
import { event } from '../../../platform/events.ts'
import { notify } from '../../notices/actions.ts'
import { isToday } from '../../notices/rules.ts'
import { announce } from '../../notices/webhooks/carrying/actions.ts'
import { release } from '../../places/booking/actions.ts'
import { activityCancelled, activityWasCancelled, daysFellAway } from '../matters.ts'
import { updateActivity } from '../queries.ts'
import { expectedAt, type Planned, planned } from './queries.ts'

type Times = { startsAt: Date; endsAt: Date }
export type Move = { activityId: string; before: Times; after: Times }

/** These take place at other times now. All that moved together is told together. */
export const activitiesMoved = event<{ moves: Move[] }>('activitiesMoved')
/** These do not take place; whoever is expected has been told. */
export const activitiesFell = event<{ activityIds: string[]; reason: string }>('activitiesFell')
/** These take place: new days of a series, or what had been cancelled. */
export const activitiesStand = event<{ activityIds: string[] }>('activitiesStand')
/** From one of its days on, a series goes on as another one. */
export const seriesSplit = event<{ from: string; to: string }>('seriesSplit')

export async function publishMoves({ publish }: Context, all: readonly Move[]): Promise<void> {
  const differs = ({ before, after }: Move): boolean =>
    +before.startsAt !== +after.startsAt || +before.endsAt !== +after.endsAt
  const moves = all.filter(differs)
  if (moves.length > 0) await publish(activitiesMoved, { moves })
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
  const { tx, me } = context
  const expected = await expectedAt(
    tx,
    falling.map(({ id }) => id),
    me.timeZone,
  )
  const byPerson = Map.groupBy(expected, ({ personId }) => personId)
  // Who is expected on the same days hears the same.
  const alike = Map.groupBy(byPerson, ([, days]) =>
    days
      .map(({ activityId }) => activityId)
      .sort()
      .join(),
  )
  for (const [which, people] of alike)
    await tell(
      context,
      falling.filter(({ id }) => which.includes(id)),
      people.map(([personId]) => personId),
      reason,
    )
}

/** At night as well when it was to be today. */
async function tell(context: Context, days: readonly Planned[], personIds: readonly string[], reason: string) {
  const { me, now } = context
  const [first] = days
  if (!first) return
  const { id, title, startsAt } = first
  const at = { at: startsAt.toISOString() }
  const telling = {
    personIds,
    // Cancelled, restored and cancelled again are two things to tell.
    key: `${id} ${now.getTime()}`,
    link: `/activities/${id}` as const,
    urgent: isToday(startsAt, now, me.timeZone),
  }
  if (days.length === 1) await notify(context, { ...telling, matter: activityCancelled, values: { title, at, reason } })
  else
    await notify(context, { ...telling, matter: daysFellAway, values: { title, days: days.length, from: at, reason } })
}
