import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, listen, openWindow, settled, signIn, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

const words = {
  'zh-CN': {
    sessions: '9次',
    definition: '2023年柳林街道举办的集中学习次数',
    report: '2023年工作报告',
    hours: '732.5小时',
    word: /下载 Word（中文）/,
    file: '柳林街道2023年公共服务工作报告.docx',
    title: '柳林街道2023年公共服务工作报告',
  },
  en: {
    sessions: '9',
    definition: 'Number of study sessions held by 柳林街道 in 2023',
    report: 'Report of 2023',
    hours: '732.5 hours',
    word: /Word in English/,
    file: '柳林街道: Public service in 2023.docx',
    title: '柳林街道: Public service in 2023',
  },
} as const

async function open(language: 'en' | 'zh-CN'): Promise<{ window: BrowserContext; page: Page; wrong: string[] }> {
  const window = await openWindow(office.address, { language, theme: 'light', width: 1440 })
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  return { window, page, wrong: listen(page) }
}

test.each(['zh-CN', 'en'] as const)(
  '%s: the year, a figure down to its rows, a record, the report and its file',
  async (language) => {
    const say = words[language]
    const { window, page, wrong } = await open(language)
    await page.goto('/reports')
    await settled(page)

    await page.getByRole('button', { name: say.sessions, exact: true }).first().click()
    const panel = page.getByRole('dialog')
    await panel.getByText(say.definition).waitFor()
    await panel.getByRole('row').nth(9).waitFor()
    expect(await panel.getByRole('row').count(), 'a head and nine sessions').toBe(10)
    expect(await violations(page)).toEqual([])
    expect(page.url(), 'what is open stands in the address').toContain('figure=')
    await page.reload()
    await panel.getByText(say.definition).waitFor()

    await panel.getByRole('textbox').fill('公文写作')
    await panel.getByRole('row').nth(1).waitFor()
    await page.waitForFunction(() => document.querySelectorAll('[role=dialog] tbody tr').length === 1)
    await panel.getByRole('row').nth(1).getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: /公文写作规范/ }).waitFor()

    await page.goto('/reports')
    await page.getByRole('link', { name: say.report }).click()
    await page.getByRole('heading', { level: 1, name: say.title }).waitFor()
    await page.getByRole('button', { name: say.hours }).first().waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: say.word }).click(),
    ])
    expect(download.suggestedFilename().replace('_', ':')).toBe(say.file)
    const file = await readFile(await download.path())
    expect(file.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect(wrong).toEqual([])
    await window.close()
  },
)

test('the report changes its language where it is', async () => {
  const { window, page } = await open('zh-CN')
  await page.goto('/reports/yearly/2023')
  await page.getByRole('heading', { level: 1, name: words['zh-CN'].title }).waitFor()
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('English')
  await page.getByRole('option', { name: /English/ }).click()
  await page.getByRole('heading', { level: 1, name: words.en.title }).waitFor()
  await page.getByText('Of 129 attendances expected').waitFor()
  expect(await page.evaluate(() => 'stillHere' in window), 'without a reload').toBe(true)
  await window.close()
})
