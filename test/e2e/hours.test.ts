import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openWindow, settled, signIn } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { type Member, openTeam, wrong } from './team.ts'

let office: Office
let leader: Member
let lin: Member
let activityId: string

beforeAll(async () => {
  office = await openOffice({ imported: false })
  const team = await openTeam(office)
  activityId = (await team.service('社区食堂帮厨', -4)).id
  leader = await team.member('赵德明', '13800000021', 'teamLeader')
  lin = await team.member('林小雨', '13800000022')
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

async function comesUnexpected({ page }: Member, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '添加临时到场的人' }).fill(name)
  await page.getByRole('option', { name }).first().tap()
  await page.getByRole('group', { name: `${name}的签到` }).waitFor()
}

async function asksToCorrect({ page }: Member, name: string, hours: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `更正${name}的时长` }).tap()
  await page.getByLabel('应为（小时）').fill(hours)
  await page.getByLabel('原因').fill(reason)
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '提交审批' }).tap()
  await page.getByText('将由另一人审批').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

test('the leader corrects hours on the attendance sheet, and decides about none that they asked for', async () => {
  const { page } = leader
  await page.goto(`/activities/${activityId}/attendance`)
  await settled(page)
  for (const name of ['林小雨', '赵德明']) await comesUnexpected(leader, name)
  await page.getByText('已保存').waitFor()
  await asksToCorrect(leader, '林小雨', '2', '忘记签到')
  await asksToCorrect(leader, '赵德明', '2.5', '忘记签到')
  await page.goto('/hours/approvals')
  await page.getByText('林小雨 · 0 小时改为 2 小时').waitFor()
  expect(await page.getByText('须由他人审批').count()).toBe(2)
  expect(await page.getByRole('button', { name: '通过' }).count()).toBe(0)
  expect(await wrong(page)).toEqual([])
  const open = (await office.api.get('/api/hours/corrections')) as { id: string; name: string }[]
  const refusals = await Promise.all(
    open.map(async ({ id }) => (await leader.send(`/api/hours/${id}/decision`)({ approve: true })).body.reason),
  )
  expect(refusals.sort()).toEqual(['ownCorrection', 'ownHours'])
})

test('a second person approves one and refuses the other with a reason', async () => {
  const desk = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(desk, office.address, office.login)
  const page = await desk.newPage()
  await page.goto('/hours/approvals')
  await settled(page)
  await page.getByRole('button', { name: '通过林小雨的时长更正', exact: true }).click()
  await page.getByRole('button', { name: '不通过赵德明的时长更正' }).click()
  await page.getByLabel('不通过的原因').fill('当天未参加')
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button', { name: '不通过' }).click()
  await page.getByText('暂无待审批事项').waitFor()
  await page.goto(`/people/${leader.id}/hours`)
  await page.getByText('当天未参加').waitFor()
  expect(await wrong(page)).toEqual([])
  await desk.close()
})

test('the volunteer sees where the hours came from and has them certified; anybody verifies it, not a changed copy', async () => {
  const { page } = lin
  await page.goto('/my-hours')
  await page.getByText('更正 · 忘记签到 · 周小敏审批通过').waitFor()
  await page.getByText('2 小时', { exact: true }).waitFor()
  expect(await wrong(page)).toEqual([])
  await page.getByRole('link', { name: '开具时长证书' }).tap()
  await page.getByRole('button', { name: '开具' }).tap()
  await page.waitForURL('**/certificates')
  await page.getByRole('link', { name: '公开核验页' }).tap()
  expect(await page.getByRole('status').textContent()).toMatch(/真实有效[\s\S]*林小雨[\s\S]*2 小时/)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '签名文件' }).tap()
  const file = await readFile(await (await download).path(), 'utf8')
  await page.goto('/verify')
  expect(await bring(page, file)).toContain('真实有效')
  expect(await bring(page, file.replace('"120"', '"1200"'))).toMatch(/不予认可[\s\S]*内容被改动/)
})

async function bring(page: Page, content: string): Promise<string | null> {
  const buffer = Buffer.from(content)
  await page.setInputFiles('input[type=file]', { name: 'certificate.json', mimeType: 'application/json', buffer })
  const answered = page.waitForEvent('load')
  await page.locator('button').tap()
  await answered
  return page.getByRole('status').textContent()
}
