import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, listen, openWindow, photograph, settled, sideways, signIn, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'

const blank = (name: string): string => join(import.meta.dirname, `../data/forms/${name}.xlsx`)
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

test('a demanded form is uploaded, corrected on its picture, filled, opened to its records and downloaded', async () => {
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  const wrong = listen(page)
  const look = async (name: string): Promise<void> => {
    if (process.env.LINLI_PICTURES) await photograph(page, name)
  }
  const upload = async (name: string): Promise<void> => {
    await page.goto('/forms')
    await settled(page)
    await page.locator('input[type=file]').setInputFiles(blank(name))
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await settled(page)
  }
  await upload('team-hours')
  await page
    .getByRole('button', { name: /已识别/ })
    .first()
    .waitFor()
  await look('form-list')
  await upload('year-sheet')
  await page.getByText('已识别 11 项').waitFor()
  await page.getByLabel('什么时间', { exact: true }).selectOption('2023')

  await page.getByRole('button', { name: '集中学习次数：已识别' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: '9次', exact: true }).waitFor()
  await panel.getByRole('combobox', { name: '类别' }).click()
  await page.getByRole('option', { name: '会议', exact: true }).click()
  await look('form-panel')
  expect(await violations(page)).toEqual([])
  await panel.getByRole('button', { name: '采用' }).click()
  await panel.getByText('2023年柳林街道举办的会议次数').waitFor()
  await panel.getByText('由人工设置。').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await look('form-panel-390')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await sideways(page)).toBe(0)

  await page.getByRole('button', { name: '填写表单' }).click()
  await page.getByRole('heading', { level: 1, name: 'year-sheet 2023年' }).waitFor()
  await page.getByRole('button', { name: '43950', exact: true }).click()
  await page.getByRole('dialog').getByText('2023年柳林街道', { exact: false }).first().waitFor()
  await settled(page)
  await page.keyboard.press('Escape')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载' }).click()])
  expect(file.suggestedFilename()).toBe('year-sheet 2023年.xlsx')
  expect((await stat(await file.path())).size).toBeGreaterThan(2000)

  // a file that is none is refused in words
  await page.goto('/forms')
  await settled(page)
  await page.locator('input[type=file]').setInputFiles(import.meta.filename)
  await page.getByRole('alert').waitFor()
  expect(wrong.filter((what) => !what.includes('Failed to load resource'))).toEqual([])
  await window.close()
})
