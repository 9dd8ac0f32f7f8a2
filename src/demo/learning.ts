import { listActivities } from '../modules/activities/seeing/actions.ts'
import { createCourse } from '../modules/learning/courses/actions.ts'
import { applyAudience, proposeAudience } from '../modules/learning/courses/audience/actions.ts'
import { addPart } from '../modules/learning/courses/parts/actions.ts'
import { agreeStudyPlan, beginStudyPlan, writeStudyPlan } from '../modules/learning/plans/actions.ts'
import { addMaterial, planSession, writeMinutes } from '../modules/learning/sessions/actions.ts'
import { newId } from '../platform/database.ts'
import { addDays, yearOf } from '../platform/zone.ts'
import { people, studyGroup } from './cast.ts'
import { studyTopics } from './data.ts'
import type { Board } from './plans.ts'

/** The study group's plan for this year, what its last sessions were about, and one course that secretaries and managers must do. */
export async function learn(board: Board): Promise<void> {
  await plan(board)
  await sessions(board)
  await course(board)
}

async function plan({ lina, today }: Board): Promise<void> {
  const year = yearOf(today)
  const { id: studyPlanId } = await lina(beginStudyPlan, { groupId: studyGroup.id, year, asLastYear: false })
  const topics = studyTopics.map((title, i) => ({
    id: newId(),
    title,
    aim: null,
    material: '学习读本',
    minutes: i % 4 === 0 ? 240 : 120,
    fromMonth: i + 1,
    toMonth: Math.min(12, i + 2),
  }))
  await lina(writeStudyPlan, { studyPlanId, topics, reason: null, revision: 0 })
  await lina(agreeStudyPlan, { studyPlanId, reason: null })
}

async function sessions({ lina, today }: Board): Promise<void> {
  const { activities } = await lina(listActivities, {
    from: addDays(today, -60),
    to: addDays(today, 40),
    kind: 'study',
    mine: false,
  })
  for (const { id: activityId, topic, endsAt } of activities) {
    const agenda = ['领学', '分组讨论', '小结']
    await lina(planSession, {
      activityId,
      lecturerId: null,
      lecturer: '周教授',
      agenda,
      noteTakerId: people.wang.id,
      quizId: null,
    })
    const material = { activityId, url: null, readingMinutes: 15 }
    for (const title of [`${topic}：读本摘要`, `${topic}：本地案例`])
      await lina(addMaterial, { ...material, title, body: '治理重在基层，服务重在日常。' })
    if (endsAt.toISOString().slice(0, 10) >= today) continue
    const minutes = `周教授围绕“${topic}”领学，各组交流走访中的体会。`
    await lina(writeMinutes, { activityId, minutes, decisions: ['每月走访一次服务站'], revision: 0 })
  }
}

async function course({ lina, organizations }: Board): Promise<void> {
  const organizationId = organizations.willow as string
  const { id: courseId } = await lina(createCourse, {
    organizationId,
    name: '接待与诉求办理',
    about: '社区书记和站长三十日内完成。',
    dueDays: 30,
    dueDate: null,
    renewMonths: 24,
  })
  const nothing = {
    body: null,
    url: null,
    topic: null,
    activityId: null,
    wholeSeries: false,
    quizId: null,
    signerId: null,
  }
  const part = { ...nothing, courseId }
  await lina(addPart, { ...part, kind: 'reading', title: '接待规范', body: '接待来访，登记诉求，限时回复。' })
  await lina(addPart, { ...part, kind: 'session', title: '基层治理与减负专题', topic: studyTopics[0] })
  await lina(addPart, { ...part, kind: 'signOff', title: '独立接待一次', signerId: people.lina.id })
  const audience = [
    [{ is: 'holds' as const, role: 'secretary' as const, organizationId }],
    [{ is: 'holds' as const, role: 'stationManager' as const, organizationId }],
  ]
  const seen = await lina(proposeAudience, { courseId, audience })
  await lina(applyAudience, { courseId, in: seen.in, out: seen.out })
}
