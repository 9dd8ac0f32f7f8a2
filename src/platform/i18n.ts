import { IntlMessageFormat } from 'intl-messageformat'
import { createContext, useContext } from 'react'

export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]
/** The same words in both languages, side by side, so that neither can be forgotten. ICU message syntax. */
export type Words = readonly [en: string, zh: string]
export type Values = Record<string, string | number | Date>

const formats = new Map<string, IntlMessageFormat>()

/** Words in a language, with ICU arguments and plurals. */
export function sayIn(language: Language, words: Words, values?: Values): string {
  const text = words[language === 'en' ? 0 : 1]
  if (!text.includes('{') && !text.includes("'")) return text
  const key = language + text
  let format = formats.get(key)
  if (!format) {
    format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
    formats.set(key, format)
  }
  return String(format.format(values ?? {}))
}

export const LanguageContext = createContext<Language>('zh-CN')

export const useLanguage = (): Language => useContext(LanguageContext)

/** `say(words)` in the reader's language. */
export function useWords(): (words: Words, values?: Values) => string {
  const language = useLanguage()
  return (words, values) => sayIn(language, words, values)
}

/** The language a reader asks for (an Accept-Language header), or the one given. */
export function preferredLanguage(header: string | undefined, otherwise: Language): Language {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? ''
  if (first.startsWith('zh')) return 'zh-CN'
  return first.startsWith('en') ? 'en' : otherwise
}
