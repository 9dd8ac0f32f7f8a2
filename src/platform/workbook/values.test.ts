import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { readDate, readDateText } from './values/date.ts'
import { readLength } from './values/length.ts'
import { readLegend, readMark } from './values/mark.ts'
import { possibleNames, splitNames } from './values/names.ts'
import { readPhone } from './values/phone.ts'
import { readName } from './values/text.ts'
import { readTimes } from './values/time.ts'

const text = (text: string): Cell => ({ kind: 'text', text })
const number = (number: number): Cell => ({ kind: 'number', number, text: String(number) })
const wide = (s: string) => s.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const two = (n: number) => String(n).padStart(2, '0')

describe('a name', () => {
  test.each([
    ['罗　勇国', '罗勇国'],
    ['曹 红华', '曹红华'],
    [' 彭 超 ', '彭超'],
    ['买买提・艾力'.replace('・', '·'), '买买提·艾力'],
    ['John  Smith', 'John Smith'],
  ])('%s is %s', (written, name) => expect(readName(written)).toEqual({ value: name }))
  test.each(['—', '13800001095', ''])('%s is none', (written) =>
    expect(readName(written)).toEqual({ problem: 'badName' }),
  )
})

describe('a phone number', () => {
  const mobile = fc
    .tuple(fc.constantFrom('138', '159', '186', '199'), fc.integer({ min: 0, max: 99_999_999 }))
    .map(([a, b]) => a + String(b).padStart(8, '0'))
  const habits: ((n: string) => string)[] = [
    (n) => n,
    wide,
    (n) => `${n.slice(0, 3)} ${n.slice(3, 7)} ${n.slice(7)}`,
    (n) => `${n.slice(0, 3)}-${n.slice(3, 7)}-${n.slice(7)}`,
    (n) => `+86 ${n}`,
    (n) => `0086${n}`,
    (n) => `(+86)${n}`,
    (n) => `${n}.0`,
    (n) => ` ${n}\u200b`,
  ]
  test('in any habit reads back', () =>
    fc.assert(
      fc.property(mobile, fc.constantFrom(...habits), (n, write) => {
        expect(readPhone(write(n))).toEqual({ value: n })
      }),
    ))
  test.each([
    ['010-12345678', '010-12345678'],
    ['（0571）87654321', '0571-87654321'],
    ['+852 9123 4567', '+85291234567'],
    ['13800001234/13900001234', '13800001234'],
    ['0571-87654321转802', '0571-87654321-802'],
  ])('%s', (written, phone) => expect(readPhone(written)).toEqual({ value: phone }))
  test.each(['1390000', '无', '138000012345', '12800001234', '1380000123'])('%s is none', (written) =>
    expect(readPhone(written)).toEqual({ problem: 'badPhone' }),
  )
})

