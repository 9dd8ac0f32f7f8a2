import type { Block, Run } from '../../../../../platform/document/contract.ts'
import { writtenDate } from '../../../../../platform/document/rules.ts'
import { type Language, sayIn, type Values, type Words } from '../../../../../platform/i18n.ts'
import { type Figure, questionText, type Series } from '../../../../indicators/contract.ts'
import { alike } from '../../../../indicators/series/rules.ts'
import type { YearInFigures } from '../../contract.ts'
import type { FigureName, SeriesName } from '../../rules.ts'
import { messages } from '../messages.ts'

const mark = '\u0001'
const at = (language: Language): 0 | 1 => (language === 'en' ? 0 : 1)

type Sentence = Words | readonly [Words, Values]

/** Puts words and figures together in one language. */
export class Writer {
  readonly data: YearInFigures
  readonly language: Language
  #tables = 0

  constructor(data: YearInFigures, language: Language) {
    this.data = data
    this.language = language
  }

  say = (words: Words): string => words[at(this.language)]

  has = (name: FigureName): boolean => (this.data.figures[name]?.value ?? 0) > 0

  #values(): Values {
    const { year, scope, counted } = this.data
    return {
      year: String(year),
      before: String(year - 1),
      office: scope.name,
      counted: writtenDate(this.language, counted),
      end: writtenDate(this.language, [`${year}-12-31`, counted].sort()[0] ?? counted),
    }
  }

  plain = (words: Words, values: Values = {}): string => sayIn(this.language, words, { ...this.#values(), ...values })

  heading = (level: number, words: Words): Block => ({ kind: 'heading', level, text: this.plain(words) })

  figure = (figure: Figure, text: string): Run => ({ text, figure: questionText(figure.question) })

  /** Sentences in a row; Latin ones with a space between them. */
  paragraph(...sentences: readonly Sentence[]): Block {
    const runs = sentences.flatMap((sentence, i) => [
      ...(i > 0 && this.language === 'en' ? [{ text: ' ' }] : []),
      ...(typeof sentence[0] === 'string'
        ? this.#runs(sentence as Words, {})
        : this.#runs(sentence[0], sentence[1] as Values)),
    ])
    return { kind: 'paragraph', runs }
  }

  /** Each figure of the sentence becomes a run of its own, which a page can make a door. */
  #runs(words: Words, more: Values): Run[] {
    const { figures } = this.data
    const values: Values = { ...this.#values(), ...more }
    for (const [name, figure] of Object.entries(figures)) {
      values[name] = `${mark}${name}${mark}`
      values[`${name}Count`] = figure.value ?? 0
    }
    return sayIn(this.language, words, values)
      .split(mark)
      .flatMap((text, i) => {
        const figure = i % 2 ? figures[text] : undefined
        if (figure) return [this.figure(figure, this.say(figure.inWords))]
        return text === '' ? [] : [{ text }]
      })
  }

  /** One row for each part of the series, and the whole below; months and parts without any record are left out. */
  table(caption: Words, head: Words, columns: readonly (readonly [Words, SeriesName])[]): Block {
    const series = columns.map(([, name]) => this.data.series[name]).filter((one) => one !== undefined)
    const parts = new Map(series.flatMap((one) => one.parts.map((part) => [part.key, { part, of: one }])))
    const known = [...parts.values()].filter(({ part: { key } }) =>
      series.some((one) => one.parts.some((part) => part.key === key && part.records > 0)),
    )
    const rows = known.map(({ part, of }): Run[] => [
      { text: this.say(part.label) },
      ...series.map((one) => this.#part(one, part, of)),
    ])
    const whole = [
      { text: this.say(messages.total) },
      ...series.map(({ whole }) => this.figure(whole, this.say(whole.written))),
    ]
    return this.drawn(caption, [this.say(head), ...columns.map(([words]) => this.say(words))], [...rows, whole])
  }

  /** A part that this series has no rows in is nought, and asked as the other series asks for it. */
  #part(series: Series, like: Series['parts'][number], of: Series): Run {
    const part = series.parts.find(({ key }) => key === like.key)
    const text = part ? this.say(part.written) : '0'
    const question = part ? part.question : alike(series.whole.question, like.question, of.whole.question)
    return question ? { text, figure: questionText(question) } : { text }
  }

  drawn(caption: Words, heads: readonly string[], rows: Run[][]): Block {
    this.#tables += 1
    return {
      kind: 'table',
      caption: this.plain(caption, { n: this.#tables }),
      columns: heads.map((title, i) => ({ title, align: i === 0 ? 'left' : 'right', width: i === 0 ? 2 : 1 })),
      rows,
    }
  }
}
