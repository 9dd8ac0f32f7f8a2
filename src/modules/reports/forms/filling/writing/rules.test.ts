import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { found } from '../../../../../platform/errors.ts'
import { ListBinding } from '../../contract.ts'
import { openPackage, writePackage } from '../../package/actions.ts'
import { growthOf } from '../../package/growing/rows/rules.ts'
import { growList } from '../../package/growing/rules.ts'
import { recalculate } from '../../package/recalculating/rules.ts'
import { penFor, sheetNamed, writeList } from './rules.ts'

const run = promisify(execFile)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-forms-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const utf8 = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1'

/** The first sheet of each file as another program reads it. */
async function asLibreOfficeReads(files: readonly string[]): Promise<string[][][]> {
  const office = [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', utf8]
  await run(process.env.SOFFICE_PATH ?? 'soffice', [...office, '--outdir', folder, ...files], { timeout: 100_000 })
  const made = await readdir(folder)
  return Promise.all(
    files.map(async (file) => {
      const name = basename(file, '.xlsx')
      const csv = made.find((own) => own.startsWith(name) && own.endsWith('.csv')) ?? ''
      const text = await readFile(join(folder, csv), 'utf8')
      return text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(','))
    }),
  )
}

const list = ListBinding.parse({
  kind: 'list',
  sheet: '志愿服务情况统计',
  first: 3,
  last: 4,
  source: { fact: 'organization', filter: 'kind=team' },
  columns: [
    { column: 'C', content: { is: 'number' } },
    { column: 'D', content: { is: 'record', name: 'name' } },
    {
      column: 'E',
      content: { is: 'figure', by: 'team', unit: 'hours', ask: { fact: 'participation', measure: 'minutes' } },
    },
  ],
})
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    link: null,
    cells: {
      D: { value: `第${i + 1}队`, type: 'text' as const, question: null },
      E: { value: (i + 1) * 60, type: 'number' as const, question: null },
    },
  }))

test('LibreOffice finds every row, the formula in each and totals over all of them', async () => {
  const counts = [0, 1, 2, 3, 30]
  const files: string[] = []
  for (const count of counts) {
    const book = await openPackage('test/data/forms/team-hours.xlsx')
    const growth = growthOf([{ ...list, wanted: count }])
    growList(book, found(sheetNamed(book, list.sheet)), growth)
    writeList(penFor(book), list, rows(count), { added: growth.added, others: [] })
    recalculate(book)
    const file = join(folder, `rows${count}.xlsx`)
    await writeFile(file, await writePackage(book))
    files.push(file)
  }
  for (const [i, read] of (await asLibreOfficeReads(files)).entries()) {
    const count = counts[i] ?? 0
    const blank = Math.max(2, count)
    const named = read.slice(2, 2 + blank).filter((line) => line[3] !== '')
    expect(named.map((line) => [line[2], line[3], Number(line[4])])).toEqual(
      rows(count).map(({ cells }, n) => [String(n + 1), cells.D.value, n + 1]),
    )
    for (const line of named) expect(Number(line[5])).toBeCloseTo(Number(line[4]) / 8, 1)
    const total = read[2 + blank]
    const sum = (count * (count + 1)) / 2
    expect([total?.[2], Number(total?.[4])]).toEqual(['合计', sum])
    expect(Number(total?.[5])).toBeCloseTo(sum / 8, 0)
    expect(read[4 + blank]?.[2]).toContain('填表说明')
  }
})
