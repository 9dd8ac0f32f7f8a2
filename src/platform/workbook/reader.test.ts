import { mkdtemp, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Habits, makeWorkbook, type SheetPlan, zipOf } from '../../../test/workbook.ts'
import { limits } from './archive.ts'
import type { Row } from './cell.ts'
import { openWorkbook } from './reader.ts'
import { WorkbookRefused } from './refusal.ts'
import { kindOfFormat } from './styles.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-reader-'))
})

let files = 0
async function file(body: Buffer | string, name = 'book.xlsx'): Promise<string> {
  const path = join(folder, `${files++}-${name}`)
  await writeFile(path, body)
  return path
}

async function read(path: string) {
  const book = await openWorkbook(path)
  const sheets: { name: string; hidden: boolean; rows: Row[] }[] = []
  for (const { name, hidden, rows } of book.sheets) {
    const all: Row[] = []
    for await (const row of rows()) all.push(row)
    sheets.push({ name, hidden, rows: all })
  }
  book.close()
  return sheets
}

const readPlan = async (sheets: SheetPlan[], habits?: Habits) => read(await file(await makeWorkbook(sheets, habits)))
const texts = (rows: Row[] = []) => rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''))
const reason = async (path: string) => {
  try {
    await read(path)
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.reason
    throw error
  }
  return 'none'
}

const plan: SheetPlan = {
  name: '花名册',
  rows: [
    ['名单', null, null],
    ['姓名', '日期', '时间'],
    ['张伟', new Date('2023-03-05'), { number: 0.375, format: 'h:mm' }],
    ['李娜', { number: 45000.5, format: 'yyyy"年"m"月"d"日" h:mm' }, { number: 1.5, format: '[h]:mm' }],
    [true, 2.5, { error: '#DIV/0!' }],
    [null, { formula: 'A1' }, 13800001095],
  ],
  merges: ['A1:C1'],
  hiddenRows: [4],
}

describe('a workbook', () => {
  const habits: Habits[] = [
    {},
    { shared: true },
    { prefix: 'x' },
    { fewReferences: true },
    { from1904: true, shared: true },
  ]
  test.each(habits)('is read the same in every habit of its program: %o', async (habit) => {
    const [sheet] = await readPlan([plan], habit)
    const before1904 = habit.from1904 ? '2027-03-16 12:00' : '2023-03-15 12:00'
    expect(texts(sheet?.rows)).toEqual([
      ['名单', '名单', '名单'],
      ['姓名', '日期', '时间'],
      ['张伟', '2023-03-05', '9:00'],
      ['李娜', before1904, '36:00'],
      ['TRUE', '2.5', '#DIV/0!'],
      ['', '=?', '13800001095'],
    ])
    expect(sheet?.rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(sheet?.rows[3]?.hidden).toBe(true)
    expect(sheet?.rows[0]?.cells[2]).toMatchObject({ filled: true })
  })
  test('says which sheets are hidden', async () => {
    const sheets = await readPlan([
      { name: 'a', rows: [['x']] },
      { name: 'b', rows: [['y']], hidden: true },
    ])
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['a', false],
      ['b', true],
    ])
  })
  test('a merged cell speaks for the rows under it', async () => {
    const [sheet] = await readPlan([
      {
        name: 'a',
        rows: [
          ['3月5日', '张伟'],
          [null, '李娜'],
          [null, '王芳'],
          ['3月6日', '赵敏'],
        ],
        merges: ['A1:A3'],
      },
    ])
    expect(texts(sheet?.rows).map((row) => row[0])).toEqual(['3月5日', '3月5日', '3月5日', '3月6日'])
  })
  test.each([
    ['yyyy"年"m"月"d"日"', 'date'],
    ['m"月"d"日"', 'date'],
    ['[$-804]yyyy/m/d;@', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['h:mm', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['[h]:mm', 'length'],
    ['0.0"小时"', 'number'],
    ['General', 'number'],
    ['#,##0.00_);[Red](#,##0.00)', 'number'],
    ['0.00E+00', 'number'],
    ['@', 'number'],
  ])('the format %s shows a %s', (code, kind) => expect(kindOfFormat(code)).toBe(kind))
})

describe('a table in text', () => {
  const table = '姓名,备注\r\n张伟,"住在""一号楼"", \n三层"\r\n李娜,\r\n'
  test.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table, 'utf16le')])],
  ])('is read in %s', async (_, body) => {
    const [sheet] = await read(await file(body, 'people.csv'))
    expect(texts(sheet?.rows)).toEqual([
      ['姓名', '备注'],
      ['张伟', '住在"一号楼", \n三层'],
      ['李娜', ''],
    ])
    expect(sheet?.rows.map((row) => row.number)).toEqual([1, 2, 4])
  })
  test('is read in GB 18030', async () => {
    const body = Buffer.from([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xd5, 0xc5, 0xce, 0xb0, 0x2c, 0x31, 0x0a,
    ])
    const [sheet] = await read(await file(body, 'people.csv'))
    expect(texts(sheet?.rows)).toEqual([
      ['姓名', '电话'],
      ['张伟', '1'],
    ])
  })
  test('finds its separator', async () => {
    const [sheet] = await read(await file('a;b\n1,5;2\n', 'x.csv'))
    expect(texts(sheet?.rows)).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ])
  })
})

