import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manifestXml } from '../../src/modules/learning/bank/qti/exporting/rules.ts'
import { lotsOf } from '../../src/modules/learning/contests/rules.ts'
import { packed } from '../../src/platform/workbook/archive.ts'
import { closeBrowser, openWindow, settled, signIn } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { type Member, openTeam, wrong } from './team.ts'

let office: Office
let team: Awaited<ReturnType<typeof openTeam>>
let lin: Member
let wang: Member
let quizId: string

beforeAll(async () => {
  office = await openOffice({ imported: false })
  const { get, post } = office.api
  team = await openTeam(office)
  lin = await team.member('林小雨', '13800000022')
  wang = await team.member('王秀英', '13800000023')
  const options = (...texts: string[]) => texts.map((zh, i) => ({ id: 'ABCD'[i], text: { zh } }))
  const questions = [
    {
      kind: 'single',
      content: { stem: { zh: '火警电话' }, options: options('119', '110', '120') },
      keys: { correct: ['A'] },
    },
    {
      kind: 'multiple',
      content: { stem: { zh: '灭火器使用步骤包括' }, options: options('拔销', '按压', '摇晃后点燃') },
      keys: { correct: ['A', 'B'] },
    },
    { kind: 'trueFalse', content: { stem: { zh: '楼道可以堆放杂物' } }, keys: { correct: ['false'] } },
    { kind: 'fill', content: { stem: { zh: '消防日是____月____日' } }, keys: { blanks: [['11'], ['9']] } },
    {
      kind: 'order',
      content: { stem: { zh: '发现火情后' }, options: options('报警', '疏散', '清点') },
      keys: { correct: ['A', 'B', 'C'] },
    },
  ]
  const fixed = []
  for (const question of questions)
    fixed.push({ questionId: ((await post('/api/questions', question)) as { id: string }).id })
  const [root] = (await get('/api/organizations')) as { id: string }[]
  const plan = { name: '消防知识测验', fixed, shuffle: false, shuffleOptions: false, minutes: 30, passPercent: 80 }
  quizId = ((await post('/api/quizzes', { organizationId: root?.id, ...plan })) as { id: string }).id
  await post(`/api/quizzes/${quizId}/publication`, {})
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

test('a quiz is taken on a phone; the network is lost in the middle and nothing of it is', async () => {
  const { page, window } = lin
  await page.goto('/learning/quizzes')
  await page.getByRole('link', { name: '消防知识测验' }).tap()
  await page.getByRole('button', { name: '开始作答' }).tap()
  await page.getByRole('radio', { name: '119' }).tap()
  await page.getByText('答案均已保存').waitFor()
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '下一题', exact: true }).tap()
  await page.getByRole('checkbox', { name: '拔销' }).tap()

  await window.setOffline(true)
  await page.getByRole('checkbox', { name: '按压' }).tap()
  await page.getByText(/网络中断。1 个答案已存在本机/).waitFor()
  await page.getByRole('button', { name: '下一题', exact: true }).tap()
  await page.getByRole('radio', { name: '错' }).tap()
  await page.getByText(/网络中断。2 个答案已存在本机/).waitFor()
  await page.getByRole('button', { name: '下一题', exact: true }).tap()
  await page.getByLabel('第 1 空').fill('11')
  await page.getByLabel('第 2 空').fill('9')
  await page.getByText(/网络中断。3 个答案已存在本机/).waitFor()
  expect(await wrong(page)).toEqual([])
  const attempt = new URL(page.url()).pathname
  await window.setOffline(false)
  await page.getByText('答案均已保存').waitFor()

  // Another page, as on another device: what this one remembers is gone.
  await page.evaluate(() => localStorage.clear())
  await page.goto(attempt)
  await settled(page)
  await page.getByRole('button', { name: /第 4 题.*已答/ }).tap()
  expect(await page.getByLabel('第 2 空').inputValue()).toBe('9')
  await page.getByRole('button', { name: '下一题', exact: true }).tap()
  for (const [what, place] of [
    ['报警', 0],
    ['疏散', 1],
  ] as const) {
    for (let tries = 0; tries < 3; tries++) {
      const texts = await page.locator('.quiz-order > li').allInnerTexts()
      if (texts.findIndex((text) => text.includes(what)) <= place) break
      await page.getByRole('button', { name: `将“${what}”上移` }).tap()
    }
  }
  const confirm = page.getByRole('button', { name: '就按此顺序' })
  if (await confirm.isVisible()) await confirm.tap()
  await page.getByText('答案均已保存').waitFor()
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '交卷', exact: true }).tap()
  await page.getByRole('heading', { name: '5 / 5 分' }).waitFor()
  await page.getByText('已合格').waitFor()
  expect(await wrong(page)).toEqual([])
})