describe('a day', () => {
  const days = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2059-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10))
  const han = (n: number) =>
    n < 10
      ? '〇一二三四五六七八九'[n]
      : `${n >= 20 ? '一二三四五'[Math.floor(n / 10) - 1] : ''}十${n % 10 ? '〇一二三四五六七八九'[n % 10] : ''}`
  const month = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]
  const habits: ((y: number, m: number, d: number) => string)[] = [
    (y, m, d) => `${y}.${m}.${d}`,
    (y, m, d) => `${y}-${m}-${d}`,
    (y, m, d) => `${y}/${two(m)}/${two(d)}`,
    (y, m, d) => `${y}年${m}月${d}日`,
    (y, m, d) => wide(`${y}年${m}月${d}日`),
    (y, m, d) => `${y} 年 ${m} 月 ${d} 日（星期三）`,
    (y, m, d) => `${y}${two(m)}${two(d)}`,
    (y, m, d) => `${String(y).slice(2)}.${m}.${d}`,
    (y, m, d) => `${y}-${two(m)}-${two(d)}T00:00:00`,
    (_y, m, d) => `${m}月${d}日`,
    (_y, m, d) => `${m}月${d}号`,
    (_y, m, d) => `${m}.${d}`,
    (y, m, d) => `${d} ${month[m - 1]} ${y}`,
    (y, m, d) => `${month[m - 1]?.slice(0, 3)} ${d}, ${y}`,
    (y, m, d) => `${[...String(y)].map((c) => '〇一二三四五六七八九'[Number(c)]).join('')}年${han(m)}月${han(d)}日`,
    (y, m, d) => `${y}年${m}月${d}日起`,
  ]
  test('in any habit reads back', () =>
    fc.assert(
      fc.property(days, fc.constantFrom(...habits), (date, write) => {
        const [y, m, d] = date.split('-').map(Number) as [number, number, number]
        expect(readDate(text(write(y, m, d)), { year: y })).toMatchObject({ value: { date } })
      }),
      { numRuns: 1000 },
    ))
  test('a month alone begins on its first', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2059 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('年$月', '年$月起', '.$', '-$', '/$', '年$月份'),
        (y, m, habit) => {
          expect(readDateText(y + habit.replace('$', String(m)))).toMatchObject({
            value: { date: `${y}-${two(m)}-01`, precision: 'month' },
          })
        },
      ),
    ))
  test.each([
    ['2023.13.5', 'impossibleDate'],
    ['2023年2月30日', 'impossibleDate'],
    ['二〇二二年某月', 'badDate'],
    ['3月5日', 'yearUnknown'],
    ['待定', 'badDate'],
    ['2023.9.11-9.15', 'severalDays'],
    ['2023年9月11日至9月15日', 'severalDays'],
  ])('%s: %s', (written, problem) => expect(readDateText(written)).toEqual({ problem }))
  test('numbers', () => {
    expect(readDate(number(45052))).toMatchObject({ value: { date: '2023-05-06' } })
    expect(readDate(number(20230305))).toMatchObject({ value: { date: '2023-03-05' } })
    expect(readDate(number(2023.4))).toMatchObject({ value: { date: '2023-04-01' } })
    expect(readDate(number(2023.1))).toEqual({ problem: 'monthUnclear' })
    expect(readDate(number(7))).toEqual({ problem: 'badDate' })
  })
  test('a day with a time behind it gives the time back', () => {
    expect(readDateText('2023年3月5日 9:00—11:00')).toMatchObject({ value: { date: '2023-03-05', rest: '9:00—11:00' } })
    expect(readDateText('3月5日上午9点至11点', { year: 2023 })).toMatchObject({
      value: { date: '2023-03-05', rest: '上午9点至11点' },
    })
    expect(readDateText('2023-03-05 09:00-11:00')).toMatchObject({ value: { date: '2023-03-05', rest: '09:00-11:00' } })
    expect(readDateText('2023.3.5（周日）14:00～16:00')).toMatchObject({
      value: { date: '2023-03-05', rest: '14:00~16:00' },
    })
    expect(readDateText('05/13/2023')).toMatchObject({ value: { date: '2023-05-13' } })
    expect(readDateText('13/05/2023')).toMatchObject({ value: { date: '2023-05-13' } })
    expect(readDateText('03/05/2023')).toEqual({ problem: 'dayOrMonth' })
    expect(readDateText('05/05/2023')).toMatchObject({ value: { date: '2023-05-05' } })
    expect(readDateText('03/05/2023', { dayFirst: false })).toMatchObject({ value: { date: '2023-03-05' } })
    expect(readDateText('03/05/2023', { dayFirst: true })).toMatchObject({ value: { date: '2023-05-03' } })
  })
})

describe('a span', () => {
  test.each([
    ['9:00-10:30', 540, 630],
    ['9：00至11：00', 540, 660],
    ['9:00—11:00', 540, 660],
    ['下午2:00至4:00', 840, 960],
    ['下午14:00～17:00', 840, 1020],
    ['上午8:00～11:00', 480, 660],
    ['上午9点-11点半', 540, 690],
    ['上午10:00-下午2:00', 600, 840],
    ['14时30分至16时', 870, 960],
    ['9am to 11am', 540, 660],
    ['2-4pm', 840, 960],
    ['2pm-4pm', 840, 960],
    ['2:30 pm – 4 pm', 870, 960],
    ['10:00 - 11:30 AM', 600, 690],
    ['22:00-次日6:00', 1320, 1800],
    ['20:00-1:00', 1200, 1500],
    ['晚上7点至9点', 1140, 1260],
    ['９：００—１１：００', 540, 660],
    ['九点至十一点半', 540, 690],
    ['09:00:00-11:00:00', 540, 660],
    ['14.00-15.30', 840, 930],
  ])('%s', (written, from, to) => expect(readTimes(written)).toMatchObject({ value: { from, to } }))
  test('one moment leaves the end open', () =>
    expect(readTimes('下午3点')).toMatchObject({ value: { from: 900, to: undefined } }))
  test.each([
    ['14:00-13:00', 'endsBeforeItStarts'],
    ['25:00-26:00', 'badTime'],
    ['待定', 'badTime'],
    ['9:70-10:00', 'badTime'],
    ['3', 'badTime'],
  ])('%s: %s', (written, problem) =>
    expect(readTimes(written)).toMatchObject(problem === 'badTime' && written === '3' ? { value: {} } : { problem }),
  )
  const clock = fc.integer({ min: 0, max: 287 }).map((n) => n * 5)
  const hm = (n: number) => `${Math.floor(n / 60)}:${two(n % 60)}`
  test('in any habit reads back', () =>
    fc.assert(
      fc.property(
        clock,
        clock,
        fc.constantFrom('-', '—', '～', '至', ' - ', '到', '--'),
        fc.constantFrom(
          hm,
          (n: number) => wide(hm(n)),
          (n: number) => `${Math.floor(n / 60)}点${two(n % 60)}分`,
        ),
        (a, b, between, write) => {
          fc.pre(b > a)
          expect(readTimes(write(a) + between + write(b))).toMatchObject({ value: { from: a, to: b } })
        },
      ),
    ))
})

