import type { Language, Words } from '../../../../../../platform/i18n.ts'
import { type Block, type Condition, type DocumentQuestion, type Inline, namedThings } from '../../../contract.ts'
import { commonFigures, questionOf, titledOnly } from '../../../figures/rules.ts'

const periods: Record<string, string> = { before: 'yearBefore', last: 'periodBefore', soFar: 'yearToDate' }
/** What a campaign of its own is called in the titles of its activities. */
const cyber = '网络安全'

const isNamed = (name: string): name is (typeof namedThings)[number] =>
  (namedThings as readonly string[]).includes(name)

/** Makes the blocks of a document out of words in one language; with a campaign, of what carries its name. */
export class Pieces {
  readonly #language: Language
  readonly #campaign: string

  constructor(language: Language, campaign = '') {
    this.#language = language
    this.#campaign = campaign
  }

  say = (words: Words): string => words[this.#language === 'en' ? 0 : 1]

  question(text: string): DocumentQuestion {
    const [name, suffix] = text.split('_')
    const figure = commonFigures.find((one) => one.name === name)
    if (!figure) throw new Error(`no figure is called ${name}`)
    const question = questionOf(figure, { period: periods[suffix ?? ''] ?? 'report' })
    const title = suffix === 'cyber' ? cyber : this.#campaign
    return title ? titledOnly(question, title) : question
  }

  nameOf = (name: string): Words => commonFigures.find((one) => one.name === name)?.words ?? [name, name]

  inline = (words: Words): Inline[] =>
    this.say(words)
      .split(/\{(\w+)\}/)
      .flatMap((piece, i): Inline[] => {
        if (i % 2 === 0) return piece === '' ? [] : [{ type: 'text', text: piece }]
        if (isNamed(piece)) return [{ type: 'word', attrs: { what: piece } }]
        return [{ type: 'figure', attrs: { question: this.question(piece), spelled: 'unit' } }]
      })

  heading = (level: number, words: Words): Block => ({
    type: 'heading',
    attrs: { level },
    content: this.inline(words),
  })

  paragraph = (words: Words): Block => ({ type: 'paragraph', content: this.inline(words) })

  when = (figure: string, op: Condition['op'], content: Block[], joins = false): Block => ({
    type: 'when',
    attrs: { question: this.question(figure), op, value: 0, joins },
    content,
  })

  /** When there is something; otherwise, with `none`, the words that there is nothing. */
  any = (figure: string, content: Block[], none?: Words): Block[] => [
    this.when(figure, '>', content),
    ...(none ? [this.when(figure, '=', [this.paragraph(none)])] : []),
  ]

  /** A sentence that goes on in the paragraph before when there is something to say. */
  more = (figure: string, words: Words): Block => this.when(figure, '>', [this.paragraph(words)], true)

  breakdown = (caption: Words, by: string, head: Words, columns: readonly (readonly [Words, string])[]): Block => ({
    type: 'breakdown',
    attrs: {
      caption: this.say(caption),
      by,
      head: this.say(head),
      columns: columns.map(([words, name]) => ({ title: this.say(words), question: this.question(name) })),
    },
  })

  comparison = (against: 'yearBefore' | 'periodBefore', caption: Words, names: readonly string[]): Block => ({
    type: 'comparison',
    attrs: {
      caption: this.say(caption),
      against,
      rows: names.map((name) => ({ title: this.say(this.nameOf(name)), question: this.question(name) })),
    },
  })

  list = (figure: string, caption: Words, limit: number): Block => ({
    type: 'recordList',
    attrs: { question: this.question(figure), columns: [], limit, as: 'table', caption: this.say(caption) },
  })

  eachCommunity = (...content: Block[]): Block => ({ type: 'perCommunity', content })
}
