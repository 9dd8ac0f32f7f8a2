import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serveForTest } from '../../../../test/serving.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import type { Context } from '../../../platform/context.ts'
import { forgotten } from '../../../platform/own-data.ts'
import { addQuestion, changeQuestion } from '../bank/actions.ts'
import type { QuestionFields } from '../bank/contract.ts'
import { addQuiz, changeQuiz, giveExtraTime, listQuizzes, publishQuiz, seeQuiz } from './actions.ts'
import { QuizFields } from './contract.ts'
import { listToMark, markAnswer } from './marking/actions.ts'
import { passedBy, quizNamed } from './passing/actions.ts'
import { decideAnswers, seeAttempt, seeResult, startAttempt, submitAttempt } from './sitting/actions.ts'
import { closeOverdue } from './sitting/closing/actions.ts'
import type { Given } from './sitting/contract.ts'
import { quizResults } from './statistics/actions.ts'

const stem = (zh: string) => ({ stem: { zh }, options: [], targets: [] })
const particulars = { tags: ['消防'], difficulty: 2, source: '' }
const secretWords = '绝不外传的解析'
const fire: QuestionFields = {
  kind: 'single',
  content: {
    stem: { zh: '火警电话是？' },
    options: ['119', '110', '120'].map((zh, i) => ({ id: `Z${i}`, text: { zh } })),
    targets: [],
  },
  keys: { correct: ['Z0'], explanation: { zh: secretWords } },
  ...particulars,
}
const steps: QuestionFields = {
  kind: 'order',
  content: {
    stem: { zh: '按先后排列' },
    options: ['报警', '疏散', '清点'].map((zh, i) => ({ id: `S${i}`, text: { zh } })),
    targets: [],
  },
  keys: { correct: ['S0', 'S1', 'S2'] },
  ...particulars,
}
const day: QuestionFields = {
  kind: 'fill',
  content: stem('消防日是____月____日'),
  keys: {
    correct: [],
    blanks: [
      ['11', '十一'],
      ['9', '九'],
    ],
  },
  ...particulars,
}
const essay: QuestionFields = {
  kind: 'text',
  content: stem('写出一条用电安全建议'),
  keys: { correct: [] },
  ...particulars,
}

async function begun(questions: QuestionFields[] = [fire, steps, day], more: Partial<QuizFields> = {}) {
  const here = await town()
  const { lina, organizations } = here
  const ids = []
  for (const question of questions) ids.push((await lina.does(addQuestion, question)).id)
  const fields = QuizFields.parse({
    name: '消防知识测验',
    fixed: ids.map((questionId) => ({ questionId, points: 2 })),
    ...more,
  })
  const { id: quizId } = await lina.does(addQuiz, { organizationId: organizations.willow, ...fields })
  await lina.does(publishQuiz, { quizId })
  return { ...here, quizId, ids, fields }
}

const saveAnswers = (context: Context, input: Parameters<typeof decideAnswers>[0][number]['input']) =>
  decideAnswers([{ context, input }]).then(([outcome]) => {
    if (!outcome?.ok) throw outcome?.error
    return outcome.value
  })

let counter = 0
const given = (position: number, answer: string[], at = '2026-04-15T04:01:00Z'): Given => ({
  position,
  answer,
  givenAt: new Date(at),
  counter: ++counter,
})

/** Answers everything as somebody does who knows it, by what is shown. */
const known: Record<string, (question: { options: { id: string; text: { zh?: string | undefined } }[] }) => string[]> =
  {
    single: ({ options }) => options.filter(({ text }) => text.zh === '119').map(({ id }) => id),
    order: ({ options }) =>
      ['报警', '疏散', '清点'].flatMap((zh) => options.filter(({ text }) => text.zh === zh).map(({ id }) => id)),
    fill: () => ['十一', ' ９'],
    text: () => ['不私拉电线'],
  }

async function sits(who: Somebody, quizId: string, knows: (kind: string) => boolean = () => true) {
  const { id: attemptId } = await who.does(startAttempt, { quizId })
  const one = { quizId, attemptId }
  const { questions } = await who.does(seeAttempt, one)
  const answers = questions.map((question) =>
    given(question.position, knows(question.kind) ? (known[question.kind]?.(question) ?? []) : []),
  )
  await who.does(saveAnswers, { ...one, answers })
  return { attemptId, outcome: await who.does(submitAttempt, one) }
}

