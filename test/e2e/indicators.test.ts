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

test('a figure is asked on a phone in one sentence, kept under a name, changed, and found again', async () => {
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 390 })
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  const wrong = listen(page)
  const choose = (blank: string, value: string) => page.getByLabel(blank, { exact: true }).selectOption(value)
  await page.goto('/reports/indicators/ask?period=2023')
  await settled(page)
  await choose('添加条件', 'kind')
  await choose('条件：类别', 'study')
  await page.getByText('2023年柳林街道举办的集中学习次数', { exact: true }).waitFor()
  await choose('怎样分组', 'month')
  await page.getByRole('button', { name: '9次', exact: true }).waitFor()
  await choose('是否比较', 'yearBefore difference')
  await page.getByText('2023年柳林街道举办的集中学习次数较2022年的增减', { exact: true }).waitFor()
  expect(decodeURIComponent(page.url()), 'the question stands in the address').toContain('filter=kind=study')
  await page.reload()
  await page.getByRole('button', { name: '+9次', exact: true }).click()
  const door = page.getByRole('dialog')
  await door.getByText('9次', { exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '命名保存' }).click()
  await page.getByLabel('中文名称').fill('学习增减')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '学习增减' }).waitFor()
  await page.getByText('还没有报告或表格使用它。').waitFor()

  await page.getByRole('link', { name: '修改', exact: true }).click()
  await choose('是否比较', '')
  await page.getByRole('button', { name: '保存为第 2 版' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存为第 2 版' }).click()
  await page.getByText('第 2 版 · 学习增减').waitFor()
  await page.getByText('第 1 版 · 学习增减').waitFor()

  await page.goto('/')
  await settled(page)
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('xxzj')
  await page.getByRole('option', { name: /学习增减/ }).click()
  await page.getByRole('heading', { level: 1, name: '学习增减' }).waitFor()
  expect(wrong).toEqual([])
  await window.close()
})
