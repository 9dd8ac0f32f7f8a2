import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, listen, openWindow, photograph, settled, signIn } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { wrong } from './team.ts'

// Of a year that is over, so that the database, whose clock nobody moves, has everything behind it.
const year = new Date().getUTCFullYear() - 1
const spring = new Date(`${year}-04-15T02:00:00Z`)
/** About a minute before the night judges: time to start in. */
const beforeNight = new Date(`${year}-06-20T17:25:55Z`)

let office: Office
beforeAll(async () => {
  office = await openOffice({ imported: false, at: spring })
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

test('an objective turns to at risk when the clock moves and nothing more is done; the night tells its holder', {
  timeout: 300_000,
}, async () => {
  for (const day of ['01-10', '02-14', '03-07', '04-04']) await served(`${year}-${day}`)
  let page = await desk(office.address, spring)
  let unwanted = listen(page)
  await page.goto('/objectives')
  await page.getByRole('button', { name: '新建目标' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('目标内容').fill('敬老助餐服务')
  await form.getByRole('combobox', { name: '计数指标' }).fill('志愿服务')
  await page.getByRole('option', { name: '志愿服务', exact: true }).click()
  await form.getByRole('textbox', { name: '全年目标' }).fill('12')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '正常推进 · 1' }).waitFor()
  await page.getByText(/按今年节奏/).waitFor()
  await photograph(page, 'objective-in-spring')
  expect(await wrong(page)).toEqual([])
  expect(unwanted).toEqual([])
  await page.context().close()

  // Ten weeks later nobody has served again: four are too few by now, and the page says what it is projected from.
  const address = await office.again(beforeNight)
  page = await desk(address, beforeNight)
  unwanted = listen(page)
  await page.goto('/objectives')
  await page.getByRole('heading', { name: '有风险 · 1' }).waitFor()
  await page.getByRole('link', { name: '敬老助餐服务' }).click()
  await page.getByRole('heading', { level: 1, name: '敬老助餐服务' }).waitFor()
  await page.getByText(/按今年节奏/).waitFor()
  await settled(page)
  await photograph(page, 'objective-at-risk')
  expect(await wrong(page)).toEqual([])

  // The night dates it, and who can act is told; the board of early warning says since when.
  await told(page, /敬老助餐服务：有风险/)
  await page.goto('/warnings')
  const warning = page.getByRole('listitem').filter({ hasText: '敬老助餐服务' })
  await warning.getByText(/6月21日/).waitFor()
  await warning.getByRole('link', { name: '周小敏' }).waitFor()
  await photograph(page, 'objective-warned-of')
  expect(unwanted).toEqual([])
  await page.context().close()
})

async function served(day: string): Promise<void> {
  const [host] = (await office.api.get('/api/organizations')) as { id: string }[]
  const times = { startsAt: `${day}T01:00:00Z`, endsAt: `${day}T03:00:00Z` }
  await office.api.post('/api/activities', { kind: 'service', title: '敬老助餐', hostId: host?.id, ...times })
}

/** A window of the one who leads the office; the browser's clock shows what the office's does. */
async function desk(address: string, at: Date): Promise<Page> {
  const window = await openWindow(address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await window.clock.setSystemTime(at)
  await signIn(window, address, office.login)
  return window.newPage()
}

/** Looks again until the notice is there: it comes with the minute of the clock. */
async function told(page: Page, title: RegExp): Promise<void> {
  for (let looks = 0; looks < 30; looks++) {
    await page.goto('/notices')
    await settled(page)
    if ((await page.getByText(title).count()) > 0) return
    await new Promise((soon) => setTimeout(soon, 3000))
  }
  throw new Error(`no notice says ${title}`)
}
