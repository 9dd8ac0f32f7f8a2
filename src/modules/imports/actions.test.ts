import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newOffice } from '../../../test/imports.ts'
import { town } from '../../../test/town.ts'
import type { CellPlan } from '../../../test/workbook.ts'
import type { Download } from '../../platform/endpoint.ts'
import { asTenant } from '../../platform/tenancy.ts'
import { openArchive, wholeText } from '../../platform/workbook/archive.ts'
import { openWorkbook } from '../../platform/workbook/reader.ts'
import { carryOut, listImports, openImport, refusedRows, sourceOf } from './actions.ts'

const expected = JSON.parse(readFileSync('test/data/office-2023.expected.json', 'utf8'))
const workbook = 'test/data/office-2023.xlsx'
const row = (r: { sheet: string; row: number }) => `${r.sheet} ${r.row}`

test('the office’s workbook comes in as it must, and the second time nothing changes', async () => {
  const office = await newOffice()
  const tried = await office.take([workbook], { trial: true })
  const first = await office.take([workbook])
  expect(first.tables.map((table) => table.asked)).toEqual(Array(8).fill('nothing'))
  expect(first.refused.map(row)).toEqual(expected.rejected_rows.map(row))
  expect(first.refused.map((r) => r.reason)).toEqual([
    'duplicatePerson',
    'duplicatePerson',
    'duplicatePerson',
    'missing',
    'unknownOrganization',
    'badPhone',
    'badDate',
    'impossibleDate',
    'endsBeforeItStarts',
  ])
  expect(tried).toEqual({ ...first, id: tried.id })
  expect(first.records.person).toEqual({ created: expected.people, updated: 0, unchanged: 0 })
  expect(first.warnings.filter((w) => w.reason === 'overlapping')).toHaveLength(expected.overlapping_pairs)
  const figures = await asTenant(office.db, office.tenantId, async (tx) => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from organization where kind = 'community') as communities,
        (select count(*) from place where kind = 'station') as stations,
        (select count(distinct brand) from place where kind = 'station') as brands,
        (select count(*) from organization where kind = 'team' and category <> 'own') as standing,
        (select count(*) from organization where kind = 'team' and category = 'own') as own,
        (select count(*) from activity where kind = 'study' and group_id is not null) as study,
        (select count(*) from activity where kind = 'service') as services,
        (select count(*) from activity where kind = 'event') as events,
        (select sum(minutes) from participation) as minutes,
        (select count(*) from participation where minutes is not null) as records,
        (select count(*) from participation p join activity a using (tenant_id) where a.id = p.activity_id and a.kind = 'study') as expected,
        (select count(*) from participation where status in ('attended', 'late') and minutes is null) as attended`.execute(
      tx,
    )
    return rows[0]
  })
  expect(figures).toEqual({
    communities: expected.communities,
    stations: expected.stations,
    brands: expected.brands,
    standing: expected.standing_teams,
    own: expected.own_teams,
    study: expected.study_sessions,
    services: expected.service_activities,
    events: expected.public_activities,
    minutes: expected.service_minutes,
    records: expected.service_records,
    expected: expected.study_attendance.expected,
    attended: expected.study_attendance.attended,
  })
  const second = await office.take([workbook])
  expect(second).toMatchObject({ created: 0, updated: 0, refused: first.refused })
  expect(second.unchanged).toBe(first.created + first.updated)
})

async function saved(folder: string, { body, name }: Download): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, body as AsyncIterable<Uint8Array>)
  return path
}

async function cellsOf(path: string, sheetName: string): Promise<Map<number, string[]>> {
  const book = await openWorkbook(path)
  const rows = new Map<number, string[]>()
  for await (const row of book.sheets.find((sheet) => sheet.name === sheetName)?.rows() ?? []) {
    rows.set(
      row.number,
      Array.from(row.cells, (cell) => cell?.text ?? ''),
    )
  }
  book.close()
  return rows
}

test('refused rows come back in the same workbook, the cells marked and the reason in the reader’s words', async () => {
  const office = await newOffice()
  const { id } = await office.take([workbook])
  for (const [language, heading, reason] of [
    ['en', 'Why this row was not imported (Linli)', 'There is no organization “不存在社区”'],
    ['zh-CN', '未导入原因（邻里）', '没有“不存在社区”这个组织'],
  ] as const) {
    const answer = await office.does((context) => refusedRows(context, { importId: id, fileNumber: 0 }), language)
    const path = await saved(office.folder, answer)
    const [before, after] = [await cellsOf(workbook, '人员花名册'), await cellsOf(path, '人员花名册')]
    expect(after.get(3)?.[6]).toBe(heading)
    expect(after.get(151)?.[6]).toBe(reason)
    const six = (cells: string[] = []) => Array.from({ length: 6 }, (_, column) => cells[column] ?? '')
    for (const [number, cells] of before) expect(six(after.get(number))).toEqual(six(cells))
    const [old, marked] = [await openArchive(workbook), await openArchive(path)]
    expect(marked.names.sort()).toEqual(old.names.sort())
    for (const name of old.names) {
      const same = (await wholeText(old, name)) === (await wholeText(marked, name))
      expect([name, same]).toEqual([
        name,
        !['xl/styles.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet4.xml'].includes(name),
      ])
    }
    const sheet = await wholeText(marked, 'xl/worksheets/sheet2.xml')
    const styles = await wholeText(marked, 'xl/styles.xml')
    const style = Number(/<c r="C152"[^>]* s="(\d+)"/.exec(sheet)?.[1])
    expect(style).toBeGreaterThan(6)
    expect(styles.match(/<cellXfs count="(\d+)"/)?.[1]).toBe(
      String((styles.split('<cellXfs')[1]?.match(/<xf /g) ?? []).length),
    )
    old.close()
    marked.close()
    // Corrected rows are taken, the others are there already.
    expect(await office.take([path], { trial: true })).toMatchObject({ created: 0, updated: 0, refusedRows: 9 })
  }
})

test('a table in text comes back the same way', async () => {
  const office = await newOffice()
  const path = join(office.folder, 'people.csv')
  await writeFile(path, '姓名,手机号\n张伟,138\n"李, 娜",13800000002\n')
  const { id } = await office.take([path])
  const { body, name } = await office.does((context) => refusedRows(context, { importId: id, fileNumber: 0 }))
  const chunks: Uint8Array[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk)
  expect(name).toBe('people - rows to correct.csv')
  expect(Buffer.concat(chunks).toString()).toBe(
    '\uFEFF姓名,手机号,Why this row was not imported (Linli)\r\n张伟,138,“138” is not a phone number\r\n"李, 娜",13800000002,\r\n',
  )
})

test('each record knows its file, sheet and row, and keeps it when nothing changes', async () => {
  const office = await newOffice()
  const { id } = await office.take([workbook])
  const personId = await asTenant(office.db, office.tenantId, async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from person where phone = '13800001076'`.execute(tx)
    return rows[0]?.id ?? ''
  })
  await office.take([workbook])
  const { source } = await office.does((context) => sourceOf(context, { record: 'person', recordId: personId }))
  expect(source).toEqual({ importId: id, file: 'office-2023.xlsx', sheet: '人员花名册', row: 4 })
})

