import { readFile } from 'node:fs/promises'
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

test('a board is opened from the reports, its numbers are doors, it is changed and undone, and a chart is kept as a picture', async () => {
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  const wrong = listen(page)
  await page.goto('/reports')
  await page.getByRole('link', { name: '看板', exact: true }).click()
  await page.getByRole('link', { name: '街道工作一览' }).click()
  await page.getByRole('heading', { level: 1, name: '街道工作一览' }).waitFor()
  await page.getByLabel('时段', { exact: true }).selectOption('one')
  await page.getByLabel('什么时间', { exact: true }).selectOption('2023')
  await settled(page)
  expect(page.url(), 'the period stands in the address').toContain('period=2023')

  const study = page.getByRole('region', { name: '集中学习', exact: true })
  await study.getByRole('button', { name: '9次', exact: true }).click()
  await page.getByRole('dialog').getByText('2023年柳林街道举办的集中学习次数').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: '修改', exact: true }).click()
  await page.getByLabel('指标', { exact: true }).selectOption({ label: '培训' })
  await page.getByLabel('显示为', { exact: true }).selectOption('line')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  const trainings = page.getByRole('region', { name: '培训', exact: true })
  await trainings.locator('svg').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '移除“培训”' }).click()
  await trainings.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '撤销' }).click()
  await trainings.waitFor()
  await page.getByRole('button', { name: '完成', exact: true }).click()

  const [kept] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '将“培训”存为图片' }).click(),
  ])
  expect(kept.suggestedFilename()).toBe('培训.png')
  const png = await readFile(await kept.path())
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16), 'twice as many pixels as on the screen, for print').toBeGreaterThan(800)
  expect(wrong).toEqual([])
  await window.close()
})