test('those who keep it see it at once', async () => {
  const results = (await office.api.get(`/api/quizzes/${quizId}/results`)) as {
    passed: number
    people: { name: string }[]
  }
  expect(results).toMatchObject({ begun: 1, over: 1, passed: 1, people: [{ name: '林小雨' }] })
})

test('a QTI package is brought in; a question of several parts is looked at, corrected, put into a quiz, sat on a phone and scored by its own rules', async () => {
  const names = ['rescue', 'choice-limited', 'hotspot']
  const parts = names.map((name) => [`items/${name}.xml`, readFileSync(`test/data/qti/${name}.xml`)] as const)
  const listed = names.map((name) => ({ identifier: name, href: `items/${name}.xml` }))
  const buffer = await packed([['imsmanifest.xml', Buffer.from(manifestXml(listed))], ...parts])
  const desk = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(desk, office.address, office.login)
  const page = await desk.newPage()
  await page.goto('/learning/questions/qti')
  await page.locator('input[type=file]').setInputFiles({ name: 'items.zip', mimeType: 'application/zip', buffer })
  await page.getByText('作答方式 qti-hotspot-interaction 不支持。').waitFor()
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '导入 2 题' }).click()
  await page.getByText('已导入 2 题').waitFor()
  await page.getByRole('link', { name: '查看题库' }).click()
  await page.getByRole('link', { name: '六层居民楼的楼道冒烟，您在五楼家中。' }).click()
  for (const [part, what] of [
    ['第 1 问', '离开时带上哪两样？'],
    ['第 2 问', 'B → C → A'],
    ['第 3 问', 'A → 119'],
    ['第 4 问', '楼梯'],
    ['第 5 问', '6'],
  ] as const)
    await page.getByRole('region', { name: part }).getByText(what, { exact: true }).waitFor()
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '修改' }).click()
  await page.getByLabel('选项 C').first().fill('三人沙发')
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '存为新版本' }).click()
  await page.getByText('三人沙发').waitFor()
  await page.getByRole('link', { name: '第 2 版' }).waitFor()

  await page.goto('/learning/quizzes/new')
  await page.getByLabel('名称', { exact: true }).fill('逃生测验')
  await page.getByRole('combobox', { name: '添加试题' }).fill('楼道冒烟')
  await page.getByRole('option', { name: /楼道冒烟/ }).click()
  await page.getByLabel('每题分值').fill('6')
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '发布' }).click()
  await page.getByText('已发布，可参加的人现在能看到。').waitFor()
  const quiz = new URL(page.url()).pathname
  await desk.close()

  const { page: phone } = lin
  await phone.goto(quiz)
  await phone.getByRole('button', { name: '开始作答' }).tap()
  const part = (n: number) => phone.getByRole('region', { name: `第 ${n} 问` })
  await part(1).getByRole('checkbox', { name: '湿毛巾' }).tap()
  await part(1).getByRole('checkbox', { name: '手机' }).tap()
  expect(await part(1).getByRole('checkbox', { name: '花瓶' }).isDisabled(), 'two are enough').toBe(true)
  for (const [place, what] of ['弯腰低姿', '沿墙撤离'].entries())
    for (;;) {
      const texts = await part(2).locator('.quiz-order > li').allInnerTexts()
      if (texts.findIndex((text) => text.includes(what)) <= place) break
      await part(2)
        .getByRole('button', { name: `将“${what}”上移` })
        .tap()
    }
  const confirm = part(2).getByRole('button', { name: '就按此顺序' })
  if (await confirm.isVisible()) await confirm.tap()
  for (const [what, number] of [
    ['起火', '119'],
    ['有人晕倒', '119'],
  ] as const) {
    await part(3)
      .getByRole('combobox', { name: `与“${what}”对应` })
      .tap()
    await phone.getByRole('option', { name: number }).tap()
  }
  await part(4).getByLabel('第 1 空').fill(' 楼梯 ')
  await part(5).getByLabel('您填的数').fill('６')
  await phone.getByText('答案均已保存').waitFor()
  expect(await wrong(phone)).toEqual([])
  await phone.reload()
  await settled(phone)
  expect(await part(5).getByLabel('您填的数').inputValue()).toBe('６')
  await phone.getByRole('button', { name: '交卷', exact: true }).tap()
  // All but the match: five of six points.
  await phone.getByRole('heading', { name: '5 / 6 分' }).waitFor()
  await phone.getByText('部分正确').waitFor()
  await phone.getByText('正确答案：起火 → 119 · 有人晕倒 → 120').waitFor()
  expect(await wrong(phone)).toEqual([])
})

