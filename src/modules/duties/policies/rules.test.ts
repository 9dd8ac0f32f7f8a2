import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedSections, runsOf } from './comparing/rules.ts'
import { keyed, sectionsOf, textOf } from './text/rules.ts'

let n = 0
const newKey = () => `key ${++n}`
const pasted = `值班制度

第一章　总则
第一条　为规范值班，制定本制度。
　　值班包括日间和夜间。
第二条 值班人员应当准时到岗。因故不能到岗的，提前一天报告。

第二章 附则
第三条 本制度自发布之日起施行。`

test('a pasted text falls into its chapters and articles, Latin ones too', () => {
  expect(sectionsOf(pasted)).toEqual([
    { heading: '', text: '值班制度' },
    { heading: '第一章　总则', text: '' },
    { heading: '第一条', text: '为规范值班，制定本制度。\n值班包括日间和夜间。' },
    { heading: '第二条', text: '值班人员应当准时到岗。因故不能到岗的，提前一天报告。' },
    { heading: '第二章 附则', text: '' },
    { heading: '第三条', text: '本制度自发布之日起施行。' },
  ])
  expect(sectionsOf('# Purpose\r\nSo that somebody is here.\n\n2. Who comes\nEverybody, by turns.')).toEqual([
    { heading: '# Purpose', text: 'So that somebody is here.' },
    { heading: '2. Who comes', text: 'Everybody, by turns.' },
  ])
})

test('an article that moves down for a new one stays the same section', () => {
  const was = keyed([], sectionsOf(pasted), newKey)
  const is = keyed(
    was,
    sectionsOf(
      pasted.replace('第三条', '第四条').replace('第二章', '第三条 夜间值班两人一组。\n第二章').replace('一天', '两天'),
    ),
    newKey,
  )
  const keyOf = (all: typeof was, heading: string) => all.find((one) => one.heading === heading)?.key
  expect(keyOf(is, '第四条')).toBe(keyOf(was, '第三条'))
  expect(keyOf(is, '第二条')).toBe(keyOf(was, '第二条'))
  expect(was.map(({ key }) => key)).not.toContain(keyOf(is, '第三条'))
  expect(comparedSections(was, is).map(({ as, is: side }) => [as, side?.heading])).toEqual([
    ['kept', ''],
    ['kept', '第一章　总则'],
    ['kept', '第一条'],
    ['changed', '第二条'],
    ['added', '第三条'],
    ['kept', '第二章 附则'],
    ['changed', '第四条'],
  ])
})

test('of a changed sentence only its words are marked; the other sentences stay whole', () => {
  const second = '值班人员应当准时到岗。因故不能到岗的，提前一天报告。'
  const runs = runsOf(second, `${second.replace('一天', '两天')}报告可用短信。`)
  expect(runs.filter(({ as }) => as === 'kept')[0]?.text).toMatch(/^值班人员应当准时到岗。因故不能到岗的，提前/)
  expect(runs.filter(({ as }) => as === 'removed').map(({ text }) => text)).toEqual([expect.stringContaining('一')])
  expect(runs.at(-1)).toEqual({ as: 'added', text: '报告可用短信。' })
})

const piece = fc.constantFrom(
  '值班',
  '人员',
  '到岗。',
  '报告',
  '，',
  '夜间。',
  'duty ',
  'rota. ',
  '\n',
  '第二条 ',
  '一、目的',
  '3. Who',
)
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

test('each side of a comparison is the text of its version, whatever was changed', () => {
  fc.assert(
    fc.property(text, text, (was, is) => {
      const side = (without: string) =>
        runsOf(was, is)
          .filter(({ as }) => as !== without)
          .map((run) => run.text)
          .join('')
      expect([side('added'), side('removed')]).toEqual([was, is])
    }),
  )
})

test('sections opened to write on are the same sections when nothing was written, and no key stands twice', () => {
  fc.assert(
    fc.property(text, text, (was, is) => {
      const first = keyed([], sectionsOf(was), newKey)
      expect(keyed(first, sectionsOf(textOf(first)), newKey)).toEqual(first)
      const keys = keyed(first, sectionsOf(is), newKey).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})
