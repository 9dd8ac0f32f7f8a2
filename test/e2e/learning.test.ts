import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openWindow, settled, signIn } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { type Member, openTeam, wrong } from './team.ts'

let office: Office
let secretary: Member
let groupId: string
let hostId: string
const hour = 3_600_000

beforeAll(async () => {
  office = await openOffice({ imported: false })
  const { get, post } = office.api
  const team = await openTeam(office)
  ;[{ id: hostId }] = (await get('/api/organizations')) as [{ id: string }]
  secretary = await team.member('王建国', '13800000033')
  const group = { organizationId: hostId, kind: 'study', name: '理论学习中心组' }
  ;({ id: groupId } = (await post('/api/groups', group)) as { id: string })
  const joined = { personId: secretary.id, fromDate: '2023-01-01' }
  await post(`/api/groups/${groupId}/members`, joined)
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

const study = async (inHours: number, topic: string | null, series?: object): Promise<string> => {
  const startsAt = new Date(Date.now() + inHours * hour)
  const times = { startsAt, endsAt: new Date(+startsAt + 2 * hour) }
  const planned = {
    kind: 'study',
    title: '中心组学习',
    topic,
    hostId,
    groupId,
    ...times,
    ...(series ? { series } : {}),
  }
  return ((await office.api.post('/api/activities', planned)) as { id: string }).id
}

const atTheDesk = async () => {
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(window, office.address, office.login)
  return window.newPage()
}

test('a plan is drafted and agreed; what is missing is put on a free study day with one tap; a change is a version that says why', async () => {
  await study(48, null, { rule: 'FREQ=DAILY;COUNT=3', onHoliday: 'keep' })
  const page = await atTheDesk()
  await page.goto('/learning')
  await page.getByRole('link', { name: '全部计划' }).click()
  await page.getByRole('button', { name: '制定计划' }).first().click()
  await page.locator('form').getByRole('button', { name: '制定计划' }).click()
  await page.getByLabel('名称').fill('基层治理')
  await page.getByLabel('目标').fill('学以致用')
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByRole('button', { name: '定稿' }).click()
  await page.getByText('已定稿，第 1 版').waitFor()
  await page.getByRole('button', { name: /将“基层治理”写入/ }).click()
  await page.getByText('各专题均已学完或已有安排。').waitFor()
  await page.getByText('已安排 2 小时').waitFor()
  expect(await wrong(page)).toEqual([])

  await page.getByRole('button', { name: '修改计划' }).click()
  await page.getByRole('button', { name: '添加专题' }).click()
  await page.getByLabel('名称').nth(1).fill('安全生产')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByRole('button', { name: '定稿' }).click()
  await page.getByText('请写明修改已定计划的原因。').waitFor()
  await page.getByLabel('修改原因').fill('按上级通知增加')
  await page.getByRole('button', { name: '定稿' }).click()
  await page.getByText('已定稿，第 2 版').waitFor()
  await page.getByRole('link', { name: '比较第 1 版与第 2 版' }).click()
  await page.getByRole('dialog').getByText('新增').waitFor()
  expect(await wrong(page)).toEqual([])
  await page.context().close()
})

test('a session is held with lecturer, agenda, material and minutes; whoever missed it makes it up on a phone', async () => {
  const activityId = await study(-30, '基层治理')
  const page = await atTheDesk()
  await page.goto(`/activities/${activityId}`)
  await page.getByRole('button', { name: '学习内容' }).click()
  await page.getByRole('button', { name: '讲师与议程' }).click()
  await page.getByLabel('外请讲师').fill('周教授')
  await page.getByLabel('议程').fill('领学第一章\n分组讨论')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('分组讨论').waitFor()
  for (const title of ['读本第一章', '读本第二章']) {
    await page.getByRole('button', { name: '添加链接或文字' }).click()
    await page.getByLabel('名称').fill(title)
    await page.getByLabel('或文字内容').fill('治理重在基层。')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: `修改“${title}”` }).waitFor()
  }
  await page.getByRole('button', { name: '填写记录' }).click()
  await page.getByLabel('学习情况').fill('周教授领学第一章。')
  await page.getByLabel('决定事项').fill('每月走访一次')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('每月走访一次').waitFor()
  await page.getByText('未补学').waitFor()
  expect(await wrong(page)).toEqual([])

  const phone = secretary.page
  await phone.goto('/learning')
  await phone.getByRole('link', { name: '基层治理' }).first().tap()
  await phone.getByText('已读 0 / 2').waitFor()
  await phone.getByRole('button', { name: '已阅读“读本第一章”' }).tap()
  await phone.getByText('已读 1 / 2').waitFor()
  expect(await wrong(phone)).toEqual([])
  await phone.getByRole('button', { name: '已阅读“读本第二章”' }).tap()
  await phone.getByText('您已于 今天 完成补学。').waitFor()
  await phone.goto('/learning')
  await settled(phone)
  expect(await phone.getByText('待补学').count()).toBe(0)

  await page.reload()
  await page.getByText('今天已补学').waitFor()
  const { attended } = (await office.api.get(`/api/activities/${activityId}`)) as { attended: number }
  expect(attended, 'made up is not attended').toBe(0)
  await page.context().close()
})

