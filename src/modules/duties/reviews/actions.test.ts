import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soupKitchen } from '../../../../test/shifts.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { startingId } from '../../../platform/indicator.ts'
import { perform } from '../../../platform/perform.ts'
import { cancelActivity } from '../../activities/actions.ts'
import { addChecklist } from '../../checks/checklists/actions.ts'
import { Content } from '../../checks/checklists/contract.ts'
import { closeAction, finishAction } from '../../checks/findings/working/actions.ts'
import { figure } from '../../indicators/actions.ts'
import { Question, questionText } from '../../indicators/contract.ts'
import { createDuty, giveDuty } from '../actions.ts'
import { openDossier, readDossier } from '../dossiers/actions.ts'
import { finishReview, keepReview, planReview, sendReview } from './actions.ts'
import { answerFinding } from './answering/actions.ts'
import { compareReview } from './comparing/actions.ts'
import { reviewFile } from './document/actions.ts'
import { listReviews, readReview, reviewRecords } from './seeing/actions.ts'

type Town = Awaited<ReturnType<typeof town>>

const content = Content.parse({
  sections: [
    {
      id: 's1',
      title: '志愿服务',
      questions: [
        { id: 'held', kind: 'measure', text: '服务活动次数', from: 3, indicatorId: startingId('serviceActivities') },
        { id: 'board', kind: 'yesNo', text: '公示栏及时更新', grade: 'major' },
      ],
    },
  ],
})

const list = async ({ lina }: Town) => (await lina.does(addChecklist, { name: '半年检查', use: 'review', content })).id

const planned = async (here: Town, checklistId: string, { period = '2026', plannedOn = '2026-04-15' } = {}) => {
  const { lina, organizations } = here
  const wanted = { organizationId: organizations.peace, reviewerId: lina.id, checklistId, period, plannedOn }
  return (await lina.does(planReview, wanted)).id
}

const board = (value: 'yes' | 'no', note = '') => ({ answers: { board: { value, note } }, more: [], seen: '' })

test('a review is filled with figures, answered by the community and final after that; what was counted stays', async () => {
  const here = await town()
  const { lina, wang, qian, chen, zhang } = here
  const first = await soupKitchen(here, { startsAt: new Date('2026-03-07T09:00:00+08:00') })
  await soupKitchen(here, { startsAt: new Date('2026-04-04T09:00:00+08:00') })
  const checklistId = await list(here)
  await expect(
    wang.does(planReview, {
      ...{ organizationId: here.organizations.peace, reviewerId: wang.id, checklistId },
      ...{ period: '2026', plannedOn: '2026-04-15' },
    }),
  ).rejects.toThrow('notAllowed')
  const reviewId = await planned(here, checklistId)
  expect((await lina.does(readReview, { reviewId })).figures.held?.value).toBe(2)

  // Before it is sent the community sees that it is planned, and nothing that was written.
  await expect(lina.does(sendReview, { reviewId })).rejects.toThrow('reviewUnanswered')
  await lina.does(keepReview, {
    reviewId,
    ...board('no', '三月的内容'),
    more: [{ words: '活动室堆放杂物', grade: 'minor' }],
  })
  expect(await wang.does(readReview, { reviewId })).toMatchObject({
    stage: 'planned',
    answers: {},
    more: [],
    figures: {},
  })
  await expect(wang.does(keepReview, { reviewId, ...board('yes') })).rejects.toThrow('notAllowed')
  await expect(qian.does(readReview, { reviewId })).rejects.toThrow('notFound')
  await lina.does(sendReview, { reviewId })
  await expect(lina.does(keepReview, { reviewId, ...board('yes') })).rejects.toThrow('reviewSent')

  const sent = await wang.does(readReview, { reviewId })
  expect(sent.found.map(({ words }) => words)).toEqual(['服务活动次数', '公示栏及时更新：三月的内容', '活动室堆放杂物'])
  expect(sent).toMatchObject({ mayAnswer: true, mayFinish: false, answers: { held: { value: 2 } } })
  await expect(lina.does(finishReview, { reviewId })).rejects.toThrow('findingsUnanswered')
  await expect(
    lina.does(answerFinding, { reviewId, findingId: sent.found[0]?.id ?? '', words: '知道', action: null }),
  ).rejects.toThrow('notAllowed')
  for (const { id: findingId } of sent.found) {
    const action = { what: '补办', ownerId: chen.id, dueOn: '2026-05-01' }
    await wang.does(answerFinding, { reviewId, findingId, words: '已知悉，按期整改', action })
  }
  await lina.does(finishReview, { reviewId })
  const again = { reviewId, findingId: sent.found[0]?.id ?? '', words: '改一下', action: null }
  await expect(wang.does(answerFinding, again)).rejects.toThrow('reviewFinal')

  // What is counted otherwise today stands in it as it was counted then, with its records.
  await lina.does(cancelActivity, { activityId: first.activityId, reason: '下雨', scope: 'this' })
  const final = await zhang.does(readReview, { reviewId })
  expect(final).toMatchObject({ stage: 'final', answered: 3, figures: { held: { value: 2 } } })
  const question = questionText(final.figures.held?.question as Question)
  expect(await zhang.does(reviewRecords, { reviewId, question, limit: 20 })).toMatchObject({ total: 2 })
  expect((await wang.does(reviewFile, { reviewId })).name).toBe('和平社区半年检查情况.docx')

  // The actions go on until another closes them.
  const [action] = final.found[0]?.actions ?? []
  await chen.does(finishAction, { actionId: action?.id ?? '', words: '' })
  await lina.does(closeAction, { actionId: action?.id ?? '', words: '' })
  expect((await wang.does(readReview, { reviewId })).found.map(({ closedAt }) => closedAt !== null)).toEqual([
    true,
    false,
    false,
  ])
})

