import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, settled } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { type Member, openTeam, wrong } from './team.ts'

let office: Office
let leader: Member
let lin: Member
let sun: Member

beforeAll(async () => {
  office = await openOffice({ imported: false })
  const team = await openTeam(office)
  leader = await team.member('赵德明', '13800000021', 'teamLeader')
  lin = await team.member('林小雨', '13800000022')
  sun = await team.member('孙福生', '13800000023')
  for (const [title, inHours] of [
    ['社区食堂帮厨', 96],
    ['送餐上门', 6],
  ] as const) {
    const { id, roles } = await team.shift(title, inHours)
    await lin.send(`/api/shifts/${id}/signups`)({ roleId: roles[0]?.id })
  }
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

test('a swap is asked for, the other agrees, the leader agrees, and the place has changed hands', async () => {
  await lin.page.goto('/shifts/mine')
  await settled(lin.page)
  await lin.page.getByRole('button', { name: '请人换班：社区食堂帮厨' }).tap()
  await lin.page.getByRole('button', { name: '孙福生' }).waitFor()
  expect(await wrong(lin.page)).toEqual([])
  await lin.page.getByRole('button', { name: '孙福生' }).tap()
  await lin.page.getByText('您请孙福生换班').waitFor()

  await leader.page.goto('/')
  await settled(leader.page)
  expect(await leader.page.getByText('林小雨换给孙福生').count()).toBe(0)

  await sun.page.goto('/')
  await sun.page.getByText('林小雨请您换班').waitFor()
  expect(await wrong(sun.page)).toEqual([])
  await sun.page.getByRole('button', { name: '同意：社区食堂帮厨', exact: true }).tap()
  await sun.page.getByText('待队长同意').waitFor()

  await leader.page.goto('/')
  await leader.page.getByText('林小雨换给孙福生').waitFor()
  expect(await wrong(leader.page)).toEqual([])
  await leader.page.getByRole('button', { name: '同意：社区食堂帮厨', exact: true }).tap()
  await leader.page.getByText('林小雨换给孙福生').waitFor({ state: 'hidden' })

  await sun.page.goto('/shifts/mine')
  await sun.page.getByRole('button', { name: '取消报名：社区食堂帮厨' }).waitFor()
  await lin.page.goto('/shifts/mine')
  await settled(lin.page)
  expect(await lin.page.getByText('社区食堂帮厨').count()).toBe(0)
})

test('a late cancellation: those who fit are asked, one steps in', async () => {
  await lin.page.getByRole('button', { name: '取消报名：送餐上门' }).tap()
  await lin.page.getByText('已取消报名').first().waitFor()

  await sun.page.goto('/')
  await sun.page.getByText('您能补位吗？').waitFor()
  expect(await wrong(sun.page)).toEqual([])
  await sun.page.getByRole('button', { name: '我来补位：送餐上门' }).tap()
  await sun.page.getByText('您能补位吗？').waitFor({ state: 'hidden' })
  await sun.page.getByText('您已确认参加').first().waitFor()

  await leader.page.goto('/')
  await settled(leader.page)
  expect(await leader.page.getByText('您能补位吗？').count()).toBe(0)
})
