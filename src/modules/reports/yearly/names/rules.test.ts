import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newOffice } from '../../../../../test/imports.ts'
import { declareAllFacts } from '../../../../../test/office.ts'
import type { Context } from '../../../../platform/context.ts'
import type { OfficialDocument } from '../../../../platform/document/contract.ts'
import { figure, figureSeries } from '../../../indicators/actions.ts'
import { yearByName, yearInFigures } from '../actions.ts'
import { composeYear } from '../text/rules.ts'

const workbook = 'test/data/office-2023.xlsx'
const { rejected_rows, ...expected } = JSON.parse(readFileSync('test/data/office-2023.expected.json', 'utf8'))
const place = ({ sheet, row }: { sheet: string; row: number }) => `${sheet} ${row}`

/** Reads the whole office, as a command from the terminal does. */
const asReader = (context: Context): Context => ({
  ...context,
  me: { ...context.me, roles: [{ role: 'auditor', organizationId: '', path: '/' }] },
})

test('the office’s workbook gives the figures that it must, also when it comes in twice', async () => {
  declareAllFacts()
  const office = await newOffice()
  for (const _ of ['first', 'again']) {
    await office.take([workbook])
    const told = await office.does((context) => yearByName(asReader(context), { year: expected.year }))
    const { rejected_rows: refused, ...figures } = told
    expect(figures).toEqual(expected)
    expect(refused.map(place).sort()).toEqual(rejected_rows.map(place).sort())
  }
})

const tables = ({ blocks }: OfficialDocument) => blocks.filter((block) => block.kind === 'table')

test('its report has a table for each view, and every part of every figure is the figure that its own door opens', async () => {
  declareAllFacts()
  const office = await newOffice()
  await office.take([workbook])
  await office.does(async (asked) => {
    const context = asReader(asked)
    const data = await yearInFigures(context, { year: expected.year })
    expect(tables(composeYear(data, 'zh-CN')).map((table) => [table.caption, table.rows.length])).toEqual([
      ['表1　集中学习出勤情况（按月）', 10],
      ['表2　志愿服务情况（按队伍）', 10],
      ['表3　志愿服务情况（按季度）', 5],
      ['表4　志愿服务与群众活动（按单位）', 7],
    ])
    expect(tables(composeYear(data, 'en'))).toHaveLength(4)
    for (const { whole, by } of [
      { whole: data.figures.serviceMinutes, by: 'part' },
      { whole: data.figures.serviceMinutes, by: 'month' },
      { whole: data.figures.studyExpected, by: 'status' },
    ]) {
      if (!whole) throw new Error('a figure of the year is missing')
      const series = await figureSeries(context, { ...whole.question, by })
      expect(series.parts.reduce((sum, part) => sum + (part.value ?? 0), 0)).toBe(whole.value)
      for (const { question, value } of series.parts) {
        if (!question) throw new Error('a part has a question')
        expect((await figure(context, question)).value).toBe(value)
      }
    }
  })
})
