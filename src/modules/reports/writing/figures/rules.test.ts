import { expect, test } from 'vitest'
import { declareAllFacts } from '../../../../../test/office.ts'
import { declaredFacts, factNamed } from '../../../../platform/facts.ts'
import { searchKey } from '../../../../platform/search.ts'
import { commonFigures, commonOf, findFigures, questionOf, titledOnly, titleIn } from './rules.ts'

test('a figure is found by Chinese, by pinyin or its initials, and by English', () => {
  const found = (query: string) => findFigures(query)[0]?.name
  expect(found('集中')).toBe('studySessions')
  expect(found('jzxx')).toBe('studySessions')
  expect(found('zhiyuan')).toBe('serviceActivities')
  expect(found('rate')).toBe('studyAttendance')
  expect(findFigures('没有的')).toEqual([])
})

test('its letters are those of its Chinese name', () => {
  for (const { words, letters } of commonFigures) expect(searchKey(words[1]).trim()).toBe(`${words[1]} ${letters}`)
})

test('every common figure asks what is declared, and is known again, narrowed or not', () => {
  declareAllFacts()
  expect(declaredFacts().length).toBeGreaterThan(3)
  for (const figure of commonFigures) {
    const fact = factNamed(figure.fact)
    if (!fact) continue
    expect([figure.name, figure.measure in fact.measures]).toEqual([figure.name, true])
    const narrowed = titledOnly(questionOf(figure), '网络安全')
    expect(commonOf(narrowed)).toBe(figure)
    expect(titleIn(narrowed)).toBe('网络安全')
  }
})
