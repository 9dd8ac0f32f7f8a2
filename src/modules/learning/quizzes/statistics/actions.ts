import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { allow } from '../../../../platform/errors.ts'
import { can } from '../../../organizations/rules.ts'
import { shareOf } from '../../bank/scoring/rules.ts'
import { seenQuiz } from '../actions.ts'
import { allowed, isAnswered, meant } from '../sitting/rules.ts'
import type { quizResults as endpoint } from './contract.ts'
import * as queries from './queries.ts'
import { doubtOf, type Result, statisticsOf } from './rules.ts'

/** Who sat it and how they did; how each question did, from the answers of those who are done. */
export async function quizResults(
  context: Context,
  { quizId }: z.output<typeof endpoint.input>,
): Promise<z.input<typeof endpoint.output>> {
  const { tx, me } = context
  const { path } = await seenQuiz(context, quizId)
  allow(can(me, 'keepQuestions', path))
  const versions = await queries.versionsAsked(tx, quizId)
  const newest = new Map(versions.toSorted((a, b) => a.version - b.version).map((one) => [one.questionId, one]))
  const statistics = statisticsOf(await resultsOf(context, quizId, versions))
  return {
    ...(await queries.countsOf(tx, quizId)),
    people: await queries.peopleOf(tx, quizId),
    questions: statistics.flatMap((one) => {
      const question = newest.get(one.questionId)
      if (!question) return []
      const { kind, content, keys } = question
      const choosing = kind === 'single' || kind === 'multiple'
      const options = content.options.map(({ id, text }) => ({
        text,
        right: keys.correct.includes(id),
        chosen: one.chosen[id] ?? 0,
      }))
      const unused = options.filter(({ right, chosen }) => !right && chosen === 0).length
      const { questionId, count, difficulty, discrimination } = one
      return [
        {
          questionId,
          kind,
          stem: content.stem,
          count,
          difficulty,
          discrimination,
          options: choosing ? options : [],
          doubt: doubtOf(one, choosing ? unused : 0),
        },
      ]
    }),
  }
}

async function resultsOf(
  { tx }: Context,
  quizId: string,
  versions: Awaited<ReturnType<typeof queries.versionsAsked>>,
): Promise<Result[]> {
  const asked = new Map(versions.map((one) => [`${one.questionId} ${one.version}`, one]))
  const attempts = await queries.overAttempts(tx, quizId)
  const answers = await queries.answersTo(
    tx,
    attempts.map(({ id }) => id),
  )
  const given = new Map(answers.map((one) => [`${one.attemptId} ${one.position}`, one]))
  return attempts.flatMap(({ id, drawn }) =>
    drawn.flatMap((one, position): Result[] => {
      const question = asked.get(`${one.questionId} ${one.version}`)
      if (!question) return []
      const { answer = [], share: marked = null, erased = false } = given.get(`${id} ${position}`) ?? {}
      const chosen = allowed(question.content, meant(question.kind, one, answer))
      const share =
        erased || (question.kind === 'text' && isAnswered(answer)) ? marked : (shareOf(question, chosen) ?? 0)
      return share === null ? [] : [{ personKey: id, questionId: one.questionId, kind: question.kind, share, chosen }]
    }),
  )
}
