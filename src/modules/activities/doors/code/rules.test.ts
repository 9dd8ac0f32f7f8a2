import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptsDoorCode, doorCode, endOf, hexOfEnd, ownCode, readOwnCode, stepAt, typedLength } from './rules.ts'

const key = Buffer.alloc(32, 7).toString('base64url')
const other = Buffer.alloc(32, 8).toString('base64url')
const noon = new Date('2026-04-15T04:00:00Z')
const after = (seconds: number): Date => new Date(+noon + seconds * 1000)

test('a door’s code is good for its half minute and one on either side', async () => {
  const code = await doorCode(key, stepAt(noon))
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
  expect(await acceptsDoorCode(key, code, noon)).toBe(true)
  expect(await acceptsDoorCode(key, code.toLowerCase(), after(59))).toBe(true)
  expect(await acceptsDoorCode(key, code, after(-30))).toBe(true)
  expect(await acceptsDoorCode(key, code, after(60))).toBe(false)
  expect(await acceptsDoorCode(key, code, after(-31))).toBe(false)
  expect(await acceptsDoorCode(other, code, noon)).toBe(false)
})

test('somebody’s own code is read whole or typed, and by that day’s key alone', () =>
  fc.assert(
    fc.asyncProperty(fc.uuid(), async (id) => {
      const code = await ownCode(key, id)
      const typed = code.slice(0, typedLength)
      expect(await readOwnCode(key, code)).toBe(endOf(id))
      expect(await readOwnCode(key, typed.toLowerCase().replaceAll(/.{4}/g, '$& - '))).toBe(endOf(id))
      expect(await readOwnCode(other, code)).toBe(null)
      expect(hexOfEnd(endOf(id))).toBe(id.slice(-10))
    }),
    { numRuns: 50 },
  ))

test('one wrong character is noticed', async () => {
  const code = await ownCode(key, '00000000-0000-7000-8000-000000000036')
  for (let i = 0; i < code.length; i++) {
    const wrong = code.slice(0, i) + (code[i] === 'A' ? 'B' : 'A') + code.slice(i + 1)
    expect(await readOwnCode(key, wrong)).toBe(null)
  }
  expect(await readOwnCode(key, code.slice(0, 11))).toBe(null)
  expect(await readOwnCode(key, '')).toBe(null)
})
