import { globSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import type { Words } from '../src/platform/i18n.ts'

const root = join(import.meta.dirname, '..')
const files = globSync('src/**/messages.ts', { cwd: root }).sort()

const isWords = (value: unknown): value is Words =>
  Array.isArray(value) && value.length === 2 && value.every((text) => typeof text === 'string')

/** Every pair of words that a file of messages exports, with the way to it. */
function pairsIn(value: unknown, way: string): [way: string, words: Words][] {
  if (isWords(value)) return [[way, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => pairsIn(inner, `${way}.${key}`))
}

/** The arguments that a message shows. One that only chooses between singular and plural is English's own affair. */
function shownBy(text: string, language: string): string[] {
  const names = new Set<string>()
  const visit = (parts: ReturnType<IntlMessageFormat['getAst']>, counted?: string): void => {
    for (const part of parts) {
      if ('options' in part) for (const option of Object.values(part.options)) visit(option.value, part.value)
      else if (part.type === TYPE.pound) names.add(counted ?? '')
      else if (part.type !== TYPE.literal && 'value' in part) names.add(part.value)
    }
  }
  visit(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}
const TYPE = { literal: 0, pound: 7 }

const han = /\p{Script=Han}/u
/** A language is named in itself, and a Chinese term may stand in brackets or quotation marks behind its translation. */
const withoutTerms = (text: string): string => text.replace(/中文|\([^)]*\)|“[^”]*”/g, '')
/** Names of languages and signs are the same wherever they stand. */
const sameInBoth = ([en, zh]: Words): boolean => en === zh

describe.each(files)('%s', async (file) => {
  const pairs = pairsIn(await import(join(root, file)), '')
  test('says everything in both languages', () => {
    const wrong = pairs.filter(([, words]) => {
      const [en, zh] = words
      return !sameInBoth(words) && (en.trim() === '' || zh.trim() === '' || han.test(withoutTerms(en)))
    })
    expect(wrong).toEqual([])
  })
  test('takes the same arguments in both', () => {
    const wrong = pairs.filter(([, [en, zh]]) => String(shownBy(en, 'en')) !== String(shownBy(zh, 'zh-CN')))
    expect(wrong).toEqual([])
  })
  test('writes Chinese with full-width marks and without exclamation', () => {
    const wrong = pairs.filter(([, [, zh]]) => /\p{Script=Han}[,;:?!]|！/u.test(zh))
    expect(wrong).toEqual([])
  })
})