test('a quiz is sat: all right, part right, and once only', async () => {
  const { xiaoyu, qian, quizId } = await begun()
  expect(await xiaoyu.does(listQuizzes, undefined as never)).toMatchObject([
    { id: quizId, questions: 3, mayChange: false },
  ])
  const { outcome, attemptId } = await sits(xiaoyu, quizId)
  expect(outcome).toEqual({ score: 6, most: 6, passed: true })
  expect(await xiaoyu.does(submitAttempt, { quizId, attemptId })).toEqual(outcome)
  await expect(xiaoyu.does(startAttempt, { quizId })).rejects.toThrow('noAttemptLeft')
  expect((await sits(qian, quizId, (kind) => kind === 'fill')).outcome).toEqual({ score: 2, most: 6, passed: false })
  const result = await xiaoyu.does(seeResult, { quizId, attemptId })
  expect(result.questions.find(({ kind }) => kind === 'single')).toMatchObject({
    share: 1,
    explanation: { zh: secretWords },
  })
  expect(await qian.does(quizNamed, quizId)).toMatchObject({ name: '消防知识测验', passPercent: 60, published: true })
  const people = [xiaoyu.id, qian.id]
  const passes = (context: Context) => passedBy(context, { quizIds: [quizId], personIds: people })
  expect(await xiaoyu.does(passes, undefined)).toMatchObject([{ quizId, personId: xiaoyu.id }])
})
test('whoever comes back, on another device, finds the same questions and their answers', async () => {
  const { xiaoyu, quizId } = await begun()
  const { id: attemptId } = await xiaoyu.does(startAttempt, { quizId })
  const one = { quizId, attemptId }
  const before = await xiaoyu.does(seeAttempt, one)
  await xiaoyu.does(saveAnswers, { ...one, answers: [given(0, ['2']), given(1, ['1'])] })
  expect(await xiaoyu.does(startAttempt, { quizId })).toEqual({ id: attemptId })
  const after = await xiaoyu.does(seeAttempt, one)
  expect(after.questions).toEqual(before.questions)
  expect(after.answers).toMatchObject([
    { position: 0, answer: ['2'] },
    { position: 1, answer: ['1'] },
  ])
})

test('the same answer twice is one, the later one stands in whatever order they arrive, also at once', async () => {
  const { xiaoyu, quizId } = await begun()
  const { id: attemptId } = await xiaoyu.does(startAttempt, { quizId })
  const one = { quizId, attemptId }
  const parcels = Array.from({ length: 12 }, (_, i) => given(0, [String((i % 3) + 1)], `2026-04-15T04:0${i % 3}:00Z`))
  const last = parcels.reduce((a, b) =>
    +b.givenAt > +a.givenAt || (+b.givenAt === +a.givenAt && b.counter > a.counter) ? b : a,
  )
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(parcels, { minLength: 12 }), async (mixed) => {
      await Promise.all(mixed.map((answer) => xiaoyu.does(saveAnswers, { ...one, answers: [answer, answer] })))
      const { answers } = await xiaoyu.does(seeAttempt, one)
      expect(answers).toEqual([last])
    }),
    { numRuns: 3 },
  )
})

