import type { Context } from '../../../../platform/context.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { passedBy } from '../../quizzes/passing/actions.ts'
import * as queries from '../queries.ts'
import { madeUpAt, makeUpUntil, wasAbsent } from '../rules.ts'
import { seenSession } from '../seeing/actions.ts'

/** Whoever was absent has made it up once all is read and the quiz, if there is one, is passed in time. */
export async function settleMadeUp(
  context: Context,
  session: { id: string; endsAt: Date },
  personId: string,
): Promise<void> {
  const { tx } = context
  const { id: activityId, endsAt } = session
  const quizId = (await queries.sessionOf(tx, activityId))?.quizId ?? null
  const asked = { personIds: [personId], to: makeUpUntil(endsAt) }
  const passes = quizId ? await passedBy(context, { ...asked, quizIds: [quizId] }) : []
  const quiz = quizId ? { passedAt: passes[0]?.at ?? null } : null
  const at = madeUpAt(session, await queries.materialsOf(tx, activityId, personId), quiz)
  if (at) await queries.insertMadeUp(tx, { activityId, personId, madeUpAt: at })
}

/** A quiz is done: perhaps the last step of making a session up. */
export async function followQuiz(context: Context, { quizId, personId }: { quizId: string; personId: string }) {
  for (const activityId of await queries.sessionsWithQuiz(context.tx, quizId)) {
    const seen = await expectedAt(asThem(context, personId), activityId)
    if (seen && wasAbsent(seen.mine, seen.activity, context.now)) await settleMadeUp(context, seen.activity, personId)
  }
}

/** Of these people those who were expected at a session and not there, and have not made it up. */
export async function missedBy(context: Context, activityId: string, personIds: readonly string[]): Promise<string[]> {
  const madeUp = new Set((await queries.madeUpBy(context.tx, activityId)).map(({ personId }) => personId))
  const missed: string[] = []
  for (const personId of personIds.filter((id) => !madeUp.has(id))) {
    const seen = await expectedAt(asThem(context, personId), activityId)
    if (seen && wasAbsent(seen.mine, seen.activity, context.now)) missed.push(personId)
  }
  return missed
}

const asThem = (context: Context, personId: string): Context => ({
  ...context,
  me: { ...context.me, id: personId, roles: [] },
})

/** Who took the quiz without being expected at the session sees nothing of it here. */
async function expectedAt(context: Context, activityId: string) {
  try {
    return await seenSession(context, activityId)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}
