import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { codeOf, openTablet, type Tablet } from './tablet.ts'

let office: Office
let activity: { id: string }
const people: Record<string, string> = {}
const hour = 3_600_000

beforeAll(async () => {
  office = await openOffice({ imported: false })
  const { get, post } = office.api
  const [root] = (await get('/api/organizations')) as { id: string }[]
  for (const name of ['赵一', '钱二']) {
    const person = { name, organizationId: root?.id, role: 'volunteer', fromDate: '2023-01-01' }
    people[name] = ((await post('/api/people', person)) as { id: string }).id
  }
  const times = { startsAt: new Date(Date.now() - hour), endsAt: new Date(Date.now() + hour) }
  activity = (await post('/api/activities', {
    kind: 'service',
    title: '社区食堂帮厨',
    hostId: root?.id,
    ...times,
  })) as { id: string }
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

async function pass({ page }: Tablet, code: string, direction: '签到' | '签退'): Promise<string> {
  await page.locator('.ways').getByRole('button', { name: direction }).tap()
  await page.getByLabel('请将签到码').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'OK' }).tap()
  await page.locator('#said[data-outcome]').waitFor()
  return (await page.locator('#said').textContent()) ?? ''
}

type Line = { personId: string; inAt: string | null; outAt: string | null }
const atDoor = async (): Promise<Line[]> =>
  ((await office.api.get(`/api/activities/${activity.id}/door`)) as { people: Line[] }).people

test('the network cut, the page reloaded, the clock wrong by an hour, two tablets and one person: one stay, at the right time', async () => {
  const north = await openTablet(office, '北门', 1)
  const south = await openTablet(office, '南门')
  const code = await codeOf(office, people.赵一 ?? '', north.token)
  const other = await codeOf(office, people.钱二 ?? '', north.token)

  await north.page.getByRole('button', { name: '社区食堂帮厨' }).tap()
  expect(await violations(north.page)).toEqual([])
  await north.window.setOffline(true)
  const began = Date.now()
  expect(await pass(north, code, '签到')).toContain('欢迎')
  expect(await pass(north, `${code.slice(0, 11)}${code.endsWith('A') ? 'B' : 'A'}`, '签到')).toContain('不是当天有效')

  await north.page.reload()
  await north.page.getByText('条待发送').waitFor()
  await north.page.getByRole('button', { name: '社区食堂帮厨' }).tap()
  expect(await pass(north, code, '签到')).toContain('您已签到')
  expect(await pass(north, other, '签到')).toContain('欢迎')

  await south.page.getByRole('button', { name: '社区食堂帮厨' }).tap()
  await south.window.setOffline(true)
  expect(await pass(south, code, '签到')).toContain('欢迎')
  expect(await atDoor()).toEqual([])

  await Promise.all([north.window.setOffline(false), south.window.setOffline(false)])
  await Promise.all([north, south].map(({ page }) => page.getByText('已全部发送').waitFor()))
  const here = (await atDoor()).find((one) => one.personId === people.赵一)
  expect(here?.outAt).toBe(null)
  expect(Math.abs(Date.parse(here?.inAt ?? '') - began)).toBeLessThan(60_000)
  expect((await atDoor()).map((one) => one.personId).sort()).toEqual(Object.values(people).sort())

  await south.page.reload()
  await south.page.getByRole('button', { name: '社区食堂帮厨' }).tap()
  expect(await pass(south, code, '签退')).toContain('感谢')
  await expect.poll(async () => (await atDoor()).find((one) => one.personId === people.赵一)?.outAt).not.toBe(null)
}, 120_000)

test('what the server doubts stays on the tablet and waits for the leader', async () => {
  const tablet = await openTablet(office, '东门')
  await tablet.page.getByRole('button', { name: '社区食堂帮厨' }).tap()
  const stranger = await codeOf(office, randomUUID(), tablet.token)
  expect(await pass(tablet, stranger, '签到')).toContain('欢迎')
  await tablet.page.getByText('1 条待负责人处理').waitFor()
  const { doubtful } = (await office.api.get(`/api/activities/${activity.id}/door`)) as {
    doubtful: { conflicts: string[] }[]
  }
  expect(doubtful.map((one) => one.conflicts)).toEqual([['unknownCode']])
}, 60_000)