describe('a file that is none', () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  test.each([
    ['empty', Buffer.alloc(0)],
    ['notAWorkbook', Buffer.from('%PDF-1.7 …')],
    ['notAWorkbook', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4, 5, 6, 7])],
    ['oldFormat', Buffer.concat([ole, Buffer.alloc(4096)])],
    [
      'encrypted',
      Buffer.concat([ole, Buffer.alloc(2048), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(64)]),
    ],
  ])('%s', async (expected, body) => expect(await reason(await file(body))).toBe(expected))
  test('a zip of something else', async () =>
    expect(await reason(await file(await zipOf({ 'word/document.xml': '<a/>' })))).toBe('notAWorkbook'))
  test('a workbook cut short', async () => {
    const whole = await makeWorkbook([plan])
    expect(await reason(await file(whole.subarray(0, whole.length - 200)))).toBe('damaged')
  })
  test('a workbook with changed bytes is refused or read, and never breaks the program', async () => {
    const whole = await makeWorkbook([plan], { shared: true })
    for (let round = 0; round < 60; round++) {
      const body = Buffer.from(whole)
      for (let i = 0; i < 8; i++) body[(round * 7919 + i * 104729) % body.length] = (round * 31 + i) % 256
      expect(['none', 'damaged', 'bomb', 'noSheets', 'notAWorkbook', 'encrypted']).toContain(
        await reason(await file(body)),
      )
    }
  })
  test('a sheet that is no XML', async () => {
    const body = await makeWorkbook([plan], { extra: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' } })
    expect(await reason(await file(body))).toBe('damaged')
  })
  test('entities are neither expanded nor fetched', async () => {
    const evil =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>'
    const body = await makeWorkbook([plan], { extra: { 'xl/worksheets/sheet1.xml': evil } })
    expect(await reason(await file(body))).toBe('damaged')
  })
  test('one that unpacks to far too much is not unpacked', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024, 0x20)
    const body = await makeWorkbook([plan], { extra: { 'xl/sharedStrings.xml': zeros } })
    expect(body.length).toBeLessThan(1024 * 1024)
    expect(await reason(await file(body))).toBe('bomb')
  })
  test('a size that lies about what is inside is noticed while inflating', async () => {
    const body = Buffer.from(
      await makeWorkbook([plan], {
        extra: {
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row/>'.repeat(200_000)}</sheetData></worksheet>`,
        },
      }),
    )
    const name = Buffer.from('xl/worksheets/sheet1.xml')
    // The central directory now says 100 bytes.
    const entry = body.lastIndexOf(name)
    body.writeUInt32LE(100, entry - 46 + 24)
    expect(await reason(await file(body))).toBe('damaged')
  })
  test('one of 500 MB is refused by its size alone', async () => {
    const path = await file('PK')
    await truncate(path, 500 * 1024 * 1024)
    const began = performance.now()
    expect(await reason(path)).toBe('tooLarge')
    expect(performance.now() - began).toBeLessThan(500)
    expect(limits.file).toBeLessThan(500 * 1024 * 1024)
  })
})
