import type { APIRequestContext, BrowserContext, Page } from 'playwright-core'
import { request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { closeBrowser, listen, openWindow, settled, sideways, signIn, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let phone: BrowserContext
let other: APIRequestContext
beforeAll(async () => {
  office = await openOffice()
  phone = await openWindow(office.address, { language: 'zh-CN', theme: 'light', width: 390 })
  await signIn(phone, office.address, office.login)
  other = await colleague()
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

/** A picture large enough to point at, drawn by the browser. */
async function picture(page: Page, text: string): Promise<Buffer> {
  const data = await page.evaluate((words) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 800 })
    const brush = canvas.getContext('2d')
    if (!brush) return ''
    brush.fillStyle = '#eee'
    brush.fillRect(0, 0, 1200, 800)
    brush.fillStyle = '#333'
    brush.font = '80px sans-serif'
    brush.fillText(words, 100, 400)
    return canvas.toDataURL('image/jpeg')
  }, text)
  return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')
}

/** Another person of the office, who looks at it again. */
async function colleague(): Promise<APIRequestContext> {
  const { get, post } = office.api
  const [root] = (await get('/api/organizations')) as { id: string }[]
  const person = {
    name: '何静',
    phone: '13800000077',
    organizationId: root?.id,
    role: 'coordinator',
    fromDate: '2023-01-01',
  }
  const { id } = (await post('/api/people', person)) as { id: string }
  const { path } = (await post(`/api/people/${id}/invitations`, {})) as { path: string }
  const login = { name: '13800000077', password: 'yangliu-qingqing-2026' }
  await post(`/api/invitations/${path.split('/').at(-1)}`, login)
  const own = await request.newContext({ baseURL: office.address, extraHTTPHeaders: { origin: office.address } })
  expect((await own.post('/api/auth/sign-in/email', { data: login })).ok()).toBe(true)
  return own
}

async function house(name: string) {
  const { get, post } = office.api
  const [root] = (await get('/api/organizations')) as { id: string }[]
  const organizationId = root?.id
  const station = (await post('/api/places', { kind: 'station', name, organizationId })) as { id: string }
  const room = { kind: 'room', name: '助餐室', organizationId, parentId: station.id }
  const { id: roomId } = (await post('/api/places', room)) as { id: string }
  const questions = [
    { id: 'exit', kind: 'yesNo', text: '安全出口是否畅通', critical: true, grade: 'danger', fault: '通道' },
    { id: 'heat', kind: 'measure', text: '冷藏温度', unit: '℃', from: 0, to: 8 },
  ]
  const content = { sections: [{ id: 's1', title: '消防', questions }] }
  const list = (await post('/api/checklists', { name: `${name}每周检查`, use: 'safety', content })) as { id: string }
  const { id } = (await post('/api/safety-checks', { checklistId: list.id, placeId: station.id })) as { id: string }
  return { organizationId, stationId: station.id, roomId, checkId: id }
}

afterEach(() => phone.setOffline(false))

test('a check is done without a network, with a photo; sent, its danger closes the room, and a re-check opens it', async () => {
  const { organizationId, roomId, checkId } = await house('柳林服务站')
  let page = await phone.newPage()
  let wrong = listen(page)
  await page.goto('/checks')
  await settled(page)
  const floor = await picture(page, '助餐室')
  const file = { name: 'floor.jpg', mimeType: 'image/jpeg', buffer: floor }
  await office.api.post(`/api/places/${roomId}/floor`, {}, { multipart: { file } })
  await page.getByRole('link', { name: '柳林服务站' }).first().click()
  await page.getByRole('radiogroup', { name: '安全出口是否畅通' }).waitFor()
  expect(await violations(page)).toEqual([])
  // What the page is made of has been kept.
  await page.waitForFunction(async () => {
    const kept = await caches.open('linli-pages').then((cache) => cache.keys())
    return kept.some(({ url }) => new URL(url).pathname === '/') && kept.length > 5
  })
  expect(wrong).toEqual([])
  await page.close()

  await phone.setOffline(true)
  page = await phone.newPage()
  await page.goto(`/checks/${checkId}`)
  await page.getByRole('radiogroup', { name: '安全出口是否畅通' }).getByRole('radio', { name: '否' }).tap()
  await page.getByLabel('冷藏温度').fill('4')
  await page.getByLabel('问题描述').fill('电动车堵门')
  await page.getByRole('combobox', { name: '位置' }).click()
  await page.getByRole('option', { name: '助餐室' }).click()
  const mark = page.getByRole('button', { name: /助餐室平面图上的标记/ })
  const left = async (): Promise<number> =>
    Number(/距左 (\d+)/.exec((await mark.getAttribute('aria-label')) ?? '')?.[1])
  await mark.tap()
  const tapped = await left()
  expect(Math.abs(tapped - 50)).toBeLessThan(10)
  await mark.press('ArrowRight')
  expect(await left()).toBe(tapped + 1)
  // The floor itself is there without a network as well.
  expect(
    await mark.getByRole('presentation').evaluate((img) => (img as HTMLImageElement).naturalWidth),
  ).toBeGreaterThan(0)
  const shot = { name: 'door.jpg', mimeType: 'image/jpeg', buffer: floor }
  await page.locator('input[data-question=exit]').setInputFiles(shot)
  await page.getByRole('img', { name: /安全出口是否畅通.*1/ }).waitFor()
  // A reload without a network finds all of it again.
  await page.reload()
  await page.getByText('已答 2 / 2').waitFor()
  expect(await sideways(page)).toBe(0)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '提交检查' }).click()
  await page.getByText('2 项待发送').first().waitFor()
  await page.close()
  const { get, post } = office.api
  expect(await get(`/api/safety-checks/${checkId}`)).toMatchObject({ state: 'due', photos: [] })

  await phone.setOffline(false)
  page = await phone.newPage()
  wrong = listen(page)
  await page.goto(`/checks/${checkId}`)
  await page.getByRole('heading', { name: '发现的问题' }).waitFor()
  await page.getByRole('link', { name: /电动车堵门/ }).waitFor()
  await settled(page)
  expect(await violations(page)).toEqual([])
  expect(wrong).toEqual([])
  const check = (await get(`/api/safety-checks/${checkId}`)) as {
    photos: { arrived: boolean; questionId: string }[]
    hazards: { findingId: string; pin: { x: number } }[]
  }
  expect(check.photos).toMatchObject([{ arrived: true, questionId: 'exit' }])
  expect(Math.round((check.hazards[0]?.pin.x ?? 0) * 100)).toBe(tapped + 1)

  const startsAt = new Date(Date.now() + 86_400_000)
  const planned = {
    ...{ kind: 'meeting', title: '居民议事会', hostId: organizationId, placeId: roomId },
    ...{ startsAt, endsAt: new Date(+startsAt + 3_600_000) },
  }
  await expect(post('/api/activities', planned)).rejects.toThrow('placeShut')
  await page.goto(`/places/${roomId}`)
  await page.getByText(/整改前关闭.*电动车堵门/).waitFor()

  const findingId = check.hazards[0]?.findingId
  const { actions } = (await get(`/api/findings/${findingId}`)) as { actions: { id: string }[] }
  const actionId = actions[0]?.id
  await post(`/api/corrective-actions/${actionId}/finish`, { words: '已清走' })
  const send = async (path: string, data: object, more: object = { data }) => (await other.post(path, more)).json()
  const { id: proofId } = await send(`/api/corrective-actions/${actionId}/evidence`, { words: '复查' })
  await send(`/api/action-evidence/${proofId}/file`, {}, { multipart: { file: shot } })
  expect(await send(`/api/corrective-actions/${actionId}/close`, {})).toEqual({ done: true })
  expect(await post('/api/activities', planned)).toMatchObject({ placeId: roomId })
  await page.reload()
  await settled(page)
  expect(await page.getByText('整改前关闭').count()).toBe(0)
  await page.getByRole('link', { name: '隐患记录' }).click()
  await page.getByText('共 1 项，未销号 0 项').waitFor()
  await page.close()
})

