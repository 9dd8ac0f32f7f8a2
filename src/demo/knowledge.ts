import { addQuestion } from '../modules/learning/bank/actions.ts'
import { addContest, finishContest } from '../modules/learning/contests/actions.ts'
import { addQuiz, publishQuiz } from '../modules/learning/quizzes/actions.ts'
import { QuizFields } from '../modules/learning/quizzes/contract.ts'
import { decideAnswers, startAttempt, submitAttempt } from '../modules/learning/quizzes/sitting/actions.ts'
import type { Given } from '../modules/learning/quizzes/sitting/contract.ts'
import type { Action } from '../platform/context.ts'
import { addDays, instantOf } from '../platform/zone.ts'
import type { Actor } from './actors.ts'
import { people } from './cast.ts'
import type { Board } from './plans.ts'
import { type Known, questions } from './questions.ts'

type As = (personId: string) => Actor
type Asked = Known & { id: string }

/** A small bank of questions, a quiz that some have passed and others have still to sit, and a contest with its winners. */
export async function know(board: Board, as: As): Promise<void> {
  const bank: Asked[] = []
  for (const known of questions) bank.push({ ...known, ...(await board.lina(addQuestion, known.question)) })
  const asked = bank.filter(({ right }) => right.length > 0)
  await quiz(board, as, asked)
  await contest(board, as, asked)
}

const publish = async (
  { lina, organizations }: Board,
  asked: readonly Asked[],
  fields: Partial<QuizFields>,
  at: Date,
) => {
  const plan = QuizFields.parse({
    fixed: asked.map(({ id: questionId }) => ({ questionId, points: 2 })),
    shuffle: false,
    shuffleOptions: false,
    ...fields,
  })
  const { id: quizId } = await lina(addQuiz, { organizationId: organizations.willow as string, ...plan }, at)
  await lina(publishQuiz, { quizId }, at)
  return quizId
}

const saveAnswers: Action<{ quizId: string; attemptId: string; answers: Given[] }, void> = async (context, input) => {
  const [outcome] = await decideAnswers([{ context, input }])
  if (!outcome?.ok) throw outcome?.error
}

/** Sits a quiz from that moment for so many seconds, and knows about so much of it. */
async function sit(
  who: Actor,
  quizId: string,
  asked: readonly Asked[],
  knows: () => boolean,
  from: Date,
  seconds: number,
) {
  const { id: attemptId } = await who(startAttempt, { quizId }, from)
  const answers = asked.map(({ right, wrong }, position) => ({
    position,
    answer: knows() ? right : wrong,
    givenAt: from,
    counter: position,
  }))
  await who(saveAnswers, { quizId, attemptId, answers }, from)
  await who(submitAttempt, { quizId, attemptId }, new Date(+from + seconds * 1000))
}

async function quiz(board: Board, as: As, asked: readonly Asked[]): Promise<void> {
  const { today, random } = board
  const at = (days: number, time = '10:00') => instantOf(addDays(today, days), time, 'Asia/Shanghai')
  const quizId = await publish(
    board,
    asked,
    {
      name: '消防与诉求办理测验',
      about: '人人可答，可答三次。',
      minutes: 20,
      attempts: 3,
      opensAt: at(-21, '08:00'),
      closesAt: at(14, '18:00'),
    },
    at(-22),
  )
  for (const [i, who] of (['wang', 'chen', 'zhao', 'xiaoyu'] as const).entries())
    await sit(as(people[who].id), quizId, asked, () => random() < 0.8, at(-20 + i), 420 + i * 35)
}

async function contest(board: Board, as: As, asked: readonly Asked[]): Promise<void> {
  const { lina, today, random, organizations } = board
  const day = addDays(today, -10)
  const at = (time: string) => instantOf(day, time, 'Asia/Shanghai')
  const rounds = [
    ['竞赛初赛', asked.slice(0, 3), '14:00'],
    ['竞赛决赛', asked.slice(3), '15:00'],
  ] as const
  const quizIds: string[] = []
  for (const [name, own, time] of rounds) {
    const opensAt = at(time)
    const fields = { name, minutes: 10, opensAt, closesAt: new Date(+opensAt + 1_800_000), listed: false }
    quizIds.push(await publish(board, own, fields, at('09:00')))
  }
  const teams = [
    { name: '和平社区队', personIds: [people.wang.id, people.zhao.id] },
    { name: '青松社区队', personIds: [people.qian.id, people.chen.id] },
    { name: '志愿者队', personIds: [people.xiaoyu.id, people.sun.id] },
  ]
  const prizes = [
    { name: '一等奖', places: 1 },
    { name: '二等奖', places: 1 },
  ]
  const asks = { organizationId: organizations.willow as string, name: '消防知识竞赛', about: '三支队伍，两轮。' }
  const { id: contestId } = await lina(addContest, { ...asks, quizIds, personIds: [], teams, prizes }, at('09:30'))
  for (const [round, [, own, time]] of rounds.entries())
    for (const [i, personId] of teams.flatMap(({ personIds }) => personIds).entries())
      await sit(as(personId), quizIds[round] ?? '', own, () => random() < 0.75, at(time), 150 + i * 20)
  await lina(finishContest, { contestId }, at('16:00'))
}