/** A contest of one round, of the quiz's questions; 林小雨 and 王秀英 take part, or these. */
async function contest(name: string, members = [lin, wang]): Promise<{ id: string; roundId: string }> {
  const { get, post } = office.api
  const { organizationId, fixed } = (await get(`/api/quizzes/${quizId}/plan`)) as {
    organizationId: string
    fixed: object[]
  }
  const round = { name, fixed, organizationId, shuffle: false, shuffleOptions: false }
  const { id: roundId } = (await post('/api/quizzes', round)) as { id: string }
  await post(`/api/quizzes/${roundId}/publication`, {})
  const entered = {
    name: '消防知识竞赛',
    quizIds: [roundId],
    personIds: members.map(({ id }) => id),
    prizes: [{ name: '一等奖', places: 1 }],
  }
  const { id } = (await post('/api/contests', { organizationId, ...entered })) as { id: string }
  return { id, roundId }
}

const allRight = [['1'], ['1', '2'], ['false'], ['11', '9'], ['1', '2', '3']]

/** Begins a round and answers; what comes back hands it in. */
async function sits(roundId: string, who: Member, answers: string[][]): Promise<() => Promise<unknown>> {
  const attempts = `/api/quizzes/${roundId}/attempts`
  const { body } = await who.send(attempts)({})
  const given = answers.map((answer, position) => ({ position, answer, givenAt: new Date(), counter: 1 }))
  await who.send(`${attempts}/${body.id}/answers`)({ answers: given })
  return () => who.send(`${attempts}/${body.id}/submission`)({})
}

test('a contest: the board in the hall follows within two seconds, and shows its seed at the end', async () => {
  const { id, roundId } = await contest('决赛')
  const { page } = lin
  await page.goto('/learning/contests')
  await page.getByRole('link', { name: '消防知识竞赛' }).tap()
  await page.getByText('还没有人交卷').waitFor()
  expect(await wrong(page)).toEqual([])

  const handIn = await sits(roundId, wang, allRight)
  const began = Date.now()
  await handIn()
  await page.getByRole('cell', { name: '王秀英' }).waitFor({ timeout: 2000 })
  expect(Date.now() - began).toBeLessThan(2000)
  await (await sits(roundId, lin, [['2']]))()
  await page.getByRole('row', { name: /林小雨/ }).waitFor()
  expect(await page.getByRole('row').allInnerTexts()).toEqual([
    expect.stringContaining('名次'),
    expect.stringContaining('王秀英'),
    expect.stringContaining('林小雨'),
  ])
  await office.api.post(`/api/contests/${id}/end`, {})
  await page.getByText('抽签种子').waitFor()
  await page.getByText('一等奖').waitFor()
  expect(await wrong(page)).toEqual([])
})

/** The first two have the same points and differ in time; the other two are alike in both, as far as seconds tell. */
async function tied(all: Member[]): Promise<{ id: string; name: string }> {
  const [quick, slow, ...alike] = all as [Member, Member, Member, Member]
  // What is to be put in order stands in another one for each.
  const unmixed = allRight.slice(0, 4)
  for (let tries = 1; tries < 6; tries++) {
    const name = `抢答 ${tries}`
    const { id, roundId } = await contest(name, all)
    const [first, second, ...others] = await Promise.all([
      sits(roundId, quick, unmixed),
      sits(roundId, slow, unmixed),
      ...alike.map((who) => sits(roundId, who, allRight.slice(0, 1))),
    ])
    await pause(2000)
    await Promise.all([first, ...others].map((handIn) => handIn()))
    await pause(3000)
    await second()
    const { standings } = (await office.api.get(`/api/contests/${id}`)) as { standings: { byLot: boolean }[] }
    if (standings.map(({ byLot }) => byLot).join() === 'false,false,true,true') return { id, name }
  }
  throw new Error('they never were alike')
}

