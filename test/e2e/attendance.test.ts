import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openWindow, settled, signIn, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let phone: BrowserContext
let page: Page
let sheet: string

beforeAll(async () => {
  office = await openOffice()
  phone = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 390 })
  await signIn(phone, office.address, office.login)
  page = await phone.newPage()
  sheet = await newSheet()
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

/** A study session of this morning, with three people expected. */
async function newSheet(): Promise<string> {
  const { post, get } = office.api
  const [root] = (await get('/api/organizations')) as { id: string }[]
  const people: string[] = []
  for (const name of ['赵一', '钱二', '孙三']) {
    const person = { name, organizationId: root?.id, role: 'volunteer', fromDate: '2023-01-01' }
    people.push(((await post('/api/people', person)) as { id: string }).id)
  }
  const startsAt = new Date(Date.now() - 3 * 3_600_000)
  const endsAt = new Date(Date.now() - 3_600_000)
  const activity = { kind: 'study', title: '集中学习', hostId: root?.id, startsAt, endsAt }
  const { id } = (await post('/api/activities', activity)) as { id: string }
  await post(`/api/activities/${id}/people`, { personIds: people })
  return `/activities/${id}/attendance`
}

const line = (name: string) => page.getByRole('listitem').filter({ hasText: name })
const pressed = (name: string): Promise<string[]> => line(name).locator('[aria-pressed=true]').allInnerTexts()
const head = (): Promise<string | null> => page.locator('.sheet-head').textContent()

test('what is tapped without a network waits on the phone, and is sent once it is back', async () => {
  await page.goto(sheet)
  await settled(page)
  await line('赵一').getByRole('button', { name: '迟到' }).tap()
  await page.getByText('已保存').waitFor()
  await phone.setOffline(true)
  await page.getByRole('button', { name: '全部到齐' }).tap()
  await line('孙三').getByRole('button', { name: '请假' }).tap()
  await page.getByText('2 行待发送').waitFor()
  expect(await violations(page)).toEqual([])
  await page.close()

  page = await phone.newPage()
  await phone.setOffline(false)
  await page.goto(sheet)
  await settled(page)
  await page.getByText('已保存').waitFor()
  expect(await head()).toContain('应到 3，实到 2')
  await page.reload()
  await settled(page)
  expect([await pressed('赵一'), await pressed('钱二'), await pressed('孙三')]).toEqual([['迟到'], ['出勤'], ['请假']])
})

test('a tap on what is pressed takes it back', async () => {
  await line('孙三').getByRole('button', { name: '请假' }).tap()
  await page.getByText('已保存').waitFor()
  expect(await head()).toContain('1 人未登记')
  expect(await pressed('孙三')).toEqual([])
})
