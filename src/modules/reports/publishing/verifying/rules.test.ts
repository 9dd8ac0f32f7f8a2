import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differingLines } from './rules.ts'

test('a changed number is shown beside the one that was published', () => {
  expect(differingLines(['一', '应到129人次', '三'], ['一', '应到192人次', '三'])).toEqual([
    { was: '应到129人次', is: '应到192人次' },
  ])
  expect(differingLines(['a', 'b'], ['a', 'x', 'b'])).toEqual([{ was: null, is: 'x' }])
  expect(differingLines(['a', 'b', 'c'], ['a', 'c'])).toEqual([{ was: 'b', is: null }])
})

test('the same lines never differ, other ones always do', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (was, is) => {
      const lines = differingLines(was, is)
      expect(lines.length === 0).toBe(was.join('\n') === is.join('\n'))
      const gone = lines.filter((line) => line.was !== null).length
      const come = lines.filter((line) => line.is !== null).length
      if (lines.length < 20) expect(was.length - gone).toBe(is.length - come)
    }),
  )
})
