import type { Context } from '../../../../platform/context.ts'
import { refuse } from '../../../../platform/errors.ts'
import { addDays, dayIn } from '../../../../platform/zone.ts'
import { getSheet } from '../../../activities/attendance/actions.ts'
import { unexpectedStates } from '../../../activities/rules.ts'
import { getActivity, listActivities } from '../../../activities/seeing/actions.ts'
import type { ToMakeUp } from '../../contract.ts'
import { passedBy, quizNamed } from '../../quizzes/passing/actions.ts'
import type { MakingUp, Session } from '../contract.ts'
import * as queries from '../queries.ts'
import { came, daysToMakeUp, makeUpUntil, readRefusal, type Standing, wasAbsent } from '../rules.ts'

/** The activity, which is a study session, and who was expected and came, as far as the reader may see it. */
export async function seenSession(context: Context, activityId: string) {
  const activity = await getActivity(context, { activityId })
  refuse(activity.kind === 'study' ? null : 'notASession')
  const { rows } = await getSheet(context, { activityId })
  const mine: Standing = rows.find(({ personId }) => personId === context.me.id) ?? null
  return { activity, rows, mine }
}

export async function getSession(context: Context, { activityId }: { activityId: string }): Promise<Session> {
  const { tx, me, now } = context
  const { activity, rows, mine } = await seenSession(context, activityId)
  const known = await queries.sessionOf(tx, activityId)
  const materials = await queries.materialsOf(tx, activityId, me.id)
  const quiz = known?.quizId ? await quizNamed(context, known.quizId) : null
  const passed = quiz && me.id ? (await passedBy(context, { quizIds: [quiz.id], personIds: [me.id] })).length > 0 : null
  const madeUp = new Map((await queries.madeUpBy(tx, activityId)).map((one) => [one.personId, one.madeUpAt]))
  const { title, topic, startsAt, endsAt, cancelledAt, may } = activity
  const absent = may.seePeople ? rows.filter((row) => wasAbsent(row, activity, now)) : []
  return {
    activityId,
    title,
    topic,
    startsAt,
    endsAt,
    cancelledAt,
    lecturerId: known?.lecturerId ?? null,
    lecturer: known?.lecturer ?? null,
    agenda: known?.agenda ?? [],
    noteTaker: known?.noteTakerId ? { id: known.noteTakerId, name: known.noteTakerName ?? '' } : null,
    quiz: quiz && { id: quiz.id, name: quiz.name },
    materials: materials.map(({ readAt, ...material }) => ({ ...material, read: readAt !== null })),
    minutes: known?.minutes ?? null,
    decisions: known?.decisions ?? [],
    notedBy: known?.notedBy ?? null,
    notedAt: known?.notedAt ?? null,
    revision: known?.revision ?? 0,
    may: {
      plan: may.change,
      note: may.record || (known?.noteTakerId ?? null) === me.id,
      read: readRefusal(mine, activity, now) === null,
    },
    makingUp:
      wasAbsent(mine, activity, now) && me.id
        ? standing(materials, activity.endsAt, passed, madeUp.get(me.id) ?? null, now)
        : null,
    absent: absent.map(({ personId: id, name }) => ({ id, name, madeUpAt: madeUp.get(id) ?? null })),
  }
}

function standing(
  materials: readonly queries.MaterialRow[],
  endsAt: Date,
  passed: boolean | null,
  madeUpAt: Date | null,
  now: Date,
): MakingUp | null {
  if (materials.length === 0 && passed === null) return null
  const until = makeUpUntil(endsAt)
  const read = materials.filter(({ readAt }) => readAt !== null).length
  return { materials: materials.length, read, passed, until, over: now > until, madeUpAt }
}

/** What the reader missed and can still make up, the most pressing first. */
export async function sessionsToMakeUp(context: Context): Promise<ToMakeUp[]> {
  const { tx, me, now } = context
  if (!me.id) return []
  const today = dayIn(me.timeZone, now)
  const { activities } = await listActivities(context, {
    from: addDays(today, -daysToMakeUp - 1),
    to: addDays(today, 1),
    kind: 'study',
    mine: true,
  })
  const missed = activities.filter(({ mine, ...session }) => {
    const expected = mine !== null && !unexpectedStates.includes(mine)
    const open = wasAbsent({ expected, status: mine }, session, now) && now <= makeUpUntil(session.endsAt)
    return open && !came({ expected, status: mine })
  })
  const open = new Map(
    (
      await queries.toMakeUp(
        tx,
        me.id,
        missed.map(({ id }) => id),
      )
    ).map((one) => [one.activityId, one]),
  )
  const quizIds = [...open.values()].flatMap(({ quizId }) => quizId ?? [])
  const passed = new Set((await passedBy(context, { quizIds, personIds: [me.id] })).map(({ quizId }) => quizId))
  return missed.flatMap(({ id, title, topic, startsAt, endsAt }) => {
    const progress = open.get(id)
    if (!progress) return []
    const { quizId, ...read } = progress
    const quiz = quizId !== null && !passed.has(quizId)
    return [{ ...read, quiz, title, topic, startsAt, until: makeUpUntil(endsAt) }]
  })
}
