import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, type Look, openWindow, settled, signIn } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

/** The administrator's window at an address, as they look at it. */
async function at(path: string, look: Partial<Look>, use: (page: Page, context: BrowserContext) => Promise<void>) {
  const context = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440, ...look })
  try {
    await signIn(context, office.address, office.login)
    const page = await context.newPage()
    await page.goto(path)
    await settled(page)
    await use(page, context)
  } finally {
    await context.close()
  }
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

test('who is not signed in comes to the door, and from there to where they wanted to go', async () => {
  const context = await openWindow(office.address, { language: 'en', theme: 'light', width: 390 })
  const page = await context.newPage()
  await page.goto('/people?q=cx')
  await page.waitForURL('**/sign-in?next=*')
  await page.getByLabel('E-mail or phone number').fill(office.login.name)
  await page.getByRole('textbox', { name: 'Password' }).fill('a wrong password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').getByText('do not belong together').waitFor()
  await page.getByRole('textbox', { name: 'Password' }).fill(office.login.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/people?q=cx')
  await context.close()
})

test('the first key leads past the navigation, and a new page is read from its title', () =>
  at('/', {}, async (page) => {
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('跳到正文')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.getByRole('link', { name: '人员', exact: true }).click()
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    expect(await focused(page)).toBe('人员')
    expect(await page.title()).toBe('人员 · 邻里')
  }))

test('one search finds a person by pinyin initials, and commands by their name', () =>
  at('/', {}, async (page) => {
    await page.keyboard.press('/')
    const box = page.getByRole('combobox', { name: '搜索' })
    await box.waitFor()
    await page.keyboard.type('zxm')
    await page.getByRole('option', { name: '周小敏' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/people/*')
    await page.getByRole('heading', { level: 1, name: '周小敏' }).waitFor()
    await page.keyboard.press('Control+k')
    await box.fill('english')
    await page.getByRole('option', { name: 'English' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'People', exact: true }).first().waitFor()
  }))

test('another language needs no reload, and what was typed stays', () =>
  at('/people', {}, async (page) => {
    await page.evaluate(() => Object.assign(window, { stayed: true }))
    await page.getByRole('button', { name: '周小敏' }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
    expect(await page.evaluate(() => [document.documentElement.lang, 'stayed' in window])).toEqual(['en', true])
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  }))

test('arrow keys go from row to row', () =>
  at('/people', {}, async (page) => {
    const names = await page.locator('tbody tr td:first-child a').allTextContents()
    await page.locator('tbody tr td:first-child a').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(names[2])
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toBe(names[1])
  }))

test('without a network the page says so, and goes on when it is back', () =>
  at('/', { width: 390 }, async (page, context) => {
    await context.setOffline(true)
    await page.getByText('您已离线').waitFor()
    await page.getByRole('link', { name: '日历', exact: true }).click()
    await context.setOffline(false)
    await page.getByText('您已离线').waitFor({ state: 'detached' })
  }))

test('on a phone four places and the rest stand under the thumb', () =>
  at('/', { width: 390 }, async (page) => {
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('dialog').getByRole('link', { name: '报告' }).click()
    await page.getByRole('heading', { level: 1, name: '报告' }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  }))

test('every number opens what is behind it, and the address can be sent', () =>
  at('/reports?period=2023', {}, async (page) => {
    await page.getByRole('button', { name: /^64/ }).click()
    await page.getByRole('dialog').getByRole('heading').first().waitFor()
    const address = page.url()
    expect(new URL(address).searchParams.get('figure')).toMatch(/^activity\.count 2023/)
    const link = page.getByRole('dialog').getByRole('table').getByRole('link').first()
    const name = await link.textContent()
    await page.goto(address)
    await page
      .getByRole('dialog')
      .getByRole('link', { name: name ?? '' })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor()
  }))
