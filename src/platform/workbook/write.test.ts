import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkbook } from './reader.ts'
import { writeWorkbook } from './write.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-write-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function readBack(body: Buffer) {
  const path = join(folder, 'written.xlsx')
  await writeFile(path, body)
  const book = await openWorkbook(path)
  const sheets = []
  for (const sheet of book.sheets) {
    const rows: (string | undefined)[][] = []
    for await (const row of sheet.rows()) rows.push(row.cells.map((cell) => cell?.text))
    sheets.push({ name: sheet.name, rows })
  }
  book.close()
  return sheets
}

test('what is written reads back: texts that look like formulas, marks of XML, numbers, gaps', async () => {
  const rows = [
    ['=1+1', 2.5, null, '<a> & "b"'],
    ['朱　春', -3, '2023-03-05 09:00', ' 空格 '],
  ]
  const [sheet] = await readBack(
    await writeWorkbook({ name: '2023年[柳林]/街道', head: ['甲', '乙', '丙', '丁'], rows }),
  )
  expect(sheet?.name).toBe('2023年 柳林  街道')
  expect(sheet?.rows[0]).toEqual(['甲', '乙', '丙', '丁'])
  expect(sheet?.rows[1]).toEqual(['=1+1', '2.5', undefined, '<a> & "b"'])
  expect(sheet?.rows[2]?.slice(0, 3)).toEqual(['朱　春', '-3', '2023-03-05 09:00'])
})

test('any text leaves a workbook that can be read', async () => {
  const texts = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 100 })
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const rows = all.map((text) => [`甲${text}`])
      const [sheet] = await readBack(await writeWorkbook({ name: all[0] ?? '', head: ['甲'], rows }))
      expect(sheet?.rows).toHaveLength(rows.length + 1)
    }),
    { numRuns: 8 },
  )
}, 30_000)
