import { plain } from '../../rules.ts'

export const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const

const named = /(?:[（(]|(?<![A-Za-z0-9]))([A-HＡ-Ｈ])\s*[.．、:：)）]\s*/g
const withoutEnd = (text: string): string => plain(text).replace(/[\s;；,，、|｜]+$/, '')

export type Listed = { before: string; options: string[] }

/** Options that stand one after the other in one text, each under its letter from A on: 'A.119 B.110', and what stands before them. */
export function listedIn(text: string): Listed | null {
  const found: { from: number; to: number }[] = []
  for (const match of text.matchAll(named))
    if (match[1]?.normalize('NFKC') === letters[found.length])
      found.push({ from: match.index, to: match.index + match[0].length })
  if (found.length < 2) return null
  const options = found.map(({ to }, i) => withoutEnd(text.slice(to, found[i + 1]?.from ?? text.length)))
  return { before: plain(text.slice(0, found[0]?.from)), options }
}

/** All that one cell lists: under letters, on lines of their own, or with a stroke or a semicolon between them. */
export function listed(text: string): string[] {
  const under = listedIn(text)
  if (under?.before === '') return under.options
  const parts = [/\n/, /[|｜]/, /[;；]/].map((mark) => text.split(mark).map(withoutEnd).filter(Boolean))
  return parts.find((some) => some.length > 1) ?? []
}

/** The answer that stands in the only brackets of a question, which are left empty: '火警电话是（B）。' */
export function answeredIn(stem: string): { stem: string; answer: string } | null {
  const brackets = [...stem.matchAll(/[（(]\s*([A-HＡ-Ｈ、,，]{1,15}|[√×✓✗对错])\s*[)）]/g)]
  const [only, more] = brackets
  return only?.[1] && !more ? { stem: stem.replace(only[0], '（ ）'), answer: only[1] } : null
}

/** Without the letters that stand before the options a second time. */
export function withoutLetters(options: readonly string[]): readonly string[] {
  const bare = options.map((text, i) => {
    const [first] = text.matchAll(named)
    return first?.index === 0 && first[1]?.normalize('NFKC') === letters[i] ? plain(text.slice(first[0].length)) : ''
  })
  return options.length > 1 && bare.every(Boolean) ? bare : options
}
