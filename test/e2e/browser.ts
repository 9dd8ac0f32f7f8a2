import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Language } from '../../src/platform/i18n.ts'
import { dataFolder, type Linli, startLinli } from '../linli.ts'

const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium'
const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** One browser for all tests of a file; `more` only for the first who opens it: what its camera sees, for instance. */
let browser: Promise<Browser> | undefined
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error(`no Chromium at ${executablePath}: set CHROMIUM_PATH`)
  browser ??= chromium.launch({ executablePath, args: [...flags.split(' '), ...more], headless: true })
  return browser
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

export type Login = { name: string; password: string }
export type Look = { language: Language; theme: 'light' | 'dark'; width: 390 | 1440 }
export const looks: readonly Look[] = (['zh-CN', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ([1440, 390] as const).map((width): Look => ({ language, theme, width })),
  ),
)

/** A real installation on a port and in a folder of its own. `again` stops it and starts it at another moment. */
export async function openLinli(at?: Date) {
  const { folder, remove } = await dataFolder()
  const linli = await startLinli(folder, [], at)
  let running = linli
  return {
    linli,
    again: async (later: Date): Promise<Linli> => {
      await running.stop()
      running = await startLinli(folder, [], later)
      return running
    },
    close: async () => {
      await running.stop()
      await remove()
    },
  }
}

/** A browser window of somebody: their language, their theme, the width of their screen. */
export async function openWindow(address: string, { language, theme, width }: Look): Promise<BrowserContext> {
  const context = await (await openBrowser()).newContext({
    baseURL: address,
    locale: language,
    colorScheme: theme,
    viewport: { width, height: width === 390 ? 844 : 900 },
    deviceScaleFactor: width === 390 ? 2 : 1,
    hasTouch: width === 390,
    isMobile: width === 390,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  await context.addInitScript(
    ([chosen, scheme]) => {
      // Only before the first page: what is chosen there holds.
      if (localStorage.getItem('linli.language')) return
      localStorage.setItem('linli.language', chosen)
      localStorage.setItem('linli.theme', scheme)
    },
    [language, theme] as const,
  )
  return context
}

/** Signs in as the sign-in page does. */
export async function signIn(context: BrowserContext, address: string, login: Login): Promise<void> {
  const answer = await context.request.post(`${address}/api/auth/sign-in/email`, {
    data: login,
    headers: { origin: address },
  })
  if (!answer.ok()) throw new Error(`${login.name} could not sign in: ${answer.status()} ${await answer.text()}`)
}

/** Whatever the browser complains about while a page is used. */
export function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text())
  })
  return heard
}

/** Until the network rests, the skeletons have gone and the pictures are drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('.loading') && document.querySelector('h1'))
}

/** After a change of width or theme: until what it starts is on the screen. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
  )
  await page.waitForFunction(() => !document.querySelector('.loading'))
}

/** What axe finds, in one line a finding. */
export async function violations(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (coloursOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      ...(coloursOnly ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
    )
  }, rules === 'colours')
  return found
}

/** Can the page be moved sideways? Then something is wider than the screen. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** A picture of the whole page, for those who look. */
export async function photograph(page: Page, name: string): Promise<string> {
  const folder = process.env.LINLI_PICTURES || join(tmpdir(), 'linli-pictures')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name.replaceAll(/[^\w-]+/g, '_')}.png`)
  await page.screenshot({ path, fullPage: true })
  return path
}
