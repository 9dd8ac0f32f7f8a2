import type { Content } from '../../contract.ts'
import type { Lessons } from '../../proposing/rules.ts'

export type Lesson = { label: string; title: string; content: Content }

/** A title without its year, quarter and month: next year's form teaches and learns under the same one. */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\d+|[一二三四](?=季度)|[上下](?=半年)/g, '')
    .replace(/[\s_()[\]]+/g, '')
    .slice(0, 400)

/** A label means what it was said to mean under this title; under another one only if two or more forms agree on it. */
export function lessonsFrom(all: readonly Lesson[]): Lessons {
  const byLabel = Map.groupBy(all, ({ label }) => label)
  return (label, title) => {
    const known = byLabel.get(label) ?? []
    const own = known.find((lesson) => lesson.title === plainTitle(title))
    if (own) return own.content
    const different = new Set(known.map(({ content }) => JSON.stringify(content)))
    return known.length > 1 && different.size === 1 ? (known[0]?.content ?? null) : null
  }
}
