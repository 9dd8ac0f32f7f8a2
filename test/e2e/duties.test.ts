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

test('a duty that nobody holds is given, and changes hands: the one who gives signs what is open', async () => {
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  const wrong = listen(page)
  await page.goto('/duties')
  await page.getByRole('button', { name: '新建职责' }).click()
  await page.getByRole('textbox', { name: '职责名称' }).fill('消防安全')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('rowheader', { name: /消防安全.*无责任人/s }).waitFor()
  await page.getByRole('link', { name: '消防安全' }).click()
  await page.getByRole('heading', { level: 1, name: '消防安全' }).waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: '安排', exact: true }).click()
  await choose('人员', '周小敏')
  await page.getByRole('dialog').getByRole('button', { name: '安排', exact: true }).click()
  await page.getByText('本人尚未确认').waitFor()
  await page.getByRole('button', { name: '我已知悉' }).click()
  await page.getByText('本人已知悉').waitFor()

  await page.getByRole('button', { name: '发职责书' }).click()
  await page.getByText('尚未签收').waitFor()
  await page.getByRole('button', { name: '我已知悉' }).click()
  await page.getByText(/今天 已签收|日 已签收/).waitFor()
  const letter = page.waitForEvent('download')
  await page.getByRole('link', { name: /职责书$/ }).click()
  expect((await letter).suggestedFilename()).toBe('消防安全 职责书 周小敏.docx')

  await page.getByRole('button', { name: '工作交接' }).click()
  await choose('接收人', '张明浩')
  await page.getByLabel('交接日期').fill(tomorrow())
  await page.getByLabel(/备注/).fill('钥匙三把')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '发起交接' }).click()
  await page.getByText('周小敏尚未签字 · 张明浩尚未签字').waitFor()
  await page.getByRole('button', { name: '签字', exact: true }).click()
  await page.getByText('移交人周小敏已签字 · 张明浩尚未签字').waitFor()
  await settled(page)
  expect(await page.getByRole('button', { name: '签字', exact: true }).count()).toBe(0)
  expect(wrong).toEqual([])
  await window.close()

  async function choose(label: string, name: string): Promise<void> {
    await page.getByRole('dialog').getByLabel(label, { exact: true }).first().fill(name)
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click()
  }
})

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

test('an objective is set on an indicator, its number opens its records, and it says what it is projected from', async () => {
  const window = await openWindow(office.address, { language: 'en', theme: 'light', width: 390 })
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  const wrong = listen(page)
  await page.goto('/objectives?year=2023')
  await page.getByRole('button', { name: 'New objective' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('What is to be reached').fill('Hours of service')
  await form.getByRole('combobox', { name: 'Counted by' }).fill('Hours served')
  await page
    .getByRole('option', { name: /Hours served/ })
    .first()
    .click()
  await form.getByRole('textbox', { name: 'Target' }).fill('60000')
  expect(await violations(page)).toEqual([])
  await form.getByRole('button', { name: 'Keep' }).click()
  const late = page.getByRole('main')
  await late.getByText('at least 1,000 hours').waitFor()
  await late.getByRole('button', { name: /hours/ }).first().click()
  await page.getByRole('dialog').getByRole('heading', { name: 'What is counted' }).waitFor()
  await page.keyboard.press('Escape')
  await late.getByRole('link', { name: 'Hours of service' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hours of service' }).waitFor()
  await page.getByText('(as it is now)').waitFor()
  expect(await violations(page)).toEqual([])
  expect(wrong).toEqual([])
  await window.close()
})

test('a policy is pasted, published and read; its next version shows what changed, and is read anew', async () => {
  const window = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 1440 })
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  const wrong = listen(page)
  await page.goto('/policies')
  await page.getByRole('button', { name: '新建制度' }).click()
  await page.getByRole('dialog').getByLabel('名称').fill('印章管理制度')
  await page.getByRole('dialog').getByRole('button', { name: '撰写新版本' }).click()
  await publish('第一章 总则\n第一条 印章由专人保管。\n第二条 用印须提前一天申请。', 1)

  const readers = page.locator('section').filter({ has: page.getByRole('heading', { name: '阅读对象' }) })
  await readers.getByRole('button', { name: '修改' }).click()
  await readers.getByRole('combobox', { name: '条件', exact: true }).click()
  await page.getByRole('option', { name: '指定人员' }).click()
  await readers.getByLabel('人员').first().fill('周小敏')
  await page
    .getByRole('option', { name: /周小敏/ })
    .first()
    .click()
  await page.keyboard.press('Escape')
  await readers.getByRole('button', { name: '确定' }).click()
  await page.getByRole('heading', { name: '尚未阅读 · 1' }).waitFor()
  await page.getByRole('button', { name: '我已阅读' }).click()
  await page.getByText(/^您已于/).waitFor()

  await page.getByRole('link', { name: '撰写新版本' }).click()
  await publish('第一章 总则\n第一条 印章由专人保管。\n第二条 用印须提前两天申请。', 2)
  await page.getByRole('button', { name: '与第 1 版对照' }).click()
  await page.locator('ins', { hasText: '两' }).waitFor()
  expect(await page.locator('del').allTextContents()).toEqual([expect.stringContaining('一')])
  await page.getByText('2 节未变').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '我已阅读' }).click()
  await page.getByText('应读 1 人，已读 1 人').waitFor()
  expect(wrong).toEqual([])
  await window.close()

  async function publish(text: string, number: number): Promise<void> {
    await page.getByLabel('正文').fill(text)
    await page.getByText('共 3 节').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByRole('button', { name: `发布第 ${number} 版` }).click()
    await page
      .getByText(new RegExp(`第 ${number} 版 · 自`))
      .first()
      .waitFor()
  }
})
