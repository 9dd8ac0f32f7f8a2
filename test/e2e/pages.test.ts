import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Language } from '../../src/platform/i18n.ts'
import { router } from '../../src/web/router.tsx'
import {
  closeBrowser,
  drawn,
  listen,
  openWindow,
  photograph,
  settled,
  sideways,
  signIn,
  violations,
} from './browser.ts'
import { type Office, openOffice } from './office.ts'

const languages = ['zh-CN', 'en'] as const
let office: Office
let windows: { language: Language; out: BrowserContext; in: BrowserContext }[]

beforeAll(async () => {
  office = await openOffice()
  const open = (language: Language) => openWindow(office.address, { language, theme: 'light', width: 1440 })
  windows = await Promise.all(
    languages.map(async (language) => ({ language, out: await open(language), in: await open(language) })),
  )
  for (const window of windows) await signIn(window.in, office.address, office.login)
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
})

test.each(Object.keys(router.routesByPath))(
  '%s is whole in both languages, both themes, on both screens',
  async (route) => {
    const { path, bare, refused } = await office.addressOf(route)
    const wrong = await Promise.all(windows.map((window) => walk(bare ? window.out : window.in, path, window.language)))
    // A link that opens nothing is answered with a 'no', which the browser notes.
    expect(wrong.flat().filter((what) => !(refused && what.includes('Failed to load resource')))).toEqual([])
  },
)

/** One page, looked at on both screens in both themes: everything that is wrong with it. */
async function walk(context: BrowserContext, path: string, language: Language): Promise<string[]> {
  const page = await context.newPage()
  const wrong = listen(page)
  await page.goto(path)
  await settled(page)
  for (const width of [1440, 390])
    for (const theme of ['light', 'dark'] as const) {
      await look(page, width, theme)
      const said = await untranslated(page, language)
      // The other theme has the same page in other colours, the other language in other words.
      if (language === 'zh-CN') said.push(...(await violations(page, theme === 'dark' ? 'colours' : 'all')))
      const over = await sideways(page)
      if (process.env.LINLI_PICTURES) await photograph(page, `${path.split('?')[0]}-${language}-${theme}-${width}`)
      if (over > 0) said.push(`moves sideways by ${over} pixels`)
      wrong.push(...said.map((what) => `${theme} ${width}: ${what}`))
    }
  await page.close()
  return wrong.map((what) => `${language}: ${what}`)
}

async function look(page: Page, width: number, theme: 'light' | 'dark'): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
  // As another tab of the same browser would tell it.
  await page.evaluate((newValue) => {
    localStorage.setItem('linli.theme', newValue)
    dispatchEvent(new StorageEvent('storage', { key: 'linli.theme', newValue, storageArea: localStorage }))
  }, theme)
  await drawn(page)
}

/** What a reader should never see: arguments left in braces, values without words, whole sentences in the other language. */
const untranslated = (page: Page, language: Language): Promise<string[]> =>
  page.evaluate((chinese) => {
    // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn can be read
    const text = document.body.innerText
    const strange = text.match(/\{\w+\}|\bundefined\b|\bNaN\b|\[object \w+\]|Invalid Date/g) ?? []
    const english = chinese ? (text.match(/\b[a-z]{2,} [a-z]{2,} [a-z]{2,}/g) ?? []) : []
    const full = chinese ? [] : (text.match(/[。！？；]/g) ?? [])
    return [...strange, ...english, ...full].map((words) => `untranslated: ${words}`)
  }, language === 'zh-CN')