test('a review is compared with its own past, counted by community and month, and told in the dossier of whoever held the post', async () => {
  const here = await town()
  const { lina, wang, chen, organizations } = here
  const checklistId = await list(here)
  const done = async (value: 'yes' | 'no', when: { period: string; plannedOn: string }) => {
    const reviewId = await planned(here, checklistId, when)
    await lina.does(keepReview, { reviewId, ...board(value) })
    await lina.does(sendReview, { reviewId })
    for (const { id: findingId } of (await wang.does(readReview, { reviewId })).found)
      await wang.does(answerFinding, { reviewId, findingId, words: '按期整改', action: null })
    await lina.does(finishReview, { reviewId })
    return reviewId
  }
  await done('no', { period: '2025-Q4', plannedOn: '2026-01-10' })
  const later = await done('yes', { period: '2026-Q1', plannedOn: '2026-04-10' })
  const { reviews, questions } = await wang.does(compareReview, { reviewId: later })
  expect(reviews.map(({ plannedOn, findings }) => [plannedOn, findings])).toEqual([
    ['2026-04-10', 1],
    ['2026-01-10', 2],
  ])
  expect(questions.find(({ id }) => id === 'board')?.given.map((one) => one?.fine)).toEqual([true, false])
  const count = async (measure: string, period: string) =>
    (await lina.does(figure, Question.parse({ fact: 'review', measure, period, scope: organizations.peace }))).value
  expect([
    await count('count', '2026-01'),
    await count('final', '2026'),
    await count('findings', '2026'),
    await count('perReview', '2026'),
  ]).toEqual([1, 2, 3, 1.5])

  const duty = { name: '志愿服务', about: '', fromDate: '2026-01-01', toDate: null, policyId: null, sectionKey: null }
  const { id: dutyId } = await wang.does(createDuty, { ...duty, organizationId: organizations.peace })
  await wang.does(giveDuty, { dutyId, personId: chen.id, seat: 'holder', fromDate: '2026-01-01' })
  const { id: dossierId } = await lina.does(openDossier, {
    ...{ personId: chen.id, organizationId: organizations.peace, year: 2026, reviewerIds: [lina.id] },
    ...{ commentBy: '2027-01-31', eraseOn: '2030-01-01' },
  })
  expect((await chen.does(readDossier, { dossierId })).content.findings).toHaveLength(3)
})

test('in whatever order it is answered, finished and answered again, nothing is final that was not answered', async () => {
  const here = await town()
  const { lina, wang, qian } = here
  const checklistId = await list(here)
  const deeds = ['answer', 'answerOther', 'finish', 'finish', 'strangerAnswers'] as const
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...deeds]), fc.boolean(), async (order, together) => {
      const reviewId = await planned(here, checklistId)
      await lina.does(keepReview, { reviewId, ...board('no') })
      const send = ({ asker }: Somebody) =>
        perform(
          here.platform,
          { name: 'sendReview', ...asker, now: new Date('2026-04-15T04:00:00Z'), steady: true },
          (context) => sendReview(context, { reviewId }),
        )
      // Sent twice at once, its findings are raised once.
      const sendings = await Promise.allSettled([send(lina), send(lina)])
      expect(sendings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const { found } = await lina.does(readReview, { reviewId })
      expect(found).toHaveLength(2)
      const answer = (somebody: Somebody, i: number) =>
        somebody.does(answerFinding, { reviewId, findingId: found[i]?.id ?? '', words: '整改', action: null })
      const does = {
        answer: () => answer(wang, 0),
        answerOther: () => answer(wang, 1),
        finish: () => lina.does(finishReview, { reviewId }),
        strangerAnswers: () => answer(qian, 0),
      }
      const outcome: [string, boolean][] = []
      const run = async (deed: (typeof deeds)[number]) => {
        const done = await does[deed]().then(
          () => true,
          () => false,
        )
        outcome.push([deed, done])
      }
      if (together) await Promise.all(order.map(run))
      else for (const deed of order) await run(deed)
      const { stage, answered } = await lina.does(readReview, { reviewId })
      expect(outcome.filter(([deed, done]) => deed === 'strangerAnswers' && done)).toEqual([])
      expect(outcome.filter(([deed, done]) => deed === 'finish' && done)).toHaveLength(stage === 'final' ? 1 : 0)
      if (stage === 'final') expect(answered).toBe(2)
      if (!together) {
        const before = order.indexOf('finish') >= 0 ? order.slice(0, order.lastIndexOf('finish')) : []
        expect(stage === 'final').toBe(before.includes('answer') && before.includes('answerOther'))
      }
    }),
    { numRuns: 12 },
  )
  expect(
    (await wang.does(listReviews, {})).reviews.every(
      ({ organization }) => organization.id === here.organizations.peace,
    ),
  ).toBe(true)
})