test('in the hall the time decides between the same points, and the lot between the same time; its seed is promised before and published after', async () => {
  const zhao = await team.member('赵大勇', '13800000024')
  const chen = await team.member('陈静', '13800000025')
  const { id } = await tied([lin, wang, zhao, chen])
  const desk = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(desk, office.address, office.login)
  const hall = await desk.newPage()
  await hall.goto(`/learning/contests/${id}/hall`)
  await hall.getByText(/种子 SHA-256：[0-9a-f]{64}/).waitFor()
  const promised = /[0-9a-f]{64}/.exec((await hall.locator('footer').textContent()) ?? '')?.[0]
  const rows = async () =>
    (await hall.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split(/\s+/).filter(Boolean))
  const before = await rows()
  expect(before.slice(0, 2)).toEqual([
    ['1', '林小雨', '4', expect.stringMatching(/^0:0\d$/)],
    ['2', '王秀英', '4', expect.stringMatching(/^0:\d\d$/)],
  ])
  expect(before.map((row) => row.join().includes('抽签'))).toEqual([false, false, true, true])
  expect(await wrong(hall)).toEqual([])

  await office.api.post(`/api/contests/${id}/end`, {})
  await hall.getByText(/种子：[0-9a-f-]{36}/).waitFor({ timeout: 2000 })
  const seed = /[0-9a-f-]{36}/.exec((await hall.locator('footer').textContent()) ?? '')?.[0] ?? ''
  expect(createHash('sha256').update(seed).digest('hex'), 'the seed is the one that was promised').toBe(promised)
  const lots = lotsOf([lin.id, wang.id, zhao.id, chen.id], seed)
  const byLot = [zhao, chen].sort((a, b) => (lots.get(a.id) ?? 0) - (lots.get(b.id) ?? 0))
  const names = new Map([
    [zhao.id, '赵大勇'],
    [chen.id, '陈静'],
  ])
  expect((await rows()).slice(2).map((row) => row[1]?.replace('抽签', ''))).toEqual(
    byLot.map((who) => names.get(who.id)),
  )
  expect(await wrong(hall)).toEqual([])
  await desk.close()
})

test('the winner has the prize certified from their record, and a stranger finds it genuine', async () => {
  const { page, window } = wang
  await page.goto('/learning/record')
  await page.getByText('第 1 名').waitFor()
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '开具证书：“消防知识竞赛 · 一等奖”' }).tap()
  await page.getByRole('link', { name: '“消防知识竞赛 · 一等奖”证书', exact: true }).waitFor()
  const answer = await window.request.get(`/api/people/${wang.id}/credentials`)
  const [{ verifyPath }] = (await answer.json()) as [{ verifyPath: string }]
  const stranger = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 390 })
  const seen = await stranger.newPage()
  await seen.goto(verifyPath)
  await seen.getByText(/举办的竞赛中获“消防知识竞赛 · 一等奖”/).waitFor()
  await stranger.close()
})

test('a contest is changed before it begins, fills the screen of the hall, and is cancelled: whoever was to take part reads why', async () => {
  const { id } = await contest('预赛')
  const desk = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(desk, office.address, office.login)
  const page = await desk.newPage()
  await page.goto(`/learning/contests/${id}`)
  await page.getByRole('link', { name: '修改', exact: true }).click()
  await page.getByLabel('名称', { exact: true }).fill('消防知识挑战赛')
  await page.getByRole('button', { name: '删除第 1 个奖项' }).click()
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '保存修改' }).click()
  await page.getByRole('heading', { name: '消防知识挑战赛' }).waitFor()

  const [hall] = await Promise.all([desk.waitForEvent('page'), page.getByRole('link', { name: '大屏显示' }).click()])
  await hall.getByText('还没有人交卷').waitFor()
  expect(await hall.getByRole('navigation').count(), 'nothing leads away from it').toBe(0)
  const title = await hall
    .getByRole('heading', { name: '消防知识挑战赛' })
    .evaluate((h) => getComputedStyle(h).fontSize)
  expect(Number.parseFloat(title)).toBeGreaterThan(40)
  expect(await wrong(hall)).toEqual([])

  await page.getByRole('button', { name: '取消竞赛' }).click()
  await page.getByLabel('原因').fill('场地停电')
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '取消并通知 2 人' }).click()
  await page.getByText(/取消：场地停电/).waitFor()
  await hall.getByText('场地停电').waitFor({ timeout: 2000 })
  await lin.page.goto('/notices')
  await lin.page.getByText('“消防知识挑战赛”已取消').waitFor()
  await lin.page.goto('/learning/contests')
  await lin.page.getByText('已取消').waitFor()
  expect(await wrong(lin.page)).toEqual([])
  await desk.close()
})

/** One question, sat on a phone: 119 is right. */
async function sitsOnPhone(page: Page, answer: string): Promise<void> {
  await page.getByRole('button', { name: /开始作答|再答一次/ }).tap()
  await page.getByRole('radio', { name: answer }).tap()
  await page.getByText('答案均已保存').waitFor()
  await page.getByRole('button', { name: '交卷', exact: true }).tap()
  await page.waitForURL(/\/result$/)
}

