import { addQuestion } from '../src/modules/learning/bank/actions.ts'
import { addContest } from '../src/modules/learning/contests/actions.ts'
import { addQuiz, publishQuiz } from '../src/modules/learning/quizzes/actions.ts'
import { QuizFields } from '../src/modules/learning/quizzes/contract.ts'
import { decideAnswers, startAttempt, submitAttempt } from '../src/modules/learning/quizzes/sitting/actions.ts'
import type { Somebody, town } from './town.ts'

type Town = Awaited<ReturnType<typeof town>>

/** A quiz of one question, published: 'true' is right and worth five points. */
export async function fireQuiz({ lina, organizations }: Town, fields: Partial<QuizFields> = {}): Promise<string> {
  const name = fields.name ?? '消防知识测验'
  const question = await lina.does(addQuestion, {
    kind: 'trueFalse',
    content: { stem: { zh: `${name}：119 是火警电话` }, options: [], targets: [] },
    keys: { correct: ['true'] },
    tags: [],
    difficulty: 1,
    source: '',
  })
  const plan = QuizFields.parse({ name, fixed: [{ questionId: question.id, points: 5 }], ...fields })
  const { id: quizId } = await lina.does(addQuiz, { organizationId: organizations.willow, ...plan })
  await lina.does(publishQuiz, { quizId })
  return quizId
}

/** Begins a quiz of one question, answers and hands in. */
export const sits = (who: Somebody, quizId: string, truth: string, from: string, to: string): Promise<string> =>
  handsIn(who, quizId, [[truth]], from, to)

/** The same with an answer to each of its questions. */
export async function handsIn(who: Somebody, quizId: string, given: string[][], from: string, to: string) {
  const { id: attemptId } = await who.at(from).does(startAttempt, { quizId })
  const answers = given.map((answer, position) => ({ position, answer, givenAt: new Date(from), counter: 1 }))
  await who.at(from).does(async (context) => {
    const [outcome] = await decideAnswers([{ context, input: { quizId, attemptId, answers } }])
    if (!outcome?.ok) throw outcome?.error
  }, undefined)
  await who.at(to).does(submitAttempt, { quizId, attemptId })
  return attemptId
}

export type Teams = { name: string; personIds: string[] }[]

/** A contest of two rounds, each of one question. */
export async function fireContest(here: Town, whom: { personIds?: string[]; teams?: Teams }) {
  const quizIds: string[] = []
  for (const name of ['初赛', '决赛'])
    quizIds.push(await fireQuiz(here, { name, closesAt: new Date('2026-04-15T06:00:00Z') }))
  const asked = {
    organizationId: here.organizations.willow,
    name: '消防知识竞赛',
    about: '',
    quizIds,
    prizes: [{ name: '一等奖', places: 1 }],
    personIds: whom.personIds ?? [],
    teams: whom.teams ?? [],
  }
  const { id: contestId } = await here.lina.does(addContest, asked)
  return { contestId, quizIds, asked }
}