test('when the time is over by the server’s clock nothing is taken, what was there counts; more time for who needs it', async () => {
  const { lina, xiaoyu, qian, quizId, unasked } = await begun([fire, day], { minutes: 20 })
  await lina.does(giveExtraTime, { quizId, personId: qian.id, minutes: 10 })
  const { id: attemptId } = await xiaoyu.does(startAttempt, { quizId })
  const { id: other } = await qian.does(startAttempt, { quizId })
  const sitting = await xiaoyu.does(seeAttempt, { quizId, attemptId })
  expect(sitting.endsAt).toEqual(new Date('2026-04-15T04:20:00Z'))
  expect((await qian.does(seeAttempt, { quizId, attemptId: other })).endsAt).toEqual(new Date('2026-04-15T04:30:00Z'))
  const { position } = sitting.questions.find(({ kind }) => kind === 'fill') ?? { position: -1 }
  await xiaoyu
    .at('2026-04-15T04:19:59Z')
    .does(saveAnswers, { quizId, attemptId, answers: [given(position, ['11', '9'])] })
  const late = xiaoyu.at('2026-04-15T04:20:00Z')
  // Whatever the clock of the browser says.
  await expect(
    late.does(saveAnswers, { quizId, attemptId, answers: [given(0, ['1'], '2026-04-15T04:00:30Z')] }),
  ).rejects.toThrow('attemptOver')
  await qian.at('2026-04-15T04:25:00Z').does(saveAnswers, { quizId, attemptId: other, answers: [given(0, ['1'])] })
  await unasked((context) => closeOverdue({ ...context, now: new Date('2026-04-15T04:31:00Z') }))
  expect(await late.does(submitAttempt, { quizId, attemptId })).toEqual({ score: 2, most: 4, passed: false })
  expect(await xiaoyu.does(seeQuiz, { quizId })).toMatchObject({
    attemptsMade: [{ submittedAt: new Date('2026-04-15T04:20:00Z') }],
  })
})

test('an answer that is acknowledged while the quiz is handed in counts, one that comes too late is refused', async () => {
  const { xiaoyu, quizId } = await begun([day], { attempts: null })
  for (let i = 0; i < 6; i++) {
    const { id: attemptId } = await xiaoyu.does(startAttempt, { quizId })
    const one = { quizId, attemptId }
    const [saved, outcome] = await Promise.all([
      xiaoyu.does(saveAnswers, { ...one, answers: [given(0, ['11', '9'])] }).then(
        () => true,
        (error: Error) => error.message,
      ),
      xiaoyu.does(submitAttempt, one),
    ])
    expect(outcome.score).toBe(saved === true ? 2 : 0)
    if (saved !== true) expect(saved).toBe('attemptOver')
  }
})

test('two who begin at once begin once', async () => {
  const { xiaoyu, quizId } = await begun()
  const [one, other] = await Promise.all([xiaoyu.does(startAttempt, { quizId }), xiaoyu.does(startAttempt, { quizId })])
  expect(one).toEqual(other)
})

test('nothing that tells what is right goes over the wire before the end', async () => {
  const { xiaoyu, qian, platform, tenantId, quizId } = await begun([fire, steps], {
    feedback: 'afterEnd',
    closesAt: new Date('2099-01-01T00:00:00Z'),
    attempts: 2,
  })
  const app = await serveForTest(platform, { tenantId })
  const ask = async (path: string, body?: object) => {
    const answer = await app.inject({
      method: body ? 'POST' : 'GET',
      url: path,
      headers: { 'x-test-asker': `${tenantId} ${xiaoyu.id}` },
      ...(body ? { payload: body } : {}),
    })
    for (const word of [secretWords, 'Z0', 'Z1', 'S0', 'S1', 'correct', 'keys', 'explanation'])
      expect([path, answer.body.includes(word)]).toEqual([path, false])
    return answer.json() as { id: string; hidden?: string; questions?: unknown[] }
  }
  await ask('/api/quizzes')
  const { id: attemptId } = await ask(`/api/quizzes/${quizId}/attempts`, {})
  const path = `/api/quizzes/${quizId}/attempts/${attemptId}`
  expect((await ask(path)).questions).toHaveLength(2)
  await ask(`${path}/answers`, { answers: [given(0, ['1'])] })
  await ask(`${path}/submission`, {})
  expect(await ask(`${path}/result`)).toMatchObject({ hidden: 'afterEnd', questions: [] })
  await expect(qian.does(seeAttempt, { quizId, attemptId })).rejects.toThrow('notFound')
  await expect(qian.does(saveAnswers, { quizId, attemptId, answers: [given(0, ['1'])] })).rejects.toThrow('notFound')
})

test('a question that is changed in the middle is answered and scored as it was asked', async () => {
  const { lina, xiaoyu, quizId, ids } = await begun([fire])
  const { id: attemptId } = await xiaoyu.does(startAttempt, { quizId })
  const { kind: _, ...fields } = fire
  await lina.does(changeQuestion, { questionId: ids[0] as string, ...fields, keys: { correct: ['Z1'] } })
  const { questions } = await xiaoyu.does(seeAttempt, { quizId, attemptId })
  const [question] = questions
  if (!question) throw new Error('no question')
  await xiaoyu.does(saveAnswers, { quizId, attemptId, answers: [given(0, known.single?.(question) ?? [])] })
  expect(await xiaoyu.does(submitAttempt, { quizId, attemptId })).toMatchObject({ score: 2 })
})

