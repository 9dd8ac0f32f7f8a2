import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn } from '../../src/platform/zone.ts'
import { closeBrowser, openWindow, settled, signIn } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { type Member, openTeam, wrong } from './team.ts'

let office: Office
let activityId = ''
let seriesDayId = ''
let teamId = ''
let lin: Member
let sun: Member
let leader: Page

beforeAll(async () => {
  office = await openOffice({ imported: false })
  const team = await openTeam(office)
  teamId = team.teamId
  activityId = (await team.service('社区食堂帮厨', 96)).id
  lin = await team.member('林小雨', '13800000011')
  sun = await team.member('孙福生', '13800000012')
  const desk = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(desk, office.address, office.login)
  leader = await desk.newPage()
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

test('the leader publishes a shift with two roles', async () => {
  await leader.goto(`/activities/${activityId}`)
  await settled(leader)
  await leader.getByRole('button', { name: '志愿班次' }).click()
  await leader.getByRole('button', { name: '新建班次' }).click()
  await leader.getByLabel('岗位 1').fill('帮厨')
  await leader.getByRole('button', { name: '增加岗位' }).click()
  await leader.getByRole('button', { name: '发布班次' }).click()
  await leader.getByRole('alert').waitFor()
  await leader.getByRole('button', { name: '删除岗位 2' }).click()
  expect(await wrong(leader)).toEqual([])
  await leader.getByRole('button', { name: '发布班次' }).click()
  await leader.getByText('余 1 个名额').waitFor()
})

test('a volunteer signs up in two taps from the start page', async () => {
  await lin.page.goto('/')
  await settled(lin.page)
  expect(await wrong(lin.page)).toEqual([])
  await lin.page.getByRole('button', { name: '报名：社区食堂帮厨，帮厨' }).tap()
  await lin.page.getByText('您已确认参加').first().waitFor()
})

test('another one waits, and what was tapped without a network is sent later', async () => {
  await sun.page.goto('/shifts')
  await settled(sun.page)
  await sun.window.setOffline(true)
  await sun.page.getByRole('button', { name: '加入候补：社区食堂帮厨，帮厨' }).tap()
  await sun.page.getByText('待网络恢复后发送').waitFor()
  await sun.page.close()
  sun.page = await sun.window.newPage()
  await sun.window.setOffline(false)
  await sun.page.goto('/shifts/mine')
  await sun.page.getByText('候补第 1 位').waitFor()
  expect(await wrong(sun.page)).toEqual([])
})

test('on the board the leader sees who stands where', async () => {
  const [shift] = (await office.api.get(`/api/activities/${activityId}/shifts`)) as { startsAt: string }[]
  await leader.goto(`/shifts/board?on=${dayIn('Asia/Shanghai', new Date(shift?.startsAt ?? ''))}`)
  await settled(leader)
  await leader.locator('.board-holder', { hasText: '林小雨' }).waitFor()
  await leader.locator('.board-holder', { hasText: '孙福生' }).getByText('候补').waitFor()
  expect(await wrong(leader)).toEqual([])
  await leader.locator('.board-person', { hasText: '林小雨' }).click()
  await leader.locator('.board-slot').getByText('已报名该班次').waitFor()
  expect(await wrong(leader)).toEqual([])
})

test('the first one cancels; who waits is offered the place and says yes', async () => {
  await lin.page.goto('/shifts/mine')
  await settled(lin.page)
  await lin.page.getByRole('button', { name: '取消报名：社区食堂帮厨' }).tap()
  await lin.page.getByText('已取消报名').first().waitFor()
  await sun.page.goto('/')
  await settled(sun.page)
  await sun.page.getByText('有名额可供您确认').first().waitFor()
  expect(await wrong(sun.page)).toEqual([])
  await sun.page.getByRole('button', { name: '确认参加：社区食堂帮厨' }).first().tap()
  await sun.page.getByText('您已确认参加').first().waitFor()
})

test('the morning is kept as a template along its series, and a volunteer takes a later day of it on the phone', async () => {
  const { post } = office.api
  const startsAt = new Date(Date.now() + 6 * 86_400_000)
  const endsAt = new Date(+startsAt + 2 * 3_600_000)
  const series = { rule: 'FREQ=DAILY;COUNT=4', onHoliday: 'keep' }
  const activity = { kind: 'service', title: '早间送餐', hostId: teamId, startsAt, endsAt, series }
  const { id } = (await post('/api/activities', activity)) as { id: string }
  seriesDayId = id
  const roles = [
    { name: '送餐', least: 1, target: 2, most: 3 },
    { name: '司机', least: 0, target: 1, most: 1 },
  ]
  const opensAt = new Date(+startsAt - 10 * 86_400_000)
  await post(`/api/activities/${id}/shifts`, { startsAt: new Date(+startsAt - 1_800_000), endsAt, opensAt, roles })
  await leader.goto(`/activities/${id}/shifts`)
  await settled(leader)
  await leader.getByRole('textbox', { name: '名称' }).fill('送餐早班')
  await leader.getByRole('button', { name: '保存为模板' }).click()
  await leader.getByText('已生成 3 个班次').waitFor()
  expect(await wrong(leader)).toEqual([])
  await lin.page.goto('/shifts')
  await settled(lin.page)
  const drivers = lin.page.getByRole('button', { name: '报名：早间送餐，司机' })
  await drivers.nth(1).tap()
  // What is mine is not offered to me any more.
  await drivers.nth(3).waitFor({ state: 'detached' })
  await lin.page.goto('/shifts/mine')
  await lin.page.getByText('早间送餐').first().waitFor()
  // The list of templates: changed, deleted, and brought back.
  await leader.goto('/shifts/templates')
  await settled(leader)
  await leader.getByRole('button', { name: '修改“送餐早班”' }).click()
  await leader.getByRole('textbox', { name: '名称' }).fill('送餐')
  await leader.getByRole('group', { name: '班次 1' }).getByLabel('目标').first().fill('4')
  await leader.getByRole('button', { name: '保存', exact: true }).click()
  await leader.getByRole('alert').getByText('班次 1：').waitFor()
  await leader.getByRole('group', { name: '班次 1' }).getByLabel('目标').first().fill('3')
  expect(await wrong(leader)).toEqual([])
  await leader.getByRole('button', { name: '保存', exact: true }).click()
  await leader.getByText('送餐 3 人').waitFor()
  await leader.getByRole('button', { name: '删除“送餐”' }).click()
  await leader.getByText('还没有模板').waitFor()
  await leader.getByRole('button', { name: '撤销' }).click()
  await leader.getByRole('button', { name: '删除“送餐”' }).waitFor()
  expect(await wrong(leader)).toEqual([])
})

test('a template is written by hand on a phone: on the clock of an example, with sign-up days before', async () => {
  const phone = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 390 })
  await signIn(phone, office.address, office.login)
  const page = await phone.newPage()
  await page.goto('/shifts/templates')
  await settled(page)
  await page.getByRole('button', { name: '新建模板' }).tap()
  await page.getByRole('textbox', { name: '名称' }).fill('夜间巡逻')
  await page.getByLabel('假设活动开始时间').fill('20:00')
  await page.getByLabel('开始', { exact: true }).fill('19:30')
  await page.getByLabel('结束', { exact: true }).fill('01:00')
  await page.getByText('次日结束').waitFor()
  await page.getByLabel('报名开放（提前天数）').fill('5')
  await page.getByLabel('岗位 1').fill('巡逻员')
  await page.getByLabel('上限').fill('2')
  await page.getByRole('button', { name: '增加班次' }).tap()
  await page.getByRole('button', { name: '保存', exact: true }).tap()
  await page.getByRole('alert').getByText('班次 2：请填写岗位名称。').waitFor()
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '删除班次 2' }).tap()
  await page.getByRole('button', { name: '保存', exact: true }).tap()
  await page.getByText('已保存为“夜间巡逻”').waitFor()
  await page.getByText('开始前 30 分钟至开始后 5 小时').waitFor()
  expect(await wrong(page)).toEqual([])
  await phone.close()
})

const windows = [
  ['a volunteer’s phone', 390, () => sun.login, () => ['/', '/shifts', '/shifts?all=1', '/shifts/mine']],
  [
    'a leader’s phone',
    390,
    () => office.login,
    () => ['/shifts/templates', '/shifts/templates?template=new', `/activities/${seriesDayId}/shifts`],
  ],
  [
    'the desk',
    1440,
    () => office.login,
    () => ['/shifts/board', '/shifts/gaps', `/activities/${activityId}/shifts?shift=new`],
  ],
] as const

test.each(windows.flatMap((one) => (['zh-CN', 'en'] as const).map((language) => [...one, language] as const)))(
  'the screens are whole on %s',
  async (_, width, login, paths, language) => {
    for (const theme of ['light', 'dark'] as const) {
      const window = await openWindow(office.address, { language, theme, width })
      await signIn(window, office.address, login())
      const page = await window.newPage()
      for (const path of paths()) {
        await page.goto(path)
        await settled(page)
        expect({ path, wrong: await wrong(page) }).toEqual({ path, wrong: [] })
      }
      await window.close()
    }
  },
)
