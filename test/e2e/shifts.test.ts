import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, type Login, openWindow, settled, sideways, signIn, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let teamId = ''
let activityId = ''
const password = 'yangliu-qingqing-2026'

type Volunteer = { login: Login; window: BrowserContext; page: Page }
let lin: Volunteer
let sun: Volunteer
let leader: Page

beforeAll(async () => {
  office = await openOffice({ imported: false })
  const { get, post } = office.api
  const [root] = (await get('/api/organizations')) as { id: string }[]
  const team = { parentId: root?.id, kind: 'team', name: '银龄互助队', category: 'helpingThoseInNeed' }
  teamId = ((await post('/api/organizations', team)) as { id: string }).id
  const startsAt = new Date(Date.now() + 4 * 86_400_000)
  const endsAt = new Date(+startsAt + 2 * 3_600_000)
  const activity = { kind: 'service', title: '社区食堂帮厨', hostId: teamId, startsAt, endsAt }
  activityId = ((await post('/api/activities', activity)) as { id: string }).id
  lin = await volunteer('林小雨', '13800000011')
  sun = await volunteer('孙福生', '13800000012')
  const desk = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(desk, office.address, office.login)
  leader = await desk.newPage()
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

/** Somebody of the team with a phone, who has accepted the invitation. */
async function volunteer(name: string, phone: string): Promise<Volunteer> {
  const { post } = office.api
  const person = { name, phone, organizationId: teamId, role: 'volunteer', fromDate: '2023-01-01' }
  const { id } = (await post('/api/people', person)) as { id: string }
  const { path } = (await post(`/api/people/${id}/invitations`, {})) as { path: string }
  await post(`/api/invitations/${path.split('/').at(-1)}`, { name: phone, password })
  const login = { name: phone, password }
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 390 })
  await signIn(window, office.address, login)
  return { login, window, page: await window.newPage() }
}

/** What is wrong with a screen: for whoever uses a keyboard or a screen reader, or a narrow phone. */
async function wrong(page: Page): Promise<string[]> {
  const over = await sideways(page)
  return [...(await violations(page)), ...(over > 0 ? [`moves sideways by ${over} pixels`] : [])]
}

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
  await leader.goto(`/shifts/board?on=${shift?.startsAt.slice(0, 10)}`)
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

test.each(['zh-CN', 'en'] as const)('the screens are whole in %s, on the phone and on the desk', async (language) => {
  for (const [login, width, paths] of [
    [sun.login, 390, ['/', '/shifts', '/shifts?all=1', '/shifts/mine']],
    [office.login, 1440, ['/shifts/board', '/shifts/gaps', `/activities/${activityId}/shifts?shift=new`]],
  ] as const)
    for (const theme of ['light', 'dark'] as const) {
      const window = await openWindow(office.address, { language, theme, width })
      await signIn(window, office.address, login)
      const page = await window.newPage()
      for (const path of paths) {
        await page.goto(path)
        await settled(page)
        expect({ path, wrong: await wrong(page) }).toEqual({ path, wrong: [] })
      }
      await window.close()
    }
})
