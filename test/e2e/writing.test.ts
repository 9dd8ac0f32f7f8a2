import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openWindow, photograph, signIn, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await office.close()
  await closeBrowser()
})

const look = { language: 'zh-CN', theme: 'light', width: 1440 } as const

async function begin(): Promise<string> {
  const [organization] = (await office.api.get('/api/organizations')) as { id: string }[]
  const fields = { organizationId: organization?.id, period: '2023', language: 'zh-CN', title: '工作报告' }
  return `/reports/${((await office.api.post('/api/reports', fields)) as { id: string }).id}`
}

async function open(path: string): Promise<Page> {
  const window = await openWindow(office.address, look)
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  await page.goto(path)
  await page.getByRole('textbox', { name: '报告正文' }).waitFor()
  return page
}

const text = (page: Page) => page.getByRole('textbox', { name: '报告正文' })
const saved = (page: Page) => page.getByText('已保存').waitFor()

test('a figure is found by a few letters, shows its number, opens its records and is read in the preview', async () => {
  const page = await open(await begin())
  await text(page).click()
  await page.keyboard.type('全年开展集中学习')
  await page.keyboard.type('/jzxx')
  await page.getByRole('option', { name: '集中学习次数' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('。')
  const chip = page.getByRole('button', { name: '9次' })
  await chip.click()
  await page.getByRole('combobox', { name: '写法' }).click()
  await page.getByRole('option', { name: '汉字' }).click()
  await page.getByRole('button', { name: '九次' }).waitFor()
  await page.getByRole('button', { name: '查看记录' }).click()
  await page.getByRole('dialog').getByText('2023年柳林街道举办的集中学习次数').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await saved(page)
  await page.getByText('预览').click()
  await page.getByText('全年开展集中学习').waitFor()
  expect(await page.locator('.report').textContent()).toContain('全年开展集中学习九次。')
  await page.context().close()
})

test('two people write at once, one of them without a network for a while, and no word is lost', async () => {
  const path = await begin()
  const [one, other] = [await open(path), await open(path)]
  await text(one).click()
  await one.keyboard.type('甲写的开头')
  await other.getByText('甲写的开头').waitFor()
  await other.getByText('甲写的开头').click()
  await other.keyboard.press('End')
  await other.keyboard.press('Enter')
  await one.keyboard.press('Home')
  await Promise.all([
    one.keyboard.type('甲在前面又写了一些。', { delay: 30 }),
    other.keyboard.type('乙在后面同时写。', { delay: 30 }),
  ])
  const both = ['甲在前面又写了一些。甲写的开头', '乙在后面同时写。']
  for (const page of [one, other]) for (const words of both) await page.getByText(words).waitFor()
  await one.context().setOffline(true)
  await one.keyboard.type('断网时写的。')
  await one.getByText('网络中断').waitFor()
  await other.keyboard.type('乙接着写。')
  await saved(other)
  await one.context().setOffline(false)
  await other.getByText('断网时写的。').waitFor()
  await one.getByText('乙接着写。').waitFor()
  await saved(one)
  await one.reload()
  await text(one).waitFor()
  const written = (page: Page) => text(page).textContent()
  expect(await written(one)).toBe(await written(other))
  await one.context().close()
  await other.context().close()
})

test('who wrote what is told; a version is named, compared with now and gone back to, and that is undone', async () => {
  const page = await open(await begin())
  await text(page).click()
  await page.keyboard.type('全年开展集中学习九次。')
  await saved(page)
  await page.getByRole('button', { name: '历史' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByText('周小敏', { exact: true }).waitFor()
  await panel.locator('ins').getByText('全年开展集中学习九次。').waitFor()
  await panel.getByText('版本', { exact: true }).click()
  await panel.getByRole('textbox', { name: '版本名称' }).fill('送审稿')
  await panel.getByRole('button', { name: '将当前内容存为版本' }).click()
  await panel.getByRole('heading', { name: '送审稿' }).waitFor()
  if (process.env.LINLI_PICTURES) await photograph(page, 'versions-panel')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await text(page).click()
  await page.keyboard.press('End')
  await page.keyboard.type('参加六百人次。')
  await page.keyboard.press('Enter')
  await page.keyboard.type('另有专题党课两次。')
  await saved(page)
  await page.getByRole('button', { name: '历史' }).click()
  await panel.locator('ins').getByText('另有专题党课两次。').waitFor()
  if (process.env.LINLI_PICTURES) await photograph(page, 'history-panel')
  await panel.getByText('版本', { exact: true }).click()
  await panel.getByRole('button', { name: '与现在比较' }).click()
  await page.locator('ins').getByText('参加六百人次。').waitFor()
  expect(await violations(page)).toEqual([])
  if (process.env.LINLI_PICTURES) await photograph(page, 'comparison')
  await page.getByText('左右对照').click()
  if (process.env.LINLI_PICTURES) await photograph(page, 'comparison-beside')
  await page.getByRole('button', { name: '恢复到此版本：送审稿' }).click()
  await page.getByText('正文已恢复为“送审稿”').waitFor()
  await saved(page)
  expect(await text(page).textContent()).toBe('全年开展集中学习九次。')
  await page.locator('.mantine-Notification-root').getByRole('button', { name: '撤销' }).click()
  await page.getByText('另有专题党课两次。').waitFor()
  await page.context().close()
})
