import { Asked, type Content } from '../contract.ts'

let made = 0
/** A mark that nobody has yet. */
export const newMark = (): string => `n${Date.now().toString(36)}${(made++).toString(36)}`

export const newAsked = (): Asked => Asked.parse({ id: newMark(), kind: 'yesNo', text: '' })
export const emptyContent = (): Content => ({
  about: '',
  enough: 0,
  sections: [{ id: newMark(), title: '', questions: [] }],
})

export const withAsked = (content: Content, asked: Asked): Content => ({
  ...content,
  sections: content.sections.map((section) => ({
    ...section,
    questions: section.questions.map((one) => (one.id === asked.id ? asked : one)),
  })),
})

export const withoutAsked = (content: Content, id: string): Content => ({
  ...content,
  sections: content.sections.map((section) => ({
    ...section,
    questions: section.questions.filter((one) => one.id !== id),
  })),
})

/** One place up or down, also over the border of a section. */
export function moved(content: Content, id: string, by: 1 | -1): Content {
  const sections = content.sections.map((section) => ({ ...section, questions: [...section.questions] }))
  const at = sections.findIndex(({ questions }) => questions.some((one) => one.id === id))
  const own = sections[at]?.questions
  const i = own?.findIndex((one) => one.id === id) ?? -1
  const [one] = own?.splice(i, 1) ?? []
  if (!own || !one) return content
  if (i + by >= 0 && i + by <= own.length) own.splice(i + by, 0, one)
  else {
    const next = sections[at + by]?.questions
    if (!next) return content
    if (by > 0) next.unshift(one)
    else next.push(one)
  }
  return { ...content, sections }
}
