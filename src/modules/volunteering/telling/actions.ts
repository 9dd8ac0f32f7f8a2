import type { Context } from '../../../platform/context.ts'
import { subscribe } from '../../../platform/events.ts'
import { job, task } from '../../../platform/jobs.ts'
import { notify } from '../../notices/actions.ts'
import { isToday } from '../../notices/rules.ts'
import { shiftCancelled } from '../actions.ts'
import { coverAsked } from '../cover/actions.ts'
import { shiftMoved } from '../following/actions.ts'
import * as matters from '../matters.ts'
import { signUpRefusals } from '../messages.ts'
import { qualificationEnds } from '../people/skills/jobs.ts'
import { type KnownShift, shiftById } from '../queries.ts'
import { placeOffered } from '../signing/moving/actions.ts'
import { swapAsked, swapDecided } from '../swaps/actions.ts'
import { swapById } from '../swaps/queries.ts'
import { holdersBetween } from './queries.ts'

const at = (when: Date): { at: string } => ({ at: when.toISOString() })
const swapped = { words: ['Swapped', '已换班'] } as const
const notSwapped = { words: ['Not swapped', '未换班'] } as const

/** What people hear of shifts, each in the transaction of what happened. */
export const subscriptions = [
  subscribe(placeOffered, (context, { personId, shiftId, signupId, confirmBy }) =>
    about(context, shiftId, ({ title, startsAt, soon }) =>
      notify(context, {
        personIds: [personId],
        matter: matters.placeOffered,
        key: signupId,
        values: { title, when: at(startsAt), until: at(confirmBy) },
        link: `/shifts/${shiftId}`,
        urgent: soon,
      }),
    ),
  ),
  subscribe(shiftCancelled, (context, { personIds, shiftId, reason }) =>
    about(context, shiftId, ({ title, startsAt, soon }) =>
      notify(context, {
        personIds,
        matter: matters.shiftCancelled,
        key: shiftId,
        values: { title, when: at(startsAt), reason },
        link: `/shifts/${shiftId}`,
        urgent: soon,
      }),
    ),
  ),
  subscribe(shiftMoved, (context, { shiftId, before, personIds, hindered }) =>
    about(context, shiftId, async ({ title, startsAt, endsAt, soon }) => {
      const moved = { title, before: at(before.startsAt), when: at(startsAt) }
      const more = { link: `/shifts/${shiftId}` as const, urgent: soon }
      await notify(context, {
        ...more,
        personIds,
        matter: matters.shiftMoved,
        // Moved, and moved again, are two things to tell.
        key: `${shiftId} ${+context.now}`,
        values: { ...moved, until: at(endsAt) },
      })
      for (const { personId, signupId, hindrance, confirmBy } of hindered)
        await notify(context, {
          ...more,
          personIds: [personId],
          matter: matters.placeKept,
          key: `${signupId} ${+context.now}`,
          values: { ...moved, why: { words: signUpRefusals[hindrance] }, until: at(confirmBy) },
        })
    }),
  ),
  subscribe(coverAsked, (context, { personIds, shiftId, answerBy }) =>
    about(context, shiftId, ({ title, startsAt, soon }) =>
      notify(context, {
        personIds,
        matter: matters.coverAsked,
        key: shiftId,
        values: { title, when: at(startsAt), until: at(answerBy) },
        link: `/shifts/${shiftId}`,
        urgent: soon,
      }),
    ),
  ),
  subscribe(swapAsked, async (context, { personId, swapId }) => {
    const swap = await swapById(context.tx, swapId)
    if (!swap) return
    const { name, title, startsAt, shiftId } = swap.from
    const values = { name, title, when: at(startsAt) }
    await notify(context, {
      personIds: [personId],
      matter: matters.swapAsked,
      key: swapId,
      values,
      link: `/shifts/${shiftId}`,
    })
  }),
  subscribe(swapDecided, async (context, { personIds, swapId, done }) => {
    const swap = await swapById(context.tx, swapId)
    if (!swap) return
    const { title, startsAt, shiftId } = swap.from
    const values = { title, when: at(startsAt), done: done ? swapped : notSwapped }
    await notify(context, { personIds, matter: matters.swapDecided, key: swapId, values, link: `/shifts/${shiftId}` })
  }),
  subscribe(qualificationEnds, (context, { personId, qualificationId, skillName, toDate, daysBefore }) =>
    notify(context, {
      personIds: [personId],
      matter: matters.qualificationEnds,
      key: `${qualificationId} ${daysBefore}`,
      values: { skill: skillName, day: toDate },
    }),
  ),
]

type Told = KnownShift & { soon: boolean }

async function about({ tx, me, now }: Context, shiftId: string, tell: (shift: Told) => Promise<void>): Promise<void> {
  const shift = await shiftById(tx, null, shiftId)
  if (shift) await tell({ ...shift, soon: isToday(shift.startsAt, now, me.timeZone) })
}

const hour = 3_600_000

/** Every hour: whoever has a place in a shift that begins in a day. The same shift reminds nobody twice. */
async function remindOfShifts(context: Context): Promise<void> {
  const { tx, now } = context
  const holders = await holdersBetween(tx, new Date(+now + 20 * hour), new Date(+now + 24 * hour))
  for (const [shiftId, people] of Map.groupBy(holders, (one) => one.shiftId))
    await about(context, shiftId, ({ title, startsAt, placeName }) =>
      notify(context, {
        personIds: people.map(({ personId }) => personId),
        matter: matters.shiftAhead,
        key: shiftId,
        values: { title, when: at(startsAt), place: placeName ?? '' },
        link: `/shifts/${shiftId}`,
      }),
    )
}

export const tasks = [task(job('remindOfShifts'), remindOfShifts, '5 * * * *')]
