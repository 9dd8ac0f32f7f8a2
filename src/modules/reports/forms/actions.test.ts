import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { newOffice } from '../../../../test/imports.ts'
import { declareAllFacts } from '../../../../test/office.ts'
import type { Context } from '../../../platform/context.ts'
import { textOf } from '../../../platform/workbook/cell.ts'
import { openWorkbook } from '../../../platform/workbook/reader.ts'
import { figure, figureRecords } from '../../indicators/actions.ts'
import { bindForm, fillForm } from './actions.ts'
import { Bindings, type FilledCell } from './contract.ts'
import { openPackage } from './package/actions.ts'

const forms = 'test/data/forms'
const expected = (name: string) => JSON.parse(readFileSync(join(forms, `${name}.expected.json`), 'utf8')).cells

let office: Awaited<ReturnType<typeof newOffice>>
beforeAll(async () => {
  declareAllFacts()
  office = await newOffice()
  await office.take(['test/data/office-2023.xlsx'])
})

const asReader = <T>(work: (context: Context) => Promise<T>): Promise<T> =>
  office.does((context) =>
    work({ ...context, me: { ...context.me, roles: [{ role: 'auditor', organizationId: '', path: '/' }] } }),
  )

type Sheet = Map<string, string>

/** Binds and fills by the proposal alone, through JSON as the terminal does, and reads what stands in the file. */
async function filled(
  name: string,
  period = '2023',
): Promise<{ at: (cell: string) => string; told: FilledCell[]; unsure: number }> {
  const blank = join(forms, `${name}.xlsx`)
  return asReader(async (context) => {
    const proposed = await bindForm(context, blank)
    const { bindings } = Bindings.parse(JSON.parse(JSON.stringify({ bindings: proposed })))
    const { body, cells } = await fillForm(context, blank, bindings, { period, scope: undefined })
    const path = join(office.folder, `${name}.xlsx`)
    await writeFile(path, body)
    const sheet = await read(path)
    return {
      at: (cell) => sheet.get(cell) ?? '',
      told: cells,
      unsure: bindings.filter(({ confidence }) => confidence < 0.7).length,
    }
  })
}

async function read(path: string): Promise<Sheet> {
  const book = await openWorkbook(path)
  const cells: Sheet = new Map()
  for (const sheet of book.sheets.slice(0, 1))
    for await (const row of sheet.rows())
      for (const [column, cell] of Array.from(row.cells).entries())
        cells.set(`${String.fromCharCode(65 + column)}${row.number}`, textOf(cell))
  book.close()
  return cells
}

test('a sheet of single figures and a sentence', async () => {
  const { at, told, unsure } = await filled('year-sheet')
  const { cells, sentence, sentence_cell } = expected('year-sheet')
  for (const [cell, value] of Object.entries(cells)) expect([cell, at(cell)]).toEqual([cell, String(value)])
  expect(at(sentence_cell)).toBe(sentence)
  expect(unsure).toBe(0)
  expect(told.every(({ state }) => state === 'filled')).toBe(true)
})

test('quarters across', async () => {
  const { at } = await filled('quarters')
  const { cells, formula_cell, total } = expected('quarters')
  for (const [cell, value] of Object.entries(cells)) expect([cell, at(cell)]).toEqual([cell, String(value)])
  expect(at(formula_cell)).toBe(String(total))
})

test('a list of teams grows, its totals cover every row and the note moves down', async () => {
  const { at } = await filled('team-hours')
  const { hours, columns, list_first_row: first, rows, total_cell, total_hours } = expected('team-hours')
  const lines = Array.from({ length: rows }, (_, i) => first + i)
  const told = Object.fromEntries(
    lines.map((row) => [at(`${columns.name}${row}`), Number(at(`${columns.hours}${row}`))]),
  )
  expect(told).toEqual(hours)
  for (const row of lines) expect(Number(at(`${columns.days}${row}`))).toBe(Number(at(`${columns.hours}${row}`)) / 8)
  expect(at(total_cell)).toBe(String(total_hours))
  expect(at('C14')).toContain('填表说明')
})

test('a ledger of sessions takes its rows from records, with a rate in each', async () => {
  const { at } = await filled('study-ledger')
  const { columns, list_first_row: first, rows, expected_sum, attended_sum } = expected('study-ledger')
  const sum = (column: string) =>
    Array.from({ length: rows }, (_, i) => Number(at(`${column}${first + i}`))).reduce((a, b) => a + b, 0)
  expect([sum(columns.expected), sum(columns.attended)]).toEqual([expected_sum, attended_sum])
  expect(at(`${columns.date}${first}`)).toBe('2023-02-21')
  expect(at(`${columns.topic}${first + rows - 1}`)).toBe('公文写作规范')
  expect(Number(at(`${columns.rate}${first}`))).toBeCloseTo(6 / 9)
  expect(at(`${columns.date}${first + rows}`)).toBe('')
})

