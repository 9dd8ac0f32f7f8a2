import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOf } from '../../src/modules/reports/publishing/files/marking/actions.ts'
import { packed } from '../../src/platform/workbook/archive.ts'
import { closeBrowser, listen, openBrowser, openWindow, settled, signIn, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let window: BrowserContext
let page: Page
let wrong: string[]

beforeAll(async () => {
  office = await openOffice()
  window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(window, office.address, office.login)
  page = await window.newPage()
  wrong = listen(page)
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

/** Of the first study session, whoever was there was excused after all. */
async function correct(): Promise<void> {
  const { activities } = (await office.api.get('/api/activities?from=2023-02-01&to=2023-03-01')) as {
    activities: { id: string; kind: string }[]
  }
  const session = activities.find(({ kind }) => kind === 'study')
  if (!session) throw new Error('there was a study session in February')
  const { rows } = (await office.api.get(`/api/activities/${session.id}/sheet`)) as {
    rows: { personId: string; status: string }[]
  }
  const there = rows.find(({ status }) => status === 'attended')
  if (!there) throw new Error('somebody was there')
  const entry = { personId: there.personId, status: 'excused', minutes: null, note: null, seen: null, at: new Date() }
  await office.api.put(`/api/activities/${session.id}/sheet`, { entries: [entry] })
}

test('a report is published; a record is corrected; the report stays, says what differs, and its file is checked', async () => {
  const [{ id: organizationId }] = (await office.api.get('/api/organizations')) as [{ id: string }]
  const begun = {
    organizationId,
    period: '2023',
    language: 'zh-CN',
    title: '{scope}{period}工作报告',
    template: 'yearly',
  }
  const { id: reportId } = (await office.api.post('/api/reports', begun)) as { id: string }
  await page.goto(`/reports/${reportId}`)
  await settled(page)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.waitForURL('**/reports/published/*')
  await page.getByText('按今日统计，各项数字均无变化').waitFor()
  await page.getByRole('button', { name: '112人次' }).first().click()
  await page.getByText('按今日统计，数字相同。').waitFor()
  expect(await violations(page)).toEqual([])

  await correct()
  await page.reload()
  await page
    .getByText(/当时112人次，现为/)
    .first()
    .waitFor()
  await page.getByText('1条记录不再计入').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '112人次' }).first().waitFor()

  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Word', exact: true }).click()
  const pieces: Buffer[] = []
  for await (const piece of await (await coming).createReadStream()) pieces.push(piece as Buffer)
  const docx = Buffer.concat(pieces)
  expect(await verdict(docx)).toContain('属实')
  const parts = await partsOf(docx)
  parts.set('word/document.xml', Buffer.from(String(parts.get('word/document.xml')).replaceAll('112', '129')))
  const altered = await verdict(await packed(parts))
  expect(altered).toContain('已被改动')
  expect(altered).toMatch(/发布时：.*112.*此文件中：.*129/s)
  expect(await verdict(Buffer.from('another'))).toContain('无法确认')
  expect(wrong).toEqual([])
})

/** What the public page says of a file, to somebody who is not signed in and runs no script. */
async function verdict(buffer: Buffer): Promise<string> {
  const stranger = await (await openBrowser()).newContext({
    baseURL: office.address,
    javaScriptEnabled: false,
    locale: 'zh-CN',
  })
  const asked = await stranger.newPage()
  await asked.goto('/verify-report')
  await asked.setInputFiles('input[type=file]', { name: '报告.docx', mimeType: 'application/octet-stream', buffer })
  await asked.locator('button').click()
  await asked.waitForLoadState()
  const said = (await asked.getByRole('status').textContent()) ?? ''
  await stranger.close()
  return said
}
