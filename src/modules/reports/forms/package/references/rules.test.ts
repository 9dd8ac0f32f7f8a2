import { expect, test } from 'vitest'
import { mapReferences, movedDown, withRows } from './rules.ts'

const down = (formula: string): string =>
  mapReferences(formula, ({ sheet, text }) =>
    sheet === null || sheet === '表 1'
      ? withRows(text, ({ top, bottom }) => ({ top: top + 5, bottom: bottom + 5 }))
      : text,
  )

test.each([
  ['SUM(E3:E4)', 'SUM(E8:E9)'],
  ['$A$3+B$3*$C3-D3', '$A$8+B$8*$C8-D8'],
  ['SUM(3:4)+SUM($3:$4)+SUM(A:B)', 'SUM(8:9)+SUM($8:$9)+SUM(A:B)'],
  ['IF(A3="A3","B""4",LOG10(A3))', 'IF(A8="A3","B""4",LOG10(A8))'],
  ["'表 1'!A3+'表 2'!A3+其他!A3", "'表 1'!A8+'表 2'!A3+其他!A3"],
  ['合计!A3&表1[[#Totals],[A3]]&A3_x&x.A3', '合计!A3&表1[[#Totals],[A3]]&A3_x&x.A3'],
  ['[1]Sheet1!A3+SUM(一月:三月!A3)', '[1]Sheet1!A3+SUM(一月:三月!A3)'],
  ['TRUE+1E3+Q1', 'TRUE+1E3+Q6'],
])('%s, five rows lower, is %s', (formula, moved) => {
  expect(down(formula)).toBe(moved)
})

test('a formula copied down keeps what is fixed', () => {
  expect(movedDown('E3/E$9+SUM($E$3:$E3)+SUM(3:$4)', 2)).toBe('E5/E$9+SUM($E$3:$E5)+SUM(5:$4)')
})