test('whoever cannot come says so beforehand with a reason, which the host reads; and comes after all', async () => {
  const activityId = await study(40, '安全生产')
  const { page: phone } = secretary
  await phone.goto('/learning')
  await phone.getByRole('link', { name: '中心组学习' }).last().waitFor()
  await phone.goto(`/activities/${activityId}`)
  await phone.getByRole('button', { name: '我不能参加' }).tap()
  await phone.getByRole('button', { name: '确认不参加' }).tap()
  await phone.getByText('请填写此项。').waitFor()
  await phone.getByLabel('原因').fill('当天值班')
  expect(await wrong(phone)).toEqual([])
  await phone.getByRole('button', { name: '确认不参加' }).tap()
  await phone.getByText('您已说明不参加：当天值班').waitFor()
  expect(await wrong(phone)).toEqual([])
  const page = await atTheDesk()
  await page.goto(`/activities/${activityId}`)
  await page.getByText('当天值班').waitFor()
  await page.getByText('不参加', { exact: true }).waitFor()
  expect(await wrong(page)).toEqual([])
  await phone.getByRole('button', { name: '可以参加了' }).tap()
  await phone.getByRole('button', { name: '我不能参加' }).waitFor()
  await page.reload()
  await settled(page)
  expect(await page.getByText('当天值班').count()).toBe(0)
  await page.context().close()
})

test('a course is required of whom a sentence says; it is done on a phone, certified, and verified by somebody without a login', async () => {
  const page = await atTheDesk()
  await page.goto('/learning/courses')
  await page.getByRole('button', { name: '新建课程' }).first().click()
  await page.getByLabel('名称').fill('接待规范')
  await page.locator('form').getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '添加内容' }).click()
  await page.getByLabel('名称').fill('接待来访')
  await page.getByLabel('或文字内容').fill('登记诉求，限时回复。')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('1. 接待来访').waitFor()
  await page.getByRole('button', { name: '修改学习对象' }).click()
  await page.getByRole('combobox', { name: '角色' }).click()
  await page.getByRole('option', { name: '志愿者', exact: true }).click()
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '查看进入和退出人员' }).click()
  await page.getByText('1 人进入： 王建国').waitFor()
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '使其生效' }).click()
  await page.getByText('该课程现有 1 名学习对象。').waitFor()

  const phone = secretary.page
  await phone.goto('/learning')
  await phone.getByRole('link', { name: '接待规范' }).tap()
  await phone.getByRole('button', { name: '已完成“接待来访”' }).tap()
  await phone.getByText('已完成', { exact: true }).first().waitFor()
  expect(await wrong(phone)).toEqual([])
  await phone.goto('/learning/record')
  await phone.getByRole('button', { name: '开具证书：“接待规范”' }).tap()
  await phone.getByRole('link', { name: '“接待规范”证书', exact: true }).waitFor()
  expect(await wrong(phone)).toEqual([])

  const answer = await secretary.window.request.get(`/api/people/${secretary.id}/credentials`)
  const [{ verifyPath }] = (await answer.json()) as [{ verifyPath: string }]
  const stranger = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 390 })
  const seen = await stranger.newPage()
  await seen.goto(verifyPath)
  await seen.getByText('接待规范').first().waitFor()
  await seen.getByText('王建国').first().waitFor()
  await stranger.close()
  await page.context().close()
})
