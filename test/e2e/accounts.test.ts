import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountMessages } from '../../src/modules/organizations/accounts/messages.ts'
import { type Language, sayIn, type Words } from '../../src/platform/i18n.ts'
import { messages } from '../../src/web/messages.ts'
import { closeBrowser, type Look, listen, openWindow, settled, signIn } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ imported: false })
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

const press = (page: Page, language: Language, words: Words) =>
  page.getByRole('button', { name: sayIn(language, words), exact: true }).click()

/** RFC 6238, independently of what is tested. */
function codeOf(key: string, now = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...key].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const windows: Look[] = [
  { language: 'zh-CN', theme: 'light', width: 390 },
  { language: 'en', theme: 'dark', width: 1440 },
]

test.each(windows)('from an invitation to a second step and out again, in $language', async (look) => {
  const { language, width } = look
  const phone = `1390000${width}`.padEnd(11, '7')
  const [organization] = (await office.api.get('/api/organizations')) as { id: string }[]
  const { id: personId } = (await office.api.post('/api/people', {
    name: `王芳${width}`,
    phone,
    email: null,
    organizationId: organization?.id,
    role: 'staff',
    title: null,
    fromDate: '2023-01-01',
    toDate: null,
  })) as { id: string }

  // The office hands out a link.
  const lead = await openWindow(office.address, look)
  await signIn(lead, office.address, office.login)
  const card = await lead.newPage()
  const heard = listen(card)
  await card.goto(`/people/${personId}`)
  await settled(card)
  await press(card, language, accountMessages.invite)
  const link = await card.locator('input[readonly]').inputValue()
  expect(new URL(link).origin).toBe(office.address)
  await card.locator('img.qr').waitFor()

  // Somebody opens it on a device of their own, chooses a password, and is in.
  const own = await openWindow(office.address, look)
  const page = await own.newPage()
  heard.push(...listen(page))
  await page.goto(link)
  await settled(page)
  expect(await page.locator('input[name=name]').inputValue()).toBe(phone)
  const password = 'a word of one’s own'
  await page.fill('input[name=password]', password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL(`${office.address}/`)

  // They turn the second step on.
  await page.goto('/account')
  await settled(page)
  await press(page, language, messages.turnOn)
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[name=password]').fill(password)
  await dialog.locator('button[type=submit]').click()
  await dialog.locator('img.qr').waitFor()
  const key = /[A-Z2-7]{32,}/.exec((await dialog.locator('.breakable').textContent()) ?? '')?.[0] ?? ''
  await dialog.locator('input[name=code]').fill(codeOf(key))
  await dialog.locator('button[type=submit]').click()
  await dialog.locator('.codes li').first().waitFor()
  const backup = (await dialog.locator('.codes li').first().textContent()) ?? ''
  await press(page, language, messages.keptThem)

  // Another device has to show the code.
  const other = await openWindow(office.address, look)
  const second = await other.newPage()
  await second.goto('/sign-in')
  await settled(second)
  await second.fill('input[name=name]', phone)
  await second.fill('input[name=password]', password)
  await second.locator('button[type=submit]').click()
  await second.locator('input[name=code]').fill('000000')
  await second.locator('button[type=submit]').click()
  await second.getByRole('alert').waitFor()
  await press(second, language, messages.useBackupCode)
  await second.locator('input[name=code]').fill(backup)
  await second.locator('button[type=submit]').click()
  await second.waitForURL(`${office.address}/`)

  // The office ends every session, and the next thing asked leads to the door.
  await card.reload()
  await settled(card)
  await press(card, language, accountMessages.endSessions)
  await card.getByText(sayIn(language, accountMessages.openSessions, { count: 0 })).waitFor()
  await second.goto('/account')
  await second.waitForURL(/\/sign-in/)
  await page.goto('/')
  await page.waitForURL(/\/sign-in/)

  // A link that was used says so.
  await page.goto(link)
  await settled(page)
  expect(await page.locator('input[name=password]').count()).toBe(0)
  expect(heard.filter((what) => !what.startsWith('Failed to load resource'))).toEqual([])
  for (const context of [lead, own, other]) await context.close()
})