test('an import that is cut off in the middle leaves nothing', async () => {
  const office = await newOffice()
  const count = () =>
    asTenant(
      office.db,
      office.tenantId,
      async (tx) => (await sql<{ n: number }>`select count(*)::int as n from person`.execute(tx)).rows[0]?.n,
    )
  const card = await office.open(workbook)
  const cutOff = office.does((context) =>
    carryOut(context, card.id, false, ({ phase, share }) => {
      if (phase === 'writing' && share > 0.8) throw new Error('the power is gone')
    }),
  )
  await expect(cutOff).rejects.toThrow('the power is gone')
  expect(await count()).toBe(0)
  expect(await office.take([workbook])).toMatchObject({ refusedRows: 9 })
})

test('two at once: the second is told to wait', async () => {
  const office = await newOffice()
  const [one, two] = [await office.open(workbook), await office.open(workbook)]
  const both = await Promise.allSettled(
    [one, two].map(({ id }) => office.does((context) => carryOut(context, id, false))),
  )
  expect(both.map((end) => (end.status === 'fulfilled' ? 'done' : end.reason.reason)).sort()).toEqual([
    'done',
    'importRunning',
  ])
})

test('only those who may import for the whole office do', async () => {
  const { wang, xiaoyu, lina } = await town()
  for (const nobody of [wang, xiaoyu]) await expect(nobody.does(openImport, [])).rejects.toThrow('notAllowed')
  expect(await lina.does(openImport, [])).toMatchObject({ tables: [] })
})

test('what a table is can be said, and is remembered for the next workbook with these headings', async () => {
  const office = await newOffice()
  await office.take([workbook])
  const sheet = {
    name: 'Sheet1',
    rows: [
      ['谁', '何时', '多久', '何事'],
      ['刘欣明', '2023.3.5', '2小时', '义剪'],
      ['孙敏', '2023.3.5', '1小时', '义剪'],
    ],
  }
  const path = await office.write([sheet])
  const card = await office.open(path)
  expect(card.tables).toMatchObject([
    { kind: null, asked: 'kind', headings: [{ text: '谁' }, { text: '何时' }, { text: '多久' }, { text: '何事' }] },
  ])
  await expect(office.does((context) => carryOut(context, card.id, false))).rejects.toThrow('nothingToImport')
  expect(card.kinds.filter(({ dated }) => !dated).map(({ kind }) => kind)).toEqual([
    'organizations',
    'teams',
    'stations',
    'questions',
    'checklist',
  ])
  const columns = { 0: 'name', 1: 'day', 2: 'length', 3: 'title' }
  const mapped = await office.map(card.id, [{ number: 0, kind: 'hours', year: null, columns }])
  expect(mapped.tables[0]?.headings.map((heading) => heading.key)).toEqual(['name', 'day', 'length', 'title'])
  const { outcome } = await office.does((context) => carryOut(context, card.id, false))
  expect(outcome).toMatchObject({ refused: [], records: { participation: { created: 2 } } })
  const next = await office.write([
    {
      name: '四月',
      rows: [
        ['谁', '何时', '多久', '何事'],
        ['孙敏', '2023.4.5', '半小时', '义剪'],
      ],
    },
  ])
  const again = await office.take([next])
  expect(again.tables[0]).toMatchObject({ kind: 'hours', asked: 'nothing' })
  expect(again.records.participation?.created).toBe(1)
  await expect(office.does((context) => carryOut(context, card.id, false))).rejects.toThrow('alreadyImported')
})