test('a short text waits for a hand; its mark makes the score', async () => {
  const { lina, xiaoyu, qian, quizId } = await begun([fire, essay])
  const { attemptId, outcome } = await sits(xiaoyu, quizId)
  expect(outcome).toEqual({ score: null, most: 4, passed: null })
  const { answers } = await lina.does(listToMark, { quizId })
  expect(answers).toMatchObject([{ attemptId, answer: '不私拉电线', points: 2 }])
  const { position = 0 } = answers[0] ?? {}
  await expect(xiaoyu.does(listToMark, { quizId })).rejects.toThrow('notAllowed')
  await expect(qian.does(markAnswer, { quizId, attemptId, position, share: 1 })).rejects.toThrow('notAllowed')
  expect(await lina.does(markAnswer, { quizId, attemptId, position, share: 0.5 })).toEqual({ done: true, score: 3 })
  expect(await lina.does(listToMark, { quizId })).toMatchObject({ answers: [] })
  expect(await xiaoyu.does(seeQuiz, { quizId })).toMatchObject({ mine: { passed: true } })
})

test('those who keep it see who sat it and how each question did; what was asked stays once somebody began', async () => {
  const { lina, xiaoyu, qian, quizId, fields } = await begun()
  await sits(xiaoyu, quizId)
  await sits(qian, quizId, (kind) => kind === 'fill')
  const results = await lina.does(quizResults, { quizId })
  expect(results).toMatchObject({
    begun: 2,
    over: 2,
    passed: 1,
    people: [{ name: '林小雨', passed: true }, { passed: false }],
  })
  expect(results.questions.find(({ kind }) => kind === 'single')).toMatchObject({
    count: 2,
    options: [{ right: true }, {}, {}],
  })
  await expect(xiaoyu.does(quizResults, { quizId })).rejects.toThrow('notAllowed')
  await expect(lina.does(changeQuiz, { quizId, ...fields, minutes: 5 })).rejects.toThrow('quizBegun')
  expect(await lina.does(changeQuiz, { quizId, ...fields, attempts: 3 })).toMatchObject({ attempts: 3, begun: true })
})

test('drawn by tags: not more than there are, and everybody draws their own', async () => {
  const { lina, organizations, quizId, ids, fields } = await begun()
  const draws = [{ tags: ['消防'], difficulties: [], count: 3, points: 1 }]
  expect(await lina.does(changeQuiz, { quizId, ...fields, fixed: [], draws })).toMatchObject({ draws })
  const tooMany = QuizFields.parse({ name: '太多', draws: [{ ...draws[0], count: ids.length + 1 }] })
  for (const [plan, reason] of [
    [tooMany, 'tooFewQuestions'],
    [QuizFields.parse({ name: '空' }), 'quizEmpty'],
  ] as const) {
    const draft = await lina.does(addQuiz, { organizationId: organizations.willow, ...plan })
    await expect(lina.does(publishQuiz, { quizId: draft.id })).rejects.toThrow(reason)
    await expect(lina.does(changeQuiz, { quizId, ...plan })).rejects.toThrow(reason)
  }
})

test('whoever is forgotten leaves no words of their own behind; what they earned stays counted', async () => {
  const { lina, xiaoyu, quizId, unasked } = await begun([fire, essay])
  const { attemptId } = await sits(xiaoyu, quizId)
  const { answers } = await lina.does(listToMark, { quizId })
  await lina.does(markAnswer, { quizId, attemptId, position: answers[0]?.position ?? 0, share: 1 })
  await unasked((context) => context.publish(forgotten, { personId: xiaoyu.id }))
  const kept = await unasked(({ tx }) => tx.selectFrom('quizAnswer').select('answer').execute())
  expect(JSON.stringify(kept)).not.toContain('不私拉电线')
  expect(kept).toHaveLength(2)
  expect(await lina.does(quizResults, { quizId })).toMatchObject({ passed: 1, people: [{ best: 4 }] })
})
