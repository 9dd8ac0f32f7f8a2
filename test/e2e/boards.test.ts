import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, listen, openWindow, photograph, settled, sideways, signIn, violations } from './browser.ts'
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

  const chart = await kept(page, '将“培训”存为图片')
  expect(chart.name).toBe('培训.png')
  expect(chart.width, 'twice as many pixels as on the screen, for print').toBeGreaterThan(800)
  const number = await kept(page, '将“集中学习”存为图片')
  expect(number).toMatchObject({ name: '集中学习.png', width: expect.any(Number) })
  const whole = await kept(page, '存为图片')
  expect(whole.name).toBe('街道工作一览.png')
  expect(whole.width).toBeGreaterThan(2 * number.width - 200)
  expect(whole.height).toBeGreaterThan(2 * number.height)
  expect(wrong).toEqual([])
  await window.close()
})

/** What a button gives to keep: a picture with something on it. */
async function kept(page: Page, button: string): Promise<{ name: string; width: number; height: number }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  const path = await download.path()
  const png = await readFile(path)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  if (process.env.LINLI_PICTURES)
    await download.saveAs(`${process.env.LINLI_PICTURES}/kept-${download.suggestedFilename()}`)
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  expect(png.length, 'more than an empty sheet').toBeGreaterThan((width * height) / 400)
  return { name: download.suggestedFilename(), width, height }
}

test('on a phone a board asks a question of its own, gets another name, role and part, goes and comes back', async () => {
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 390 })
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  await page.goto('/boards')
  await settled(page)
  await page.getByRole('button', { name: '新建看板' }).tap()
  await page.getByLabel('名称').fill('学习看板')
  await page.getByRole('button', { name: '保存看板' }).tap()
  await page.getByRole('heading', { level: 1, name: '学习看板' }).waitFor()
  await page.getByRole('button', { name: '修改', exact: true }).tap()

  await page.getByText('自拟问题').tap()
  const question = page.getByRole('region', { name: '自拟问题' })
  await question.getByLabel('统计什么').selectOption('activity.count')
  await question.getByLabel('添加条件').selectOption('kind')
  await question.getByLabel('条件：类别').selectOption('study')
  await page.getByLabel('显示为', { exact: true }).selectOption('bar')
  await page.getByRole('button', { name: '添加', exact: true }).tap()
  const card = page.locator('.figure-card')
  await card.locator('svg').first().waitFor()
  expect(await violations(page)).toEqual([])
  expect(await sideways(page)).toBe(0)

  await page.getByLabel('名称').fill('社区学习')
  await page.getByLabel('适用岗位').selectOption('secretary')
  await page.getByLabel('统计范围').selectOption({ index: 2 })
  await page.getByRole('button', { name: '保存看板' }).tap()
  await page.getByRole('heading', { level: 1, name: '社区学习' }).waitFor()
  await page.reload()
  await settled(page)
  await page.getByText(/社区书记 · /).waitFor()
  if (process.env.LINLI_PICTURES) await photograph(page, 'board-phone')
  await page.emulateMedia({ media: 'print' })
  for (const chooses of ['修改', '打印', '存为图片'])
    expect(await page.getByRole('button', { name: chooses, exact: true }).isVisible()).toBe(false)
  expect(await page.getByLabel('时段', { exact: true }).isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('button', { name: '修改', exact: true }).tap()
  await page.getByRole('button', { name: '移除看板' }).tap()
  await page.waitForURL('**/boards')
  await page.getByRole('link', { name: '社区学习' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '撤销' }).tap()
  await page.getByRole('link', { name: '社区学习' }).waitFor()
  await window.close()
})