test('a remembered table without a column that it needs asks again, and says that it was left out', async () => {
  const office = await newOffice()
  await office.take([workbook])
  const rows = [
    ['谁', '何时', '何事'],
    ['孙敏', '2023.3.5', '义剪'],
  ]
  const card = await office.open(await office.write([{ name: '一', rows }]))
  const columns = { 0: 'name', 1: null, 2: null }
  await office.map(card.id, [{ number: 0, kind: 'hours', year: null, columns }])
  const again = await office.open(await office.write([{ name: '二', rows }]))
  expect(again.tables).toMatchObject([{ kind: 'hours', asked: 'columns' }])
  const both = await office.take([await office.write([{ name: '三', rows }]), workbook])
  expect(both.warnings.map((w) => [w.sheet, w.reason])).toContainEqual(['三', 'tableIncomplete'])
})

test('another kind chosen without columns is mapped by its headings; a year given by hand counts', async () => {
  const office = await newOffice()
  await office.take([workbook])
  const path = await office.write([
    {
      name: '活动',
      rows: [
        ['主题', '日期', '时间', '主办单位'],
        ['清洁家园', '4月8日', '9:00-11:00', '红旗社区'],
      ],
    },
  ])
  const card = await office.open(path)
  expect(card.tables[0]).toMatchObject({ kind: 'activities', asked: 'year' })
  const other = await office.map(card.id, [{ number: 0, kind: 'stations', year: null, columns: null }])
  expect(other.tables[0]?.headings.every((heading) => heading.key !== 'title')).toBe(true)
  await office.map(card.id, [{ number: 0, kind: 'activities', year: 2022, columns: null }])
  const { outcome } = await office.does((context) => carryOut(context, card.id, false))
  expect(outcome).toMatchObject({ refused: [], records: { activity: { created: 1 } } })
  const started = await asTenant(
    office.db,
    office.tenantId,
    async (tx) =>
      (
        await sql<{
          day: string
        }>`select to_char(starts_at, 'YYYY-MM-DD') as day from activity where title = '清洁家园'`.execute(tx)
      ).rows[0]?.day,
  )
  expect(started).toBe('2022-04-08')
})

test('a file that is none is refused in both languages, and no run begins', async () => {
  const office = await newOffice()
  const path = join(office.folder, 'x.xlsx')
  await writeFile(path, '%PDF-1.7')
  await expect(office.open(path)).rejects.toThrow('notAWorkbook')
  expect(await office.does((context) => listImports(context))).toEqual([])
})

test('whatever stands in the cells, rows are taken or refused and the import does not break', async () => {
  const office = await newOffice()
  await office.take([workbook])
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.constantFrom<CellPlan>(
      '𠮷'.repeat(70),
      '_xD83D_',
      '1e999',
      '-3',
      '99999999999999999999',
      "'; drop table person; --",
      '2023.3.5',
      '9:00-11:00',
      '红旗社区',
      '刘欣明',
      '√',
      '2小时',
      null,
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n): CellPlan => n),
    fc.boolean().map((b): CellPlan => b),
    fc.constantFrom<CellPlan>(
      { error: '#N/A' },
      { formula: 'A1' },
      { number: 45000.37, format: 'yyyy-mm-dd' },
      { number: -5, format: 'h:mm' },
    ),
  )
  const heads = [
    ['姓名', '手机号', '所属社区', '职务', '任职时间'],
    ['名称', '类型', '上级', '代码'],
    ['站点名称', '所属社区', '地址', '功能室', '面积', '品牌', '容纳人数'],
    ['名称', '性质', '负责人', '成员名单'],
    ['序号', '主题', '活动日期', '起止时间', '主办单位', '活动地点', '参与队伍', '类别'],
    ['姓名', '台账序号', '服务时长'],
    ['姓名', '2023年2月21日', '2023年3月23日'],
    ['姓名', '组内职务', '纳入时间'],
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(odd, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
      async (rows) => {
        const clean = rows.map((row) =>
          row.map((cell) =>
            typeof cell === 'string'
              ? cell.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
              : cell,
          ),
        )
        const sheets = heads.map((head, i) => ({
          name: `表${i}`,
          rows: [head, ...clean.map((row) => row.slice(0, head.length))],
        }))
        expect(await office.take([await office.write(sheets)], { trial: true })).toHaveProperty('rows')
      },
    ),
    { numRuns: 10 },
  )
})
