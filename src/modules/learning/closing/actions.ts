import type { Context } from '../../../platform/context.ts'
import { notify } from '../../notices/actions.ts'
import { membersToPass } from '../courses/settling/actions.ts'
import { daysToMakeUp } from '../sessions/rules.ts'
import { missedBy } from '../sessions/settling/actions.ts'
import { quizCloses } from './matters.ts'
import * as queries from './queries.ts'

const day = 86_400_000

/**
 * Whoever is asked to sit a quiz, or has begun it, and has not passed it is told within the day before it closes, once: a part of a course, a round
 * of a contest, the quiz with which a missed session is made up.
 */
export async function remindOfClosing(context: Context): Promise<void> {
  const { tx, now } = context
  const until = new Date(+now + day)
  for (const quiz of await queries.closingQuizzes(tx, now, until)) {
    const asked = [...(await queries.begunOrEntered(tx, quiz.quizId)), ...(await membersToPass(context, quiz.quizId))]
    await tell(context, quiz, asked, `/learning/quizzes/${quiz.quizId}`)
  }
  for (const session of await queries.closingSessions(tx, { now, until, days: daysToMakeUp })) {
    const { activityId, people } = session
    const open = await queries.stillToPass(tx, session.quizId, people)
    await tell(context, session, await missedBy(context, activityId, open), `/activities/${activityId}/study`)
  }
}

async function tell(
  context: Context,
  { quizId, name, until }: queries.Closing,
  asked: readonly string[],
  link: `/${string}`,
): Promise<void> {
  await notify(context, {
    personIds: await queries.stillToPass(context.tx, quizId, asked),
    matter: quizCloses,
    key: `${quizId} ${until.toISOString()}`,
    values: { quiz: name, until: { at: until.toISOString() } },
    link,
  })
}
