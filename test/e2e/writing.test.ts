import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOf } from '../../src/modules/reports/publishing/files/marking/actions.ts'
import { closeBrowser, type Login, type Look, openWindow, photograph, sideways, signIn, violations } from './browser.ts'
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

async function open(path: string, login: Login = office.login, width: Look['width'] = 1440): Promise<Page> {
  const window = await openWindow(office.address, { ...look, width })
  await signIn(window, office.address, login)
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

/** Somebody else who writes reports in this office. */
async function colleague(): Promise<Login> {
  const { get, post } = office.api
  const [root] = (await get('/api/organizations')) as { id: string }[]
  const login = { name: '13800000077', password: 'yangliu-qingqing-2026' }
  const person = {
    name: '王海燕',
    phone: login.name,
    organizationId: root?.id,
    role: 'coordinator',
    fromDate: '2023-01-01',
  }
  const { id } = (await post('/api/people', person)) as { id: string }
  const { path } = (await post(`/api/people/${id}/invitations`, {})) as { path: string }
  await post(`/api/invitations/${path.split('/').at(-1)}`, login)
  await post('/api/auth/sign-in/email', office.login)
  return login
}

test('one comments, the other answers and settles it; a picture is published, and no comment is', async () => {
  const path = await begin()
  const one = await open(path)
  await text(one).click()
  await one.keyboard.type('全年开展集中学习九次，参加者九人。')
  await saved(one)
  const other = await open(path, await colleague())
  await other.getByText('全年开展集中学习九次').click()
  await other.getByRole('button', { name: '批注', exact: true }).click()
  await other.getByRole('textbox', { name: '批注内容' }).fill('请核对次数')
  await other.getByRole('button', { name: '提交批注' }).click()
  await other.locator('.comment-at').waitFor()
  const thread = one.locator('.comments .thread')
  await thread.getByText('请核对次数').waitFor()
  // What is written at its edge before the mark has come may count to the words that it marks.
  await one.locator('.comment-at').waitFor()
  await text(one).click()
  await one.keyboard.press('Home')
  await one.keyboard.type('本单位')
  await saved(one)
  expect(await one.locator('.comment-at').textContent()).toBe('全年开展集中学习九次，参加者九人。')
  expect(await violations(one)).toEqual([])
  if (process.env.LINLI_PICTURES) await photograph(one, 'comments-margin')
  await thread.getByRole('button', { name: '回复' }).click()
  await thread.getByRole('textbox', { name: '回复内容' }).fill('已核对，是九次')
  await thread.getByRole('button', { name: '回复' }).click()
  await other.getByText('已核对，是九次').waitFor()
  if (process.env.LINLI_PICTURES) {
    const phone = await open(path, office.login, 390)
    await phone.locator('.comment-at').click()
    await phone.getByRole('dialog').getByText('已核对，是九次').waitFor()
    await photograph(phone, 'comments-phone')
    await phone.context().close()
  }
  await thread.getByRole('button', { name: '标为已处理' }).click()
  await other.getByText('已处理（1）').waitFor()

  await text(one).click()
  await one.keyboard.press('Control+End')
  await one.keyboard.press('Enter')
  await one.keyboard.type('/tp')
  await one.getByRole('option', { name: '插入图片' }).click()
  const dialog = one.getByRole('dialog')
  const buffer = await other.screenshot()
  await dialog.locator('input[type=file]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer })
  await dialog.getByRole('button', { name: '插入图片' }).click()
  await dialog.getByText('请用几个字说明图片内容。').waitFor()
  await dialog.getByRole('textbox', { name: '图片内容' }).fill('九人围坐学习')
  await dialog.getByRole('textbox', { name: '标题' }).fill('图一 学习现场')
  await dialog.getByRole('button', { name: '插入图片' }).click()
  await one.locator('.writing-picture img').waitFor()
  await saved(one)
  await other.locator('.writing-picture').getByText('图一 学习现场').waitFor()
  if (process.env.LINLI_PICTURES) await photograph(one, 'picture-in-text')
  expect(await violations(one)).toEqual([])

  await one.getByRole('button', { name: '发布', exact: true }).click()
  await one.waitForURL('**/reports/published/*')
  await text(one).waitFor({ state: 'detached' })
  const shown = one.getByRole('img', { name: '九人围坐学习' })
  await shown.waitFor()
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  if (process.env.LINLI_PICTURES) await photograph(one, 'picture-published')
  expect(await one.locator('main').textContent()).not.toContain('已核对')
  const publishedId = one.url().split('/').at(-1)
  const answer = await one.request.get(`/api/published-reports/${publishedId}/file?kind=docx`)
  const parts = await partsOf(await answer.body())
  const words = parts.get('word/document.xml')?.toString() ?? ''
  expect(words).toContain('descr="九人围坐学习"')
  expect([...parts].map(([, bytes]) => bytes.toString()).join()).not.toContain('请核对次数')
  expect([...parts.keys()].some((name) => /^word\/media\/.+\.png$/.test(name))).toBe(true)
  await office.api.put(`/api/published-reports/${publishedId}/open`, { open: true })
  await one.goto(`/published/${publishedId}`)
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  expect(await sideways(one)).toBe(0)
  if (process.env.LINLI_PICTURES) await photograph(one, 'picture-public')
  await one.context().close()
  await other.context().close()
})
