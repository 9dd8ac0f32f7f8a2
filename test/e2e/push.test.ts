import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, settled, violations } from './browser.ts'
import { type Office, openOffice } from './office.ts'
import { type Member, openTeam } from './team.ts'

let office: Office
let lin: Member

beforeAll(async () => {
  office = await openOffice({ imported: false })
  lin = await (await openTeam(office)).member('林小雨', '13800000022')
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

test('where no push service answers, the page says so and the rest goes on', async () => {
  const { page, window } = lin
  await window.grantPermissions(['notifications'], { origin: office.address })
  await page.goto('/notices/choices')
  await settled(page)
  await page.getByRole('button', { name: '在此设备上开启' }).tap()
  await page.getByRole('alert').waitFor()
  expect(await violations(page)).toEqual([])
})

test('what is pushed is shown as a notice in its language, and a tap on it leads where it points', async () => {
  const { page, window } = lin
  const cdp = await window.newCDPSession(page)
  const registrationId = await registrationOf(cdp, page)
  const notice = {
    body: '“社区食堂帮厨”有名额，请在今天 18:00 前确认。',
    link: '/shifts/mine',
    tag: 'one',
    lang: 'zh-CN',
  }
  await cdp.send('ServiceWorker.deliverPushMessage', {
    origin: office.address,
    registrationId,
    data: JSON.stringify(notice),
  })
  await expect.poll(() => shown(page)).toEqual([{ title: '邻里', body: notice.body, tag: 'one' }])

  const worker = window.serviceWorkers().find((one) => one.url().endsWith('/worker.js'))
  await worker?.evaluate(async () => {
    const here = globalThis as unknown as { registration: ServiceWorkerRegistration; dispatchEvent: (e: Event) => void }
    const [notification] = await here.registration.getNotifications()
    const Tap = (globalThis as unknown as { NotificationEvent: new (type: string, more: object) => Event })
      .NotificationEvent
    here.dispatchEvent(new Tap('notificationclick', { notification }))
  })
  await page.waitForURL('**/shifts/mine')
  expect(await shown(page)).toEqual([])
})

/** The browser's own number of the worker that shows what is pushed. */
async function registrationOf(cdp: CDPSession, page: Page): Promise<string> {
  const known = new Promise<string>((done) =>
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations.filter(({ isDeleted }) => !isDeleted)
      if (one) done(one.registrationId)
    }),
  )
  await cdp.send('ServiceWorker.enable')
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js')
    await navigator.serviceWorker.ready
  })
  return known
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const notifications = await (await navigator.serviceWorker.ready).getNotifications()
    return notifications.map(({ title, body, tag }) => ({ title, body, tag }))
  })
