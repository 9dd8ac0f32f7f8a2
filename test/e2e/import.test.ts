import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkbook } from '../../src/platform/workbook/reader.ts'
import { dataFolder } from '../linli.ts'
import { makeWorkbook } from '../workbook.ts'
import { closeBrowser, listen, openWindow, settled, sideways, signIn, violations } from './browser.ts'
import { type Office, openOffice, workbook } from './office.ts'

let office: Office
let own: Awaited<ReturnType<typeof dataFolder>>
beforeAll(async () => {
  office = await openOffice({ imported: false })
  own = await dataFolder()
})
afterAll(async () => {
  await closeBrowser()
  await office?.close()
  await own?.remove()
})

const words = {
  'zh-CN': {
    try: '试导入',
    carryOut: '确认导入',
    refused: '退回的行：9',
    done: '导入结果',
    people: '人员',
    reason: '没有“不存在社区”这个组织',
  },
  en: {
    try: 'Try it',
    carryOut: 'Import',
    refused: 'Refused rows: 9',
    done: 'What happened',
    people: 'People',
    reason: 'There is no organization “不存在社区”',
  },
} as const

test.each([
  ['zh-CN', 1440, '143'],
  // The second time everything is there already.
  ['en', 390, '0'],
] as const)(
  '%s at %i: drop the workbook in, see what would happen, import it, get the refused rows back',
  async (language, width, created) => {
    const say = words[language]
    const window = await openWindow(office.address, { language, theme: 'light', width })
    await signIn(window, office.address, office.login)
    const page = await window.newPage()
    const wrong = listen(page)
    await page.goto('/import')
    await settled(page)
    await page.setInputFiles('input[type=file]', workbook)
    await page.waitForURL(/\/import\/[0-9a-f-]{36}/)
    await page.getByRole('button', { name: say.try, exact: true }).click()
    await page.getByRole('heading', { name: say.refused }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    const people = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: say.people, exact: true }) })
    expect(await people.getByRole('cell').first().textContent()).toBe(created)

    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href*="/refused"]').click()])
    const path = join(own.folder, `${language}.xlsx`)
    await download.saveAs(path)
    const book = await openWorkbook(path)
    const said: string[] = []
    for await (const row of book.sheets[1]?.rows() ?? []) said.push(row.cells[6]?.text ?? '')
    book.close()
    expect(said).toContain(say.reason)

    await page.getByRole('button', { name: say.carryOut, exact: true }).click()
    await page.getByRole('heading', { name: say.done }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(wrong).toEqual([])
    await window.close()
  },
)

test('a table that is not known is asked for, mapped by hand, and imported', async () => {
  const path = join(own.folder, 'unknown.xlsx')
  await writeFile(
    path,
    await makeWorkbook([
      {
        name: 'Sheet1',
        rows: [
          ['谁', '在哪'],
          ['诸葛亮', '红旗社区'],
          ['黄月英', '翠竹社区'],
        ],
      },
    ]),
  )
  const window = await openWindow(office.address, { language: 'en', theme: 'dark', width: 1440 })
  await signIn(window, office.address, office.login)
  const page = await window.newPage()
  await page.goto('/import')
  await settled(page)
  await page.setInputFiles('input[type=file]', path)
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/)
  await page.getByLabel('What “Sheet1” contains').selectOption({ label: 'People' })
  await page.getByLabel('Column “谁”').selectOption({ label: 'Name' })
  await page.getByLabel('Column “在哪”').selectOption({ label: 'Organization' })
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('heading', { name: 'What happened' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Refused rows: 0' }).count()).toBe(1)
  await window.close()
})

test.each([
  {
    language: 'zh-CN',
    width: 390,
    theme: 'light',
    make: '将不在册的人员加入名册',
    into: '加入的组织',
    order: '3/4/2023 指',
    day: '4月3日',
    attempt: '试导入',
    none: '退回的行：0',
  },
  {
    language: 'en',
    width: 1440,
    theme: 'dark',
    make: 'Add people who are not on record',
    into: 'to this organization',
    order: '3/4/2023 is',
    day: '3 April',
    attempt: 'Try it',
    none: 'Refused rows: 0',
  },
] as const)(
  '$language at $width: whether days come first, and where unknown people are made, are asked',
  async ({ language, width, theme, ...say }) => {
    const path = join(own.folder, `asked-${language}.xlsx`)
    const rows = [
      ['姓名', '活动名称', '日期', '工时'],
      ['诸葛瑾', '读书会', '05/06/2023', 2],
      ['步练师', '读书会', '05/06/2023', 1.5],
    ]
    await writeFile(path, await makeWorkbook([{ name: 'Hours', rows }]))
    const window = await openWindow(office.address, { language, theme, width })
    await signIn(window, office.address, office.login)
    const page = await window.newPage()
    await page.goto('/import')
    await settled(page)
    await page.setInputFiles('input[type=file]', path)
    await page.waitForURL(/\/import\/[0-9a-f-]{36}/)
    await page.getByLabel(say.order).selectOption({ label: say.day })
    await page.getByLabel(say.make).check()
    expect(await page.getByLabel(say.into).inputValue()).toBe('')
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await page.getByRole('button', { name: say.attempt, exact: true }).click()
    await page.getByRole('heading', { name: say.none }).waitFor()
    await window.close()
  },
)
