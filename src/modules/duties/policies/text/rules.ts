import { merged } from '../../../../platform/comparing.ts'
import type { PolicySection } from '../contract.ts'

type Bare = Omit<PolicySection, 'key'>

const numeral = '[一二三四五六七八九十百千零〇\\d]+'
/** An article: its number is the heading, the rest of the line its text. */
const article = new RegExp(`^(第${numeral}条)[\\s：:、]*(.*)$`)
/** Lines that head what comes: 第一章 总则 · 一、目的 · # Purpose · Article 3. Purpose · 3. Purpose */
const headings = [
  new RegExp(`^第${numeral}[章节编].{0,40}$`),
  new RegExp(`^${numeral}、[^。；！？]{1,40}$`),
  /^#{1,4}\s+\S.{0,80}$/,
  /^(article|section|chapter|part)\s+[\divxlc]+\b.{0,80}$/i,
  /^\d+(\.\d+)*[.)]?\s+[^.;!?]{1,60}$/,
]
const isHeading = (line: string): boolean => headings.some((one) => one.test(line))

/** A text as sections: what stands before the first heading has none. */
export function sectionsOf(text: string): Bare[] {
  const sections: { heading: string; lines: string[] }[] = []
  for (const line of text.replace(/\r\n?/g, '\n').split('\n').map(tidy)) {
    const [, number, rest = ''] = article.exec(line) ?? []
    if (number !== undefined && !isHeading(rest) && !article.test(rest)) {
      sections.push({ heading: number, lines: rest === '' ? [] : [rest] })
    } else if (isHeading(line)) sections.push({ heading: line, lines: [] })
    else {
      if (sections.length === 0) sections.push({ heading: '', lines: [] })
      sections.at(-1)?.lines.push(line)
    }
  }
  return sections
    .map(({ heading, lines }) => ({ heading, text: lines.join('\n').replace(/^\n+|\n+$/g, '') }))
    .filter(({ heading, text: own }) => heading !== '' || own !== '')
}

/** Without the spaces around it, those that Word puts before a Chinese paragraph as well. */
const tidy = (line: string): string => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')

export const textOf = (sections: readonly Bare[]): string =>
  sections.map(({ heading, text }) => [heading, text].filter((part) => part !== '').join('\n')).join('\n\n')

/**
 * Sections with their keys: one that says the same as before, or else one of the same heading, is the same section, and a duty that names it
 * still does when its number has changed.
 */
export function keyed(was: readonly PolicySection[], is: readonly Bare[], newKey: () => string): PolicySection[] {
  const left = new Map(was.map((section) => [section.key, section]))
  const take = (alike: (one: PolicySection) => boolean): string | undefined => {
    const key = [...left.values()].find(alike)?.key
    if (key !== undefined) left.delete(key)
    return key
  }
  const same = is.map((section) => take((one) => one.heading === section.heading && one.text === section.text))
  const said = is.map(({ text }, i) => same[i] ?? (text === '' ? undefined : take((one) => one.text === text)))
  const called = is.map(
    ({ heading }, i) => said[i] ?? (heading === '' ? undefined : take((one) => one.heading === heading)),
  )
  const alike = is.map(({ text }, i) => called[i] ?? take((one) => isAlike(one.text, text)))
  return is.map((section, i) => ({ key: alike[i] ?? newKey(), ...section }))
}

/** Half of the letters of the longer one stand in the other, in order. */
export function isAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) * 2 < Math.max(a.length, b.length)) return false
  const kept = merged([...a], [...b], (letter) => letter).filter(({ as }) => as === 'kept').length
  return kept > 0 && kept * 2 >= Math.max(a.length, b.length)
}