test('a missed session is made up on a phone by reading and passing its quiz; the same quiz is a part of a course, and done with it', async () => {
  const { get, post, put } = office.api
  const { organizationId, fixed } = (await get(`/api/quizzes/${quizId}/plan`)) as {
    organizationId: string
    fixed: object[]
  }
  const short = {
    name: '消防补学测验',
    fixed: fixed.slice(0, 1),
    organizationId,
    attempts: null,
    shuffleOptions: false,
  }
  const { id: shortId } = (await post('/api/quizzes', short)) as { id: string }
  await post(`/api/quizzes/${shortId}/publication`, {})
  const group = { organizationId, kind: 'study', name: '消防学习小组' }
  const { id: groupId } = (await post('/api/groups', group)) as { id: string }
  await post(`/api/groups/${groupId}/members`, { personId: lin.id, fromDate: '2023-01-01' })
  const startsAt = new Date(Date.now() - 30 * 3_600_000)
  const held = { kind: 'study', title: '消防学习', topic: '消防安全', hostId: organizationId, groupId, startsAt }
  const { id: activityId } = (await post('/api/activities', {
    ...held,
    endsAt: new Date(+startsAt + 7_200_000),
  })) as { id: string }
  const begun = { organizationId, name: '消防必修', dueDays: 30 }
  const { id: courseId } = (await post('/api/courses', begun)) as { id: string }

  // At the desk the session gets its material and the quiz, and the course a part that is the quiz.
  const desk = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(desk, office.address, office.login)
  const page = await desk.newPage()
  await page.goto(`/activities/${activityId}/study`)
  await page.getByRole('button', { name: '讲师与议程' }).click()
  await page.getByRole('combobox', { name: '测验' }).click()
  await page.getByRole('option', { name: '消防补学测验' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '讲师与议程' }).waitFor()
  await page.getByRole('button', { name: '添加链接或文字' }).click()
  await page.getByLabel('名称').fill('消防读本')
  await page.getByLabel('或文字内容').fill('火警电话是 119。')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '修改“消防读本”' }).waitFor()
  expect(await wrong(page)).toEqual([])
  await page.goto(`/learning/courses/${courseId}`)
  await page.getByRole('button', { name: '添加内容' }).click()
  await page.getByRole('combobox', { name: '类别' }).click()
  await page.getByRole('option', { name: '测验', exact: true }).click()
  await page.getByLabel('名称').fill('结业测验')
  await page.getByRole('combobox', { name: '测验' }).click()
  await page.getByRole('option', { name: '消防补学测验' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('1. 结业测验').waitFor()
  expect(await wrong(page)).toEqual([])
  await desk.close()
  const audience = [[{ is: 'named', personIds: [lin.id] }]]
  await put(`/api/courses/${courseId}/audience`, { audience })
  await post(`/api/courses/${courseId}/audience/apply`, { in: 1, out: 0 })

  const { page: phone } = lin
  await phone.goto('/learning')
  await phone.getByText(/已读 0 \/ 1 · 须通过测验/).waitFor()
  expect(await wrong(phone)).toEqual([])
  await phone.goto(`/learning/mine/${courseId}`)
  await phone.getByRole('link', { name: '打开' }).waitFor()
  await phone.goto(`/activities/${activityId}/study`)
  await phone.getByRole('button', { name: '已阅读“消防读本”' }).tap()
  await phone.getByText('还须通过测验：').waitFor()
  expect(await wrong(phone)).toEqual([])
  await phone.getByRole('link', { name: '消防补学测验' }).tap()
  await sitsOnPhone(phone, '110')
  await phone.goto(`/activities/${activityId}/study`)
  await phone.getByText('还须通过测验：').waitFor()
  await phone.getByRole('link', { name: '消防补学测验' }).tap()
  await sitsOnPhone(phone, '119')
  await phone.goto(`/activities/${activityId}/study`)
  await phone.getByText('您已于 今天 完成补学。').waitFor()
  await phone.goto(`/learning/mine/${courseId}`)
  await phone.getByText('已完成', { exact: true }).first().waitFor()
  expect(await wrong(phone)).toEqual([])
  await phone.goto('/learning/record')
  await phone.getByText('消防必修').waitFor()
  await phone.getByRole('link', { name: '消防补学测验' }).waitFor()
  expect(await wrong(phone)).toEqual([])
})
