import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn } from '../../src/platform/zone.ts'
import { closeBrowser, openWindow, settled, signIn } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { type Member, openTeam, wrong } from './team.ts'

let office: Office
let team: Awaited<ReturnType<typeof openTeam>>
let lin: Member
let sun: Member
let board: Page
type Planned = Awaited<ReturnType<typeof team.shift>> & { activityId: string; startsAt: string; endsAt: string }

beforeAll(async () => {
  office = await openOffice({ imported: false })
  team = await openTeam(office)
  lin = await team.member('林小雨', '13800000011')
  sun = await team.member('孙福生', '13800000012')
  const desk = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(desk, office.address, office.login)
  board = await desk.newPage()
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

const joins = async (who: Member, { id, roles }: Planned) =>
  expect((await who.send(`/api/shifts/${id}/signups`)({ roleId: roles[0]?.id })).status).toBe(200)

const slotOf = (title: string): Locator => board.locator('.board-shift', { hasText: title }).locator('.board-slot')

/** The pointer goes down on somebody, over to a place, and rests there. */
async function carry(name: string, over: Locator): Promise<void> {
  const person = board.locator('.board-person', { hasText: name })
  const [from, to] = await Promise.all([person.boundingBox(), over.boundingBox()])
  if (!from || !to) throw new Error('both are on the screen')
  await board.mouse.move(from.x + 20, from.y + from.height / 2)
  await board.mouse.down()
  await board.mouse.move(from.x + 30, from.y + from.height / 2 + 5)
  await board.getByText(`正在安排：${name}`).waitFor()
  await over.locator('.board-answer').waitFor()
  const there = await over.boundingBox()
  if (!there) throw new Error('it is still there')
  await board.mouse.move(there.x + 20, there.y + 10, { steps: 5 })
  await board.mouse.move(there.x + 24, there.y + 14, { steps: 3 })
}

test('dragged over the week, every place says whether they can; dropped, they have it', async () => {
  const free = (await team.shift('社区食堂帮厨', 96, 2)) as Planned
  const same = (await team.shift('送餐上门', 96.25)) as Planned
  const soon = (await team.shift('图书角值守', 98.5)) as Planned
  await office.api.put(`/api/organizations/${team.teamId}/service-rule`, {
    restMinutes: 60,
    dayMinutes: null,
    weekMinutes: null,
    yearMinutes: null,
    lateHours: null,
  })
  await joins(lin, same)
  await board.goto(`/shifts/board?on=${dayIn('Asia/Shanghai', new Date(free.startsAt))}`)
  await settled(board)
  // Where they cannot, the place says why and takes nobody.
  await carry('林小雨', slotOf('社区食堂帮厨'))
  await slotOf('社区食堂帮厨').getByText('与其另一班次时间冲突').waitFor()
  expect(await slotOf('社区食堂帮厨').getAttribute('data-over')).toBe('true')
  await board.mouse.up()
  await board.getByText('正在安排：林小雨').waitFor({ state: 'detached' })
  expect(await board.locator('.board-holder', { hasText: '林小雨' }).count()).toBe(1)
  // Where they can, it shows before they are let go.
  await carry('孙福生', slotOf('社区食堂帮厨'))
  expect(await slotOf('社区食堂帮厨').getAttribute('data-can')).toBe('yes')
  expect(await slotOf('社区食堂帮厨').getAttribute('data-over')).toBe('true')
  await board.mouse.up()
  await board.getByText('已安排孙福生').waitFor()
  await slotOf('社区食堂帮厨').locator('.board-holder', { hasText: '孙福生' }).waitFor()
  // Past a soft rule a coordinator may go, and is asked why.
  await carry('林小雨', slotOf('图书角值守'))
  await slotOf('图书角值守').getByText('与其相邻班次之间的休息时间不足').waitFor()
  await board.mouse.up()
  await slotOf('图书角值守').getByLabel('破例原因').fill('本人要求连续服务')
  expect(await wrong(board)).toEqual([])
  await slotOf('图书角值守').getByRole('button', { name: '仍要安排', exact: true }).click()
  await slotOf('图书角值守').locator('.board-holder', { hasText: '林小雨' }).waitFor()
  expect(soon.roles).toHaveLength(1)
})

async function moves(activityId: string, startsAt: Date): Promise<void> {
  const endsAt = new Date(+startsAt + 2 * 3_600_000)
  const activity = (await office.api.get(`/api/activities/${activityId}`)) as Record<string, unknown>
  const { kind, title, topic, description, hostId, placeId, groupId } = activity
  const fields = { kind, title, topic, description, hostId, placeId, groupId, equipmentIds: [], teamIds: [] }
  await office.api.put(`/api/activities/${activityId}`, { ...fields, startsAt, endsAt, scope: 'this', series: null })
}

test('a shift that moved to when one serves elsewhere: why, until when, and yes or no on the phone', async () => {
  const weekend = (await team.shift('义诊引导', 240)) as Planned
  const other = (await team.shift('小广场巡逻', 264)) as Planned
  for (const shift of [weekend, other]) await joins(lin, shift)
  await joins(sun, weekend)
  await moves(weekend.activityId, new Date(other.startsAt))
  const { page } = lin
  await page.goto('/')
  await settled(page)
  const card = page.locator('.shift-card', { hasText: '义诊引导' }).first()
  await card.getByText('时间已改，您还能来吗？').waitFor()
  await card.getByText('与您的另一班次时间冲突。').waitFor()
  await card.getByText(/名额为您保留到 .*，还剩/).waitFor()
  expect(await wrong(page)).toEqual([])
  // As things stand a yes is not possible, and it says why; the place is still kept.
  await card.getByRole('button', { name: '确认参加：义诊引导' }).tap()
  await card.getByRole('alert').getByText('与您的另一班次时间冲突。').waitFor()
  await page.goto('/shifts/mine')
  await settled(page)
  await page.getByRole('button', { name: '取消报名：小广场巡逻' }).tap()
  await page.getByText('已取消报名').first().waitFor()
  await page.getByRole('button', { name: '确认参加：义诊引导' }).tap()
  await page.getByRole('button', { name: '取消报名：义诊引导' }).waitFor()
  expect(await wrong(page)).toEqual([])
  // Another time it is a no, and the place goes to who waits.
  await moves(weekend.activityId, new Date(+new Date(other.startsAt) + 86_400_000))
  await joins(lin, other)
  await moves(weekend.activityId, new Date(other.startsAt))
  await page.goto('/shifts/mine')
  await settled(page)
  await page.getByRole('button', { name: '放弃名额：义诊引导' }).tap()
  await page.getByText('义诊引导').first().waitFor({ state: 'detached' })
  await sun.page.goto('/')
  await sun.page.getByRole('button', { name: '确认参加：义诊引导' }).waitFor()
})
