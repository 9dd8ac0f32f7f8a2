import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as cast from '../../src/demo/cast.ts'
import { issueCredential } from '../../src/modules/credentials/actions.ts'
import { signFor } from '../../src/modules/credentials/issuer/actions.ts'
import { recognise } from '../../src/modules/organizations/actions.ts'
import { readConfig, readSecret } from '../../src/platform/config.ts'
import { connect } from '../../src/platform/database.ts'
import { openDatabase } from '../../src/platform/open.ts'
import { perform } from '../../src/platform/perform.ts'
import { dataFolder, type Linli, startLinli } from '../linli.ts'
import { closeBrowser, looks, openBrowser, openWindow, sideways, violations } from './browser.ts'

let linli: Linli
let folder: string
let remove: () => Promise<void>
let token: string

beforeAll(async () => {
  ;({ folder, remove } = await dataFolder())
  linli = await startLinli(folder, ['--demo'])
  token = await certify()
})
afterAll(async () => {
  await closeBrowser()
  await linli?.stop()
  await remove?.()
})

/** Xiaoyu's hours, certified by a second process of the same installation. */
async function certify(): Promise<string> {
  const config = readConfig({ LINLI_DATA: folder })
  const database = await openDatabase(config)
  const db = connect(database.appUrl)
  signFor({ secret: readSecret(folder), address: linli.address })
  const platform = { db, recognise, subscriptions: [], sealer: { dirty: () => {} } }
  const asked = { name: 'certify', tenantId: cast.tenants.willow.id, personId: cast.people.zhao.id }
  const issued = await perform(platform, asked, (context) =>
    issueCredential(context, {
      personId: cast.people.xiaoyu.id,
      organizationId: cast.organizations.silverTeam.id,
      kind: 'hours',
      period: { from: '2026-01-01', to: '2026-03-31' },
      minutes: 750,
      roles: ['陪伴老人'],
    }),
  )
  await db.destroy()
  await database.leave()
  return issued.token
}

const plain = async (locale: string): Promise<BrowserContext> =>
  (await openBrowser()).newContext({
    baseURL: linli.address,
    javaScriptEnabled: false,
    locale,
    viewport: { width: 390, height: 844 },
  })

async function bring(page: Page, name: string, content: string): Promise<string | null> {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/json', buffer: Buffer.from(content) })
  await page.locator('button').click()
  await page.waitForLoadState()
  return page.getByRole('status').textContent()
}

test('without JavaScript and without a login: genuine by code, genuine by file, a tampered copy refused', async () => {
  const context = await plain('zh-CN')
  const page = await context.newPage()
  await page.goto(`/verify/${token}`)
  expect(await page.getByRole('status').textContent()).toMatch(/真实有效[\s\S]*林小雨[\s\S]*12 小时 30 分钟/)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '签名文件' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  await page.goto('/verify')
  expect(await bring(page, 'certificate.json', file)).toContain('真实有效')
  expect(await bring(page, 'copy.json', file.replace('"750"', '"7500"'))).toMatch(/不予认可[\s\S]*内容被改动/)
  const faulty = join(import.meta.dirname, '../data/open-badges/simple-err-expired.json')
  expect(await bring(page, 'expired.json', await readFile(faulty, 'utf8'))).toContain('到期')
  await page.getByRole('link', { name: 'English' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Verify a certificate')
  await context.close()
})

test.each(looks)('the page is whole: $language $theme $width', async (look) => {
  const context = await openWindow(linli.address, look)
  const page = await context.newPage()
  for (const path of ['/verify', `/verify/${token}`]) {
    const answer = await page.goto(path)
    expect((await answer?.body())?.length).toBeLessThan(15_000)
    expect(await page.locator('html').getAttribute('lang')).toBe(look.language)
    // Nothing of ours runs there; only what looks for faults is put in from outside.
    expect(await page.locator('script').count()).toBe(0)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
  }
  await context.close()
})
