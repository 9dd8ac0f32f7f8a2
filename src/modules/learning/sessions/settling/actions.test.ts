import { expect, test } from 'vitest'
import { type Somebody, town } from '../../../../../test/town.ts'
import { createActivity } from '../../../activities/actions.ts'
import { myLearning } from '../../actions.ts'
import { addQuestion } from '../../bank/actions.ts'
import { createCourse } from '../../courses/actions.ts'
import { applyAudience, proposeAudience } from '../../courses/audience/actions.ts'
import { myCourses } from '../../courses/mine/actions.ts'
import { addPart } from '../../courses/parts/actions.ts'
import { addQuiz, publishQuiz } from '../../quizzes/actions.ts'
import { QuizFields } from '../../quizzes/contract.ts'
import { decideAnswers, startAttempt, submitAttempt } from '../../quizzes/sitting/actions.ts'
import { addMaterial, markRead, planSession } from '../actions.ts'
import { getSession } from '../seeing/actions.ts'

let counter = 0
async function sits(who: Somebody, quizId: string, answer: string): Promise<void> {
  const { id: attemptId } = await who.does(startAttempt, { quizId })
  const answers = [{ position: 0, answer: [answer], givenAt: new Date('2026-04-15T04:01:00Z'), counter: ++counter }]
  await who.does(async (context, input) => decideAnswers([{ context, input }]), { quizId, attemptId, answers })
  await who.does(submitAttempt, { quizId, attemptId })
}

test('a session with a quiz is made up, and a course with one is done, once the quiz is passed and not before', async () => {
  const here = await town()
  const { lina, wang } = here
  const { id: questionId } = await lina.does(addQuestion, {
    kind: 'fill',
    content: { stem: { zh: '火警电话是____' }, options: [], targets: [] },
    keys: { correct: [], blanks: [['119']] },
    tags: [],
    difficulty: 1,
    source: '',
  })
  const organizationId = here.organizations.willow
  const plan = QuizFields.parse({ name: '消防测验', fixed: [{ questionId, points: 1 }], attempts: null })
  const { id: quizId } = await lina.does(addQuiz, { organizationId, ...plan })
  await lina.does(publishQuiz, { quizId })

  const { id: activityId } = await lina.does(createActivity, {
    kind: 'study',
    title: '周五学习',
    topic: '消防安全',
    description: null,
    hostId: organizationId,
    placeId: null,
    groupId: here.studyGroup,
    teamIds: [],
    equipmentIds: [],
    startsAt: new Date('2026-04-10T06:00:00Z'),
    endsAt: new Date('2026-04-10T08:00:00Z'),
    series: null,
  })
  await lina.does(planSession, { activityId, lecturerId: null, lecturer: null, agenda: [], noteTakerId: null, quizId })
  expect((await wang.does(myLearning, undefined as never)).toMakeUp).toMatchObject([
    { activityId, materials: 0, quiz: true },
  ])
  const text = { activityId, title: '第一章', url: null, body: '全文', readingMinutes: 10 }
  const { materials } = await lina.does(addMaterial, text)
  const begun = { organizationId, name: '消防必修', about: null, dueDays: 30, dueDate: null, renewMonths: null }
  const { id: courseId } = await lina.does(createCourse, begun)
  const part = { body: null, url: null, topic: null, activityId: null, wholeSeries: false, signerId: null }
  await lina.does(addPart, { courseId, kind: 'quiz', title: '消防测验', quizId, ...part })
  await lina.does(proposeAudience, { courseId, audience: [[{ is: 'named', personIds: [wang.id] }]] })
  await lina.does(applyAudience, { courseId, in: 1, out: 0 })

  const read = await wang.does(markRead, { materialId: materials[0]?.id ?? '' })
  expect(read.makingUp).toMatchObject({ read: 1, passed: false, madeUpAt: null })
  await sits(wang, quizId, '110')
  expect((await wang.does(getSession, { activityId })).makingUp).toMatchObject({ passed: false, madeUpAt: null })
  expect((await wang.does(myCourses, {})).courses[0]?.state).toBe('todo')
  await sits(wang, quizId, '119')
  const { makingUp } = await wang.does(getSession, { activityId })
  expect(makingUp).toMatchObject({ passed: true })
  expect(makingUp?.madeUpAt).not.toBeNull()
  expect((await wang.does(myLearning, undefined as never)).toMakeUp).toEqual([])
  expect((await wang.does(myCourses, {})).courses[0]?.state).toBe('done')
})
