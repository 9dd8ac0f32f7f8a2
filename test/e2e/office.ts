import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { request } from 'playwright-core'
import type { Linli } from '../linli.ts'
import { type Login, openLinli } from './browser.ts'

export const administrator: Login = { name: '13800000001', password: 'yangliu-qingqing-2026' }
export const workbook = join(import.meta.dirname, '../data/office-2023.xlsx')

export type Office = Awaited<ReturnType<typeof openOffice>>

/**
 * An office that was set up through its one-time link, as its first administrator does it, and has imported its year. `at`:
 * the moment that its clock shows then; `again` is the address of the same office at another.
 */
export async function openOffice({ imported = true, at }: { imported?: boolean; at?: Date } = {}) {
  const { linli, close, again } = await openLinli(at)
  try {
    return { ...(await furnish(linli, close, imported)), again: async (later: Date) => (await again(later)).address }
  } catch (error) {
    // A server left behind would keep the whole run waiting for its end.
    await close()
    throw error
  }
}

async function furnish(linli: Linli, close: () => Promise<void>, imported: boolean) {
  const setup = /\/setup\/(\S+)/
  await until(async () => setup.test(linli.said()))
  const link = setup.exec(linli.said())
  const address = linli.address
  const api = await request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address } })
  const get = async (path: string): Promise<unknown> => {
    const answer = await api.get(path)
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  const post = async (path: string, data: object, options: Parameters<typeof api.post>[1] = { data }) => {
    const answer = await api.post(path, options)
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json() as Promise<unknown>
  }
  const put = async (path: string, data: object): Promise<unknown> => {
    const answer = await api.put(path, { data })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  await post(`/api/setup/${link?.[1]}`, {
    officeName: '柳林街道',
    kind: 'subdistrict',
    personName: '周小敏',
    ...administrator,
  })
  await post('/api/auth/sign-in/email', administrator)
  if (imported) await importYear()

  async function importYear(): Promise<void> {
    const file = { name: 'office-2023.xlsx', mimeType: 'application/octet-stream', buffer: await readFile(workbook) }
    const { id } = (await post('/api/imports', {}, { multipart: { file } })) as { id: string }
    for (const step of ['trial', 'records']) {
      await post(`/api/imports/${id}/${step}`, {})
      await until(async () => {
        const { state } = (await get(`/api/imports/${id}`)) as { state: string }
        if (state === 'failed') throw new Error('the import failed')
        return state === 'tried' || state === 'done'
      })
    }
  }

  /** The first record of a list, for a page that shows one. */
  const firstOf = async (path: string, key?: string): Promise<string> => {
    const answer = (await get(path)) as Record<string, unknown>
    const rows = (key ? answer[key] : answer) as { id: string }[]
    if (!rows[0]) throw new Error(`nothing at ${path}`)
    return rows[0].id
  }
  const person = () => firstOf('/api/people?q=周小敏', 'rows')
  const organization = () => firstOf('/api/organizations')
  const group = () => firstOf('/api/groups')
  const activity = () => firstOf('/api/activities?from=2023-03-01&to=2023-04-01', 'activities')
  /** A shift of tomorrow, which the first one who asks plans. */
  const shift = async (): Promise<string> => {
    const startsAt = new Date(Date.now() + 86_400_000)
    const times = { startsAt, endsAt: new Date(+startsAt + 7_200_000) }
    const planned = { kind: 'service', title: '社区食堂帮厨', hostId: await organization(), ...times }
    const { id } = (await post('/api/activities', planned)) as { id: string }
    const roles = [{ name: '帮厨', least: 1, target: 2, most: 3 }]
    return ((await post(`/api/activities/${id}/shifts`, { ...times, roles })) as { id: string }).id
  }
  const team = () => firstOf('/api/teams')
  const place = () => firstOf('/api/places')
  const webhook = async (): Promise<string> => {
    const { events } = (await get('/api/webhooks')) as { events: { event: string }[] }
    const hook = { url: 'https://hooks.example/linli', events: events.slice(0, 1).map(({ event }) => event) }
    return ((await post('/api/webhooks', hook)) as { id: string }).id
  }
  const report = async (): Promise<string> => {
    const begun = { period: '2023', language: 'zh-CN', title: '[单位][时段]工作报告' }
    return ((await post('/api/reports', { organizationId: await organization(), ...begun })) as { id: string }).id
  }
  /** A report of the year, published by the first one who asks. */
  const published = async (): Promise<string> => {
    const begun = {
      organizationId: await organization(),
      period: '2023',
      language: 'zh-CN',
      title: '{scope}{period}工作报告',
    }
    const { id } = (await post('/api/reports', begun)) as { id: string }
    return ((await post(`/api/reports/${id}/publish`, {})) as { id: string }).id
  }
  const me = async (): Promise<string> => ((await get('/api/me')) as { personId: string }).personId
  const duty = async (): Promise<string> => {
    const planned = {
      organizationId: await organization(),
      name: '消防安全',
      about: '每月检查一次',
      fromDate: '2023-01-01',
    }
    const { id } = (await post('/api/duties', planned)) as { id: string }
    const holder = { personId: await me(), seat: 'holder', fromDate: '2023-02-01' }
    const { holdings } = (await post(`/api/duties/${id}/holdings`, holder)) as { holdings: { id: string }[] }
    await post(`/api/duty-holdings/${holdings[0]?.id}/letters`, {})
    await post('/api/duties', { ...planned, name: '档案管理' })
    return id
  }
  /** Written once for all the pages that show it. */
  let checklistMade: Promise<string> | undefined
  const checklist = (): Promise<string> => {
    const exit = { id: 'exit', kind: 'yesNo', text: '安全出口是否畅通', weight: 10, critical: true, grade: 'danger' }
    const heat = { id: 'heat', kind: 'measure', text: '冷藏温度', unit: '℃', from: 0, to: 8, fault: '食品安全' }
    const why = { id: 'why', kind: 'photo', text: '堵塞处照片', when: { id: 'exit', is: ['no'] } }
    const sections = [
      { id: 's1', title: '消防', questions: [exit, why] },
      { id: 's2', title: '食堂', questions: [heat] },
    ]
    checklistMade ??= post('/api/checklists', {
      name: '服务站安全检查表',
      use: 'safety',
      content: { about: '每周一次', enough: 80, sections },
    }).then((made) => (made as { id: string }).id)
    return checklistMade
  }
  /** In two versions of which the second changes a sentence; whoever asks is to read it. */
  const policy = async (): Promise<string> => {
    const { id } = (await post('/api/policies', { organizationId: await organization(), name: '值班制度' })) as {
      id: string
    }
    const texts = [
      '第一条 值班人员应当准时到岗\n第二条 因故不能到岗的，提前一天报告',
      '第一条 值班人员应当准时到岗\n第二条 因故不能到岗的，提前两天报告，并请他人代班\n第三条 值班情况逐日登记',
    ]
    for (const [i, text] of texts.entries()) {
      await put(`/api/policies/${id}/draft`, { text, inForceFrom: `2023-0${i + 3}-01` })
      await post(`/api/policies/${id}/publish`, {})
    }
    await put(`/api/policies/${id}/audience`, {
      audience: [[{ is: 'named', personIds: [await me()] }]],
      ...{ in: 1, out: 0 },
    })
    return id
  }
  /** A room of a station with a floor, and a check of it in which a danger was found. */
  let checkMade: Promise<{ placeId: string; checkId: string }> | undefined
  const check = (): Promise<{ placeId: string; checkId: string }> => {
    checkMade ??= (async () => {
      const organizationId = await organization()
      const station = (await post('/api/places', { kind: 'station', name: '柳林服务站', organizationId })) as {
        id: string
      }
      const room = { kind: 'room', name: '助餐室', organizationId, parentId: station.id }
      const { id: roomId } = (await post('/api/places', room)) as { id: string }
      const checklistId = await checklist()
      const begin = async () =>
        ((await post('/api/safety-checks', { checklistId, placeId: station.id })) as { id: string }).id
      await post('/api/check-plans', { checklistId, placeId: station.id, rule: 'FREQ=WEEKLY', firstDate: '2023-01-02' })
      await begin()
      const checkId = await begin()
      const hazard = { questionId: 'heat', grade: 'danger', words: '冰柜故障', placeId: roomId, ownerId: await me() }
      await post(`/api/safety-checks/${checkId}/answers`, {
        ...{ key: randomUUID(), version: 1, doneAt: new Date() },
        answers: { exit: { value: 'yes' }, heat: { value: 15, note: '' } },
        hazards: [{ ...hazard, dueOn: '2099-01-01' }],
      })
      return { placeId: station.id, checkId }
    })()
    return checkMade
  }
  const handOver = async (): Promise<string> => {
    const other = await firstOf('/api/people?q=zhang', 'rows')
    const between = { personId: await me(), otherPersonId: other, onDate: '2023-06-01', dutyIds: [await duty()] }
    return ((await post('/api/hand-overs', between)) as { id: string }).id
  }
  /** One counted by an indicator and one by evidence; the page shown is that of the second. */
  const objective = async (): Promise<string> => {
    const [organizationId, holderId] = [await organization(), await me()]
    const planned = { organizationId, year: 2023, holderId }
    const indicatorId = await firstOf('/api/indicators?q=fwsc')
    await post('/api/objectives', {
      ...planned,
      title: '志愿服务活动',
      indicatorId,
      target: 400,
      steps: [40, 200, 300, 400],
    })
    const made = { ...planned, title: '制度修订', target: 2 }
    const { id } = (await post('/api/objectives', made)) as { id: string }
    await post(`/api/objectives/${id}/evidence`, { what: '修订值班制度', onDate: '2023-04-10' })
    return id
  }
  /** One of the first one's own work in 2023, with words of theirs, that somebody else will close. */
  let ownDossier: Promise<string> | undefined
  const dossier = (): Promise<string> => {
    ownDossier ??= (async () => {
      await duty()
      const other = await firstOf('/api/people?q=zhang', 'rows')
      const between = { personId: await me(), organizationId: await organization(), reviewerIds: [other] }
      const term = { year: 2023, commentBy: '2028-01-31', eraseOn: '2030-01-01' }
      const { id } = (await post('/api/dossiers', { ...between, ...term })) as { id: string }
      await put(`/api/dossiers/${id}/parts/own`, { words: '完成全部消防检查，未发生火情' })
      await put(`/api/dossiers/${id}/parts/duties`, { words: '一月由前任负责' })
      return id
    })()
    return ownDossier
  }
  let workReview: Promise<string> | undefined
  /** One that was sent, and one that is still being done; the page shown is that of the first. */
  const review = (): Promise<string> => {
    workReview ??= (async () => {
      const indicatorId = await firstOf('/api/indicators?q=fwsc')
      const questions = [
        { id: 'served', kind: 'measure', text: '服务时长', indicatorId },
        { id: 'board', kind: 'yesNo', text: '公示栏及时更新', grade: 'major' },
      ]
      const content = { sections: [{ id: 'a', title: '志愿服务', questions }] }
      const { id: checklistId } = (await post('/api/checklists', { name: '年度工作检查', use: 'review', content })) as {
        id: string
      }
      const organizationId = await firstOf(`/api/organizations?parentId=${await organization()}`)
      const planned = { checklistId, organizationId, reviewerId: await me(), period: '2023', plannedOn: '2024-01-10' }
      const answers = { board: { value: 'no', note: '仍是上年内容' } }
      const plan = async (more: object[]): Promise<string> => {
        const { id } = (await post('/api/reviews', planned)) as { id: string }
        await put(`/api/reviews/${id}`, { answers, more, seen: '台账齐全，公示滞后' })
        return id
      }
      await plan([])
      const id = await plan([{ words: '活动室堆放杂物', grade: 'minor' }])
      await post(`/api/reviews/${id}/sending`, {})
      return id
    })()
    return workReview
  }
  const form = async (): Promise<string> => {
    const name = 'quarters.xlsx'
    const buffer = await readFile(join(import.meta.dirname, '../data/forms', name))
    const file = { name, mimeType: 'application/octet-stream', buffer }
    return ((await post('/api/forms', {}, { multipart: { file } })) as { id: string }).id
  }
  /** A plan of one of the groups for 2023, begun by the first one who asks, with a topic that was studied and one that was not. */
  let plan: Promise<string> | undefined
  const studyPlan = (): Promise<string> => (plan ??= beginPlan())
  async function beginPlan(): Promise<string> {
    const { id } = (await post('/api/study-plans', { groupId: await group(), year: 2023 })) as { id: string }
    const topic = (title: string, minutes: number) => ({
      id: crypto.randomUUID(),
      title,
      aim: '联系实际，学以致用',
      material: '学习读本第一章',
      minutes,
      fromMonth: 1,
      toMonth: 6,
    })
    await put(`/api/study-plans/${id}/draft`, {
      topics: [topic('消防安全责任制', 60), topic('社区矛盾调解实务', 600), topic('安全生产', 120)],
      revision: 0,
    })
    return id
  }
  const question = async (): Promise<string> => {
    const options = ['119', '110', '120'].map((zh, i) => ({ id: 'ABC'[i], text: { zh, en: zh } }))
    const content = { stem: { zh: '火警电话', en: 'Fire number' }, options }
    const keys = { correct: ['A'], explanation: { zh: '119 为火警电话', en: 'It is 119' } }
    const rest = { tags: ['消防'], difficulty: 1, source: '消防手册' }
    return ((await post('/api/questions', { kind: 'single', content, keys, ...rest })) as { id: string }).id
  }
  /** A session of the imported year with something to read, planned by the first one who asks. */
  let content: Promise<string> | undefined
  const session = (): Promise<string> => (content ??= planSession())
  async function planSession(): Promise<string> {
    const id = await firstOf('/api/activities?from=2023-01-01&to=2024-01-01&kind=study', 'activities')
    await put(`/api/activities/${id}/study`, { lecturer: '周教授', agenda: ['领学第一章', '分组讨论', '小结'] })
    const text = { title: '读本第一章', body: '治理重在基层\n服务重在日常', readingMinutes: 15 }
    await post(`/api/activities/${id}/materials`, text)
    const link = { title: '案例汇编', url: 'https://study.example/cases', readingMinutes: 20 }
    await post(`/api/activities/${id}/materials`, link)
    const said = { minutes: '周教授领学第一章，各组交流走访体会', decisions: ['每月走访一次服务站'], revision: 0 }
    await put(`/api/activities/${id}/study/minutes`, said)
    return id
  }
  /** A course that is required of everybody of the office, opened by the first one who asks. */
  let required: Promise<string> | undefined
  const course = (): Promise<string> => (required ??= openCourse())
  async function openCourse(): Promise<string> {
    const organizationId = await organization()
    const begun = {
      organizationId,
      name: '入职必修课',
      about: '新入职人员三十日内完成',
      dueDays: 30,
      renewMonths: 24,
    }
    const { id } = (await post('/api/courses', begun)) as { id: string }
    const parts = `/api/courses/${id}/parts`
    await post(parts, { kind: 'reading', title: '职责清单', body: '接待来访，登记诉求，限时回复' })
    await post(parts, { kind: 'session', title: '基层治理专题学习', topic: '基层治理' })
    await post(parts, { kind: 'signOff', title: '独立接待一次', signerId: await person() })
    const audience = [
      [{ is: 'at', organizationId }],
      [{ is: 'began', role: 'secretary', organizationId, last: 2, unit: 'years' }],
    ]
    const difference = (await put(`/api/courses/${id}/audience`, { audience })) as object
    await post(`/api/courses/${id}/audience/apply`, difference)
    await put(`/api/courses/${id}/audience`, { audience: audience.slice(1) })
    return id
  }
  /** A quiz of one question, published; an attempt that goes on. */
  const quiz = async (): Promise<string> => {
    const fixed = [{ questionId: await question() }]
    const plan = { name: '消防测验', fixed, minutes: 30, attempts: null, closesAt: '2099-01-01T00:00:00Z' }
    const { id } = (await post('/api/quizzes', { organizationId: await organization(), ...plan })) as { id: string }
    await post(`/api/quizzes/${id}/publication`, {})
    return id
  }
  const attempt = async (): Promise<string> => {
    const quizId = await quiz()
    const { id } = (await post(`/api/quizzes/${quizId}/attempts`, {})) as { id: string }
    return `/learning/quizzes/${quizId}/attempts/${id}`
  }
  const result = async (): Promise<string> => {
    const path = await attempt()
    const api = path.replace('/learning', '/api')
    await post(`${api}/answers`, { answers: [{ position: 0, answer: ['1'], givenAt: new Date(), counter: 1 }] })
    await post(`${api}/submission`, {})
    return path
  }
  /** A contest of one round, in which its only entrant has handed in. */
  const contest = async ({ begun = true } = {}): Promise<string> => {
    const quizId = await quiz()
    const entered = {
      name: '消防竞赛',
      quizIds: [quizId],
      personIds: [await person()],
      prizes: [{ name: '一等奖', places: 1 }],
    }
    const { id } = (await post('/api/contests', { organizationId: await organization(), ...entered })) as { id: string }
    if (!begun) return id
    const { id: attemptId } = (await post(`/api/quizzes/${quizId}/attempts`, {})) as { id: string }
    await post(`/api/quizzes/${quizId}/attempts/${attemptId}/submission`, {})
    return id
  }
  /** What was learnt over three years: sessions, a quiz, a contest with a prize. */
  let learnt: Promise<string> | undefined
  const record = (): Promise<string> => (learnt ??= learn())
  async function learn() {
    const [personId, hostId] = [await person(), await organization()]
    const sessions = [
      ['2024-05-10', '安全生产'],
      ['2024-09-13', '政务公开'],
      ['2025-03-14', '垃圾分类与低碳生活'],
    ] as const
    for (const [day, topic] of sessions) {
      const times = { startsAt: `${day}T01:00:00Z`, endsAt: `${day}T03:00:00Z` }
      const held = { kind: 'study', title: `集中学习：${topic}`, topic, hostId, ...times }
      const { id } = (await post('/api/activities', held)) as { id: string }
      await put(`/api/activities/${id}/sheet`, { entries: [{ personId, status: 'attended', at: new Date() }] })
    }
    const passed = async (name: string): Promise<string> => {
      const plan = { name, fixed: [{ questionId: await question(), points: 5 }], shuffleOptions: false }
      const { id: quizId } = (await post('/api/quizzes', { organizationId: hostId, ...plan })) as { id: string }
      await post(`/api/quizzes/${quizId}/publication`, {})
      return quizId
    }
    const sit = async (quizId: string): Promise<void> => {
      const { id } = (await post(`/api/quizzes/${quizId}/attempts`, {})) as { id: string }
      const answers = [{ position: 0, answer: ['1'], givenAt: new Date(), counter: 1 }]
      await post(`/api/quizzes/${quizId}/attempts/${id}/answers`, { answers })
      await post(`/api/quizzes/${quizId}/attempts/${id}/submission`, {})
    }
    await sit(await passed('消防知识测验'))
    const round = await passed('消防竞赛决赛')
    const entered = {
      name: '消防知识竞赛',
      quizIds: [round],
      personIds: [personId],
      prizes: [{ name: '一等奖', places: 1 }],
    }
    const { id } = (await post('/api/contests', { organizationId: hostId, ...entered })) as { id: string }
    await sit(round)
    await post(`/api/contests/${id}/end`, {})
    return '/learning/record'
  }
  /** A meeting that was held, where something was decided, by the first one who asks; the other page is that of the decision. */
  let meetingHeld: Promise<{ id: string; finding: string }> | undefined
  const meeting = () => (meetingHeld ??= holdMeeting())
  async function holdMeeting() {
    const startsAt = new Date(Date.now() - 7_200_000)
    const times = { startsAt, endsAt: new Date(+startsAt + 3_600_000) }
    const planned = { kind: 'meeting', title: '街道工作例会', hostId: await organization(), ...times }
    const { id } = (await post('/api/activities', planned)) as { id: string }
    const [duty, next] = [crypto.randomUUID(), crypto.randomUUID()]
    const items = [
      { id: duty, kind: 'own', title: '节前值班安排' },
      { id: next, kind: 'own', title: '社区换届准备' },
    ]
    await put(`/api/activities/${id}/meeting`, { chairId: await me(), items })
    const minutes = '各站点汇报值班人手\n青松站缺一人，由街道调剂'
    await put(`/api/activities/${id}/meeting/items/${duty}`, { minutes, revision: 0 })
    const dueOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    const action = { what: '公示各站点节日值班表', ownerId: await me(), dueOn }
    const decided = { words: '节日期间各站点每日有人值守', actions: [action] }
    const { id: finding } = (await post(`/api/activities/${id}/meeting/items/${duty}/decisions`, decided)) as {
      id: string
    }
    return { id, finding }
  }
  const examples: Record<string, () => Promise<string>> = {
    '/activities/$activityId/study': async () => `/activities/${await session()}/study`,
    '/learning/courses/$courseId': async () => `/learning/courses/${await course()}`,
    '/learning/mine/$courseId': async () => `/learning/mine/${await course()}`,
    '/learning/contests/$contestId': async () => `/learning/contests/${await contest()}`,
    '/learning/contests/$contestId/change': async () => `/learning/contests/${await contest({ begun: false })}/change`,
    '/learning/contests/$contestId/hall': async () => `/learning/contests/${await contest()}/hall`,
    '/learning/quizzes/$quizId': async () => `/learning/quizzes/${await quiz()}`,
    '/learning/quizzes/$quizId/change': async () => `/learning/quizzes/${await quiz()}/change`,
    '/learning/quizzes/$quizId/results': async () => `${(await result()).split('/attempts')[0]}/results`,
    '/learning/quizzes/$quizId/marking': async () => `/learning/quizzes/${await quiz()}/marking`,
    '/learning/quizzes/$quizId/attempts/$attemptId': attempt,
    '/learning/quizzes/$quizId/attempts/$attemptId/result': async () => `${await result()}/result`,
    '/learning/record': record,
    '/learning/plans': async () => `/learning/plans?year=${(await studyPlan()) && 2023}`,
    '/learning/plans/$studyPlanId': async () => `/learning/plans/${await studyPlan()}`,
    '/learning/plans/$studyPlanId/draft': async () => `/learning/plans/${await studyPlan()}/draft`,
    '/learning/questions/$questionId': async () => `/learning/questions/${await question()}`,
    '/webhooks/$webhookId': async () => `/webhooks/${await webhook()}`,
    '/': async () => '/?year=2023',
    '/calendar': async () => '/calendar?on=2023-03-15',
    '/people/$personId': async () => `/people/${await person()}`,
    '/people/$personId/certificates': async () => `/people/${await person()}/certificates`,
    '/people/$personId/hours': async () => `/people/${await person()}/hours?year=2023`,
    '/organizations/$organizationId': async () => `/organizations/${await organization()}`,
    '/volunteers/people/$personId': async () => `/volunteers/people/${await person()}`,
    '/teams/$teamId': async () => `/teams/${await team()}`,
    '/groups/$groupId': async () => `/groups/${await group()}`,
    '/activities/$activityId': async () => `/activities/${await activity()}`,
    '/activities/$activityId/change': async () => `/activities/${await activity()}/change`,
    '/activities/$activityId/attendance': async () => `/activities/${await activity()}/attendance`,
    '/activities/$activityId/shifts': async () => `/activities/${await activity()}/shifts`,
    '/shifts/$shiftId': async () => `/shifts/${await shift()}`,
    '/activities/$activityId/door': async () => `/activities/${await activity()}/door`,
    '/door/$activityId': async () => `/door/${await activity()}`,
    '/places/$placeId': async () => `/places/${await place()}`,
    '/places/$placeId/change': async () => `/places/${await place()}/change`,
    '/import/$importId': async () => `/import/${await firstOf('/api/imports')}`,
    '/reports/$reportId': async () => `/reports/${await report()}`,
    '/reports': async () => '/reports?period=2023',
    '/reports/yearly/$year': async () => '/reports/yearly/2023',
    '/reports/published/$publishedId': async () => `/reports/published/${await published()}`,
    '/checks': async () => {
      await check()
      return '/checks'
    },
    '/checks/plans': async () => {
      await check()
      return '/checks/plans'
    },
    '/checks/$checkId': async () => `/checks/${(await check()).checkId}`,
    '/places/$placeId/hazards': async () => `/places/${(await check()).placeId}/hazards`,
    '/checklists': async () => {
      await checklist()
      return '/checklists'
    },
    '/checklists/$checklistId': async () => `/checklists/${await checklist()}`,
    '/findings': async () => {
      await meeting()
      return '/findings'
    },
    '/findings/$findingId': async () => `/findings/${(await meeting()).finding}`,
    '/meetings/$activityId': async () => `/meetings/${(await meeting()).id}`,
    '/duties': async () => {
      await duty()
      return '/duties'
    },
    '/duties/$dutyId': async () => `/duties/${await duty()}`,
    '/warnings': async () => {
      await policy()
      await objective()
      return '/warnings'
    },
    '/policies': async () => {
      await policy()
      return '/policies'
    },
    '/policies/$policyId': async () => `/policies/${await policy()}?was=1`,
    '/policies/$policyId/write': async () => `/policies/${await policy()}/write`,
    '/hand-overs/$handOverId': async () => `/hand-overs/${await handOver()}`,
    '/reviews': async () => {
      await review()
      return '/reviews'
    },
    '/reviews/$reviewId': async () => `/reviews/${await review()}`,
    '/reviews/$reviewId/comparison': async () => `/reviews/${await review()}/comparison`,
    '/dossiers': async () => {
      await dossier()
      return '/dossiers'
    },
    '/dossiers/$dossierId': async () => `/dossiers/${await dossier()}`,
    '/objectives': async () => {
      await objective()
      return '/objectives?year=2023'
    },
    '/objectives/$objectiveId': async () => `/objectives/${await objective()}`,
    '/boards/$boardId': async () => `/boards/${await firstOf('/api/boards')}?period=2023`,
    '/reports/indicators/ask': async () =>
      '/reports/indicators/ask?fact=activity&measure=count&filter=kind%3Dstudy&period=2023&by=month',
    '/reports/indicators/$indicatorId': async () =>
      `/reports/indicators/${await firstOf('/api/indicators?q=fwsc')}?period=2023`,
    '/forms/$formId': async () => `/forms/${await form()}?period=2023`,
    '/forms/$formId/fills/$fillId': async () => {
      const formId = await form()
      const { id } = (await post(`/api/forms/${formId}/fills`, { period: '2023' })) as { id: string }
      return `/forms/${formId}/fills/${id}`
    },
    '/setup/$token': async () => '/setup/of-another-day',
    '/invite/$token': async () =>
      ((await post(`/api/people/${await person()}/invitations`, {})) as { path: string }).path,
  }

  return {
    address,
    login: administrator,
    api: { get, post, put },
    close: async () => {
      await api.dispose()
      await close()
    },
    /** A real address for a line of the table of URLs. */
    async addressOf(route: string): Promise<{ path: string; bare: boolean; refused: boolean }> {
      const bare = /^\/(sign-in|setup|invite)\b/.test(route)
      const example = examples[route]
      const refused = route === '/setup/$token'
      if (!example && !route.includes('$')) return { path: route, bare, refused }
      if (!example) throw new Error(`give an example of ${route} in test/e2e/office.ts`)
      return { path: await example(), bare, refused }
    },
  }
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error('this takes longer than a minute')
    await new Promise((soon) => setTimeout(soon, 50))
  }
}
