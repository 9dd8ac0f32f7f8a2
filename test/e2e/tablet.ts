import type { BrowserContext, Page } from 'playwright-core'
import { ownCode, typedLength } from '../../src/modules/activities/doors/code/rules.ts'
import { openWindow } from './browser.ts'
import type { Office } from './office.ts'

export type Tablet = { window: BrowserContext; page: Page; token: string }
const hour = 3_600_000

/** A tablet that is let in through its one-time code; `wrongBy`: how many hours its clock is off. */
export async function openTablet({ address, api }: Office, name: string, wrongBy = 0): Promise<Tablet> {
  const [root] = (await api.get('/api/organizations')) as { id: string }[]
  const { code } = (await api.post('/api/kiosks', { name, organizationId: root?.id })) as { code: string }
  const window = await openWindow(address, { language: 'zh-CN', theme: 'light', width: 390 })
  const page = await window.newPage()
  if (wrongBy) await page.clock.setSystemTime(Date.now() + wrongBy * hour)
  await page.goto('/kiosk')
  await page.getByLabel('请输入平板登记代码').fill(code)
  await page.getByRole('button', { name: '登记' }).tap()
  await page.getByRole('button', { name: '社区食堂帮厨' }).waitFor()
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  const token = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        const open = indexedDB.open('linli-kiosk')
        open.onsuccess = () => {
          const asked = open.result.transaction('known').objectStore('known').get('token')
          asked.onsuccess = () => done(asked.result as string)
        }
      }),
  )
  return { window, page, token }
}

/** What somebody's own phone shows as a picture today. */
export async function fullCodeOf({ api }: Office, personId: string, token: string): Promise<string> {
  const { days } = (await api.get(`/api/kiosk/${token}`)) as { days: { key: string }[] }
  return ownCode(days[0]?.key ?? '', personId)
}

/** The same as it is typed. */
export const codeOf = async (office: Office, personId: string, token: string): Promise<string> =>
  (await fullCodeOf(office, personId, token)).slice(0, typedLength)
