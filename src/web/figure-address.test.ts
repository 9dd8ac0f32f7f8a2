import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figureText, readFigure } from './figure-address.ts'

test('a question survives its way through an address', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/)
  const question = fc.record({
    fact: word,
    measure: word,
    period: fc.constantFrom('2023', '2023-H1', '2023-03-05..2023-04-01'),
    scope: fc.option(fc.uuid(), { nil: undefined }),
    filter: fc.option(fc.stringMatching(/^[a-z]{1,6}=[a-z一-龥 ]{1,10}[a-z]$/), { nil: undefined }),
    ...{ against: fc.constant(undefined), as: fc.constant(undefined) },
  })
  const change = fc.record({
    against: fc.constantFrom('yearBefore' as const, 'periodBefore' as const),
    as: fc.constantFrom('difference' as const, 'growth' as const),
  })
  fc.assert(
    fc.property(question, change, (asked, against) => {
      expect(readFigure(figureText(asked))).toEqual(asked)
      expect(readFigure(figureText({ ...asked, ...against }))).toEqual({ ...asked, ...against })
    }),
  )
})

test('an address that was cut off opens nothing', () => {
  for (const text of ['', 'activity', 'activity.count', '.count 2023', 'activity. 2023'])
    expect(readFigure(text)).toBeNull()
})