describe('a length', () => {
  test.each([
    ['2.5', 150],
    ['2小时', 120],
    ['2.5小时', 150],
    ['2个小时', 120],
    ['2h', 120],
    ['1.5h', 90],
    ['90分钟', 90],
    ['90min', 90],
    ['1小时30分', 90],
    ['1h30m', 90],
    ['两个半小时', 150],
    ['一个半小时', 90],
    ['半小时', 30],
    ['1:30', 90],
    ['２．５', 150],
    ['3 hours', 180],
    ['约2小时', 120],
  ])('%s', (written, minutes) => expect(readLength(text(written))).toEqual({ value: minutes }))
  test('a number is in the unit of its column', () => {
    expect(readLength(number(2.5))).toEqual({ value: 150 })
    expect(readLength(number(90), 'minutes')).toEqual({ value: 90 })
  })
  test.each([
    [text('半天'), 'halfDayUnclear'],
    [text('若干'), 'badLength'],
    [number(90), 'badLength'],
    [number(-1), 'badLength'],
  ] as const)('%o: %s', (cell, problem) => expect(readLength(cell)).toEqual({ problem }))
})

describe('a mark', () => {
  test.each([
    ['√', 'attended'],
    ['✔', 'attended'],
    ['○', 'absent'],
    ['×', 'absent'],
    ['请假', 'excused'],
    ['事假', 'excused'],
    ['迟到', 'late'],
    ['/', 'notExpected'],
    ['', 'notExpected'],
    ['—', 'notExpected'],
  ])('%s is %s', (written, mark) => expect(readMark(written)).toEqual({ value: mark }))
  test('the sheet’s own legend goes before custom', () => {
    const legend = readLegend('注：○出勤　×缺勤　△请假')
    expect(readMark('○', legend)).toEqual({ value: 'attended' })
    expect(readMark('△', legend)).toEqual({ value: 'excused' })
    expect(readLegend('√出勤　○缺勤　请假　迟到（计入出勤）　/未纳入')).toEqual(
      new Map([
        ['√', 'attended'],
        ['○', 'absent'],
        ['/', 'notExpected'],
      ]),
    )
  })
})

describe('a list of names', () => {
  test.each([
    ['何雪，郑艳斌，彭明', ['何雪', '郑艳斌', '彭明']],
    ['曾勇磊、林丽霞、沈英涛', ['曾勇磊', '林丽霞', '沈英涛']],
    ['许志超 宋斌 梁梅', ['许志超', '宋斌', '梁梅']],
    ['罗　勇国、彭 超', ['罗勇国', '彭超']],
    ['罗 勇国 彭 超 宋斌', ['罗勇国', '彭超', '宋斌']],
    ['张伟\n李娜', ['张伟', '李娜']],
    ['John Smith, Mary Jones', ['John Smith', 'Mary Jones']],
    ['无', []],
  ])('%s', (written, names) => expect(splitNames(written)).toEqual(names))
  test('known names decide where only spaces part them', () => {
    const known = new Set(['欧阳明', '李四', '张伟'])
    expect(splitNames('张伟 欧阳 明 李四', (n) => known.has(n))).toEqual(['张伟', '欧阳明', '李四'])
    expect(possibleNames('张伟 欧阳 明 李四')).toEqual(expect.arrayContaining(['张伟', '欧阳明', '李四']))
  })
})
