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
  // the filled sheet stands there as it looks, and its numbers open their records
  const filled = page.getByRole('region', { name: /^工作表/ })
  await filled.getByText('43950', { exact: true }).click()
  await page.getByRole('dialog').getByText('2023年柳林街道', { exact: false }).first().waitFor()
  await settled(page)
  await page.keyboard.press('Escape')
  await look('form-filled')
  await filled.getByRole('button', { name: /全年共组织/ }).click()
  await page.getByRole('dialog').getByRole('button').nth(2).waitFor()
  expect(await violations(page)).toEqual([])
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

test('a form lives on: it fills itself, gets a new blank, is compared with the others and put aside', async () => {
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  const wrong = listen(page)
  const look = async (name: string): Promise<void> => {
    expect(await violations(page)).toEqual([])
    if (process.env.LINLI_PICTURES) await photograph(page, name)
  }
  const upload = async (name: string): Promise<void> => {
    await page.goto('/forms')
    await settled(page)
    await page.locator('input[type=file]').setInputFiles(blank(name))
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await settled(page)
  }
  await upload('quarters')
  await page.getByText('目前只在有人操作时填写。').waitFor()
  await page.getByRole('button', { name: '设置自动填写' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('combobox', { name: '何时填写' }).click()
  await page.getByRole('option', { name: '每季度第一个工作日，填上个季度' }).click()
  await look('form-schedule')
  await panel.getByRole('button', { name: '保存' }).click()
  await page.getByText(/^下次于.+第.季度的数据，并通知/).waitFor()
  await look('form-scheduled')
  await page.getByRole('button', { name: '停止自动填写' }).click()
  await page.getByText('目前只在有人操作时填写。').waitFor()

  // one place is said by hand; the same blank comes again and keeps it, another one is asked anew
  const places = page.getByRole('button', { name: /：已识别$/ })
  const first = (await places.first().textContent()) ?? ''
  await places.first().click()
  await panel.getByRole('button', { name: '留空，手工填写' }).click()
  await panel.getByText('由人工设置。').waitFor()
  await page.keyboard.press('Escape')
  const bring = page.locator('input[type=file]')
  await bring.setInputFiles(blank('quarters'))
  await page.getByRole('heading', { name: '第 2 版空表' }).waitFor()
  expect(await page.getByRole('button', { name: /：手工填写$/ }).count(), first).toBe(1)
  await bring.setInputFiles(blank('year-sheet'))
  await page.getByRole('heading', { name: '第 3 版空表' }).waitFor()
  await page.getByText(/待确认 \d+ 项/).waitFor()
  await look('form-new-version')
  await page
    .getByRole('button', { name: /：待确认$/ })
    .first()
    .click()
  await panel.getByRole('button', { name: '确认无误' }).click()
  await panel.getByText('由人工设置。').waitFor()
  await page.keyboard.press('Escape')

  await upload('year-sheet')
  await page.goto('/forms/same')
  await page
    .getByRole('link', { name: /^[A-Z]+\d+$/ })
    .first()
    .waitFor()
  await look('form-same')
  await page
    .getByRole('link', { name: /^[A-Z]+\d+$/ })
    .first()
    .click()
  await panel.waitFor()
  await page.keyboard.press('Escape')

  await page.goto('/forms')
  await page.getByRole('link', { name: 'quarters' }).first().click()
  await page.getByRole('button', { name: '停用', exact: true }).click()
  await page.getByRole('button', { name: '恢复使用' }).waitFor()
  expect(await page.getByRole('button', { name: '填写表单' }).count()).toBe(0)
  await look('form-retired')
  await page.goto('/forms?retired=yes')
  await page.getByRole('link', { name: 'quarters' }).first().click()
  await page.getByRole('button', { name: '恢复使用' }).click()
  await page.getByRole('button', { name: '填写表单' }).waitFor()
  expect(wrong).toEqual([])
  await window.close()
})