test.each([
  ['communities-months', { B4: '0', N9: '148', N10: '732.5', M10: '32.5' }],
  ['two-level', { B4: '2', C4: '1680', G6: '930', I7: '360' }],
  [
    'labels-above',
    {
      B2: '柳林街道',
      A4: '9',
      B4: '129',
      C4: '112',
      D4: '86.8',
      A6: '7',
      B6: '6',
      C6: '6',
      D6: '3',
      A8: '732.5',
      B8: '90',
      C8: '12',
      D8: '6',
      B9: '',
    },
  ],
  [
    'labels-above-no-borders',
    { A4: '9', B4: '129', C4: '112', D4: '86.8', A6: '7', B6: '6', C6: '6', D6: '3', A8: '732.5', D8: '6' },
  ],
  ['activities', { A66: '64', B3: '2023-01-19', C3: '光明社区', F67: '401', G67: '732.5' }],
  [
    'sentences',
    {
      A2: '一、上半年，全街道举办志愿服务活动27场，累计服务320.5小时，参与志愿者81人。',
      A5: '四、集中学习应到129人次，实到112人次，出勤率86.8%。',
      A6: '截至2023年底，志愿服务队共9支，其中常备队伍6支。',
    },
  ],
  ['english', { B3: '1', F8: '11', F9: '64' }],
  [
    'english-labels',
    { B2: '9', B3: '129', B4: '112', B5: '86.8', B6: '732.5', B7: '90', B8: '7', B9: '9', B10: '6', B13: '' },
  ],
  ['community-list', { A8: '6', C9: '6', D9: '64', E9: '732.5', F9: '12' }],
  ['stations', { A9: '7', E10: '1914', F10: '28' }],
  ['kinds', { B3: '4', C4: '37', D8: '87' }],
  ['sections', { B3: '9', B4: '129', D4: '112', B6: '64', D6: '732.5', B9: '7', D9: '6' }],
  ['volunteers', { B3: '郭涛敏', C3: '25', A92: '90', C93: '732.5' }],
] satisfies [string, Record<string, string>][])('%s, laid out otherwise, is filled as well', async (name, cells) => {
  const { at } = await filled(name)
  expect(Object.fromEntries(Object.keys(cells).map((cell) => [cell, at(cell)]))).toEqual(cells)
})

test('a monthly form asks for its month, its year so far and the year before', async () => {
  const { at } = await filled('monthly', '2023-03')
  expect([at('D4'), at('E4'), at('F4'), at('D3'), at('E3')]).toEqual(['4', '14', '0', '1', '2'])
})

test('every number of a filled form opens to its records, and asked again it is the same', async () => {
  const { told } = await filled('team-hours')
  const numbers = told.filter(({ question }) => question !== null)
  expect(numbers).toHaveLength(9)
  await asReader(async (context) => {
    for (const { question, value } of numbers) {
      if (!question) throw new Error('it was filtered')
      const again = await figure(context, question)
      expect((again.value ?? 0) / 60).toBe(value)
      const { total } = await figureRecords(context, { ...question, search: '', offset: 0, limit: 1 })
      expect(total).toBe(again.records)
    }
  })
})

test('what cannot be filled is marked and said, and a formula is never written over', async () => {
  const blank = join(forms, 'quarters.xlsx')
  const cell = (at: string, content: object) => ({ kind: 'cell', sheet: '报表', cell: at, content })
  const ask = (measure: string, period: string) => ({
    is: 'figure',
    unit: 'hours',
    ask: { fact: 'participation', measure, filter: 'kind=service', period },
  })
  const { bindings } = Bindings.parse({
    bindings: [
      cell('E3', { is: 'unknown' }),
      cell('F3', ask('nothing', 'Q2')),
      cell('G3', ask('minutes', 'M09-M03')),
      cell('I3', ask('minutes', 'form')),
    ],
  })
  const { cells } = await asReader((context) =>
    fillForm(context, blank, bindings, { period: '2023', scope: undefined }),
  )
  expect(cells.map(({ cell: at, state, reason }) => [at, state, reason])).toEqual([
    ['E3', 'unfilled', 'unknown'],
    ['F3', 'unfilled', 'notCounted'],
    ['G3', 'unfilled', 'noPeriod'],
    ['I3', 'unfilled', 'noPlace'],
  ])
})

test('a place that stayed empty says why, in its colour and in a remark', async () => {
  const blank = join(forms, 'quarters.xlsx')
  const { bindings } = Bindings.parse({
    bindings: [{ kind: 'cell', sheet: '报表', cell: 'E3', content: { is: 'unknown' } }],
  })
  const path = join(office.folder, 'marked.xlsx')
  const { body } = await asReader((context) => fillForm(context, blank, bindings, { period: '2023', scope: undefined }))
  await writeFile(path, body)
  const book = await openPackage(path)
  const text = (part: string) => new TextDecoder().decode(book.parts.get(part))
  expect(text('xl/commentsLinli1.xml')).toContain(
    '<comment ref="E3" authorId="0"><text><t xml:space="preserve">It is not known',
  )
  expect(text('xl/worksheets/sheet1.xml')).toMatch(
    /<pageSetup [^>]*\/><legacyDrawing [^>]*r:id="linli\d"\/><\/worksheet>$/,
  )
  expect(text('xl/drawings/vmlLinli1.vml')).toContain('<x:Row>2</x:Row><x:Column>4</x:Column>')
  expect(text('xl/styles.xml')).toContain('FFFFE699')
})

test.each([
  ['macros', { 'xl/workbook.xml': '<workbook/>', '[Content_Types].xml': '<Types>macroEnabled</Types>' }, 'formMacros'],
  ['a document type', { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }, 'damaged'],
  ['no sheet', { 'xl/workbook.xml': '<workbook><sheets/></workbook>' }, 'noSheets'],
  ['tags that do not match', { 'xl/workbook.xml': '<workbook><sheets></workbook>' }, 'damaged'],
  ['a bomb', { 'xl/workbook.xml': ' '.repeat(13 * 2 ** 20) }, 'bomb'],
])('a workbook with %s is refused in words', async (name, parts, reason) => {
  const zip = new ZipFile()
  for (const [part, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), part)
  zip.end()
  const path = join(office.folder, `hostile-${name.replaceAll(' ', '-')}.xlsx`)
  await writeFile(path, zip.outputStream)
  await expect(openPackage(path)).rejects.toMatchObject({ reason })
})