test('what waits on this device survives that somebody else signs in, and is theirs alone to send', async () => {
  const { checkId } = await house('清溪服务站')
  const page = await phone.newPage()
  await page.goto(`/checks/${checkId}`)
  await page.getByRole('radiogroup', { name: '安全出口是否畅通' }).getByRole('radio', { name: '是' }).tap()
  await page.getByLabel('冷藏温度').fill('5')
  await page.route('**/api/safety-checks/*/answers', (route) => route.abort())
  await page.getByRole('button', { name: '提交检查' }).click()
  await page.getByText('1 项待发送').first().waitFor()
  await signIn(phone, office.address, { name: '13800000077', password: 'yangliu-qingqing-2026' })
  await page.unrouteAll()
  await page.goto(`/checks/${checkId}`)
  await page.getByRole('button', { name: '提交检查' }).waitFor()
  await settled(page)
  expect(await office.api.get(`/api/safety-checks/${checkId}`)).toMatchObject({ state: 'due' })
  await signIn(phone, office.address, office.login)
  await page.goto(`/checks/${checkId}`)
  await page.getByRole('heading', { name: '发现的问题' }).waitFor()
  expect(await office.api.get(`/api/safety-checks/${checkId}`)).toMatchObject({ state: 'done', passed: true })
  await page.close()
})
