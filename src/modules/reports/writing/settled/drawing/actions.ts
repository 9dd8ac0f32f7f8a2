import type { Context } from '../../../../../platform/context.ts'
import type { Block, Run } from '../../../../../platform/document/contract.ts'
import { factNamed } from '../../../../../platform/facts.ts'
import { type Language, sayIn, type Values, type Words } from '../../../../../platform/i18n.ts'
import { compared, figureRecords, inParts, partFigures } from '../../../../indicators/actions.ts'
import { type Figure, questionText, type Series } from '../../../../indicators/contract.ts'
import { listing } from '../../../../indicators/records/rules.ts'
import type { BlockOf, Condition, DocumentQuestion, Inline, SimpleBlock } from '../../contract.ts'
import { isPicture } from '../../pictures/known/actions.ts'
import { askingOf, type Named, type Place } from '../asking/rules.ts'
import { messages, reasonWords } from '../messages.ts'
import { at, chipText, holds, joined, numberIn, oneRun, wordText } from '../rules.ts'
import { breakdownTable, columnsNamed, type Measured } from '../tables/rules.ts'

/** A figure, or why there is none. */
export type Answer = Figure | { missing: string }
/** A block with the place in the tree and in time that it speaks of. */
export type Placed = { block: SimpleBlock; place: Place } | { when: Condition; place: Place; inside: readonly Placed[] }

type Given = { language: Language; answers: ReadonlyMap<string, Answer>; named: Named; today: string }

/** Turns blocks with questions into blocks with answers, and notes which figures were used. */
export class Drawing {
  readonly #context: Context
  readonly #given: Given
  readonly #used = new Map<string, Figure>()

  constructor(context: Context, given: Given) {
    this.#context = context
    this.#given = given
  }

  figures = (): Record<string, Figure> => Object.fromEntries(this.#used)

  async blocks(placed: readonly Placed[]): Promise<Block[]> {
    const drawn: Block[] = []
    for (const one of placed) {
      if (!('when' in one)) drawn.push(...(await this.#block(one.block, one.place)))
      else if (this.#holds(one.when, one.place)) this.#add(drawn, await this.blocks(one.inside), one.when.joins)
    }
    return drawn
  }

  #add(drawn: Block[], more: readonly Block[], joins: boolean): void {
    const [last, first] = [drawn.at(-1), more[0]]
    if (!joins || last?.kind !== 'paragraph' || first?.kind !== 'paragraph') {
      drawn.push(...more)
      return
    }
    const runs = joined(this.#given.language, last.runs, first.runs)
    drawn.splice(-1, 1, { kind: 'paragraph', runs }, ...more.slice(1))
  }

  #holds({ question, op, value }: Condition, place: Place): boolean {
    const answer = this.#answer(question, place)
    return !('missing' in answer) && holds(answer.value, op, value)
  }

  #say = (words: Words, values?: Values): string => sayIn(this.#given.language, words, values)

  #answer(question: DocumentQuestion | null, place: Place): Answer {
    if (!question) return { missing: 'notChosen' }
    const asking = askingOf(question, place, this.#given.named)
    return (asking && this.#given.answers.get(questionText(asking))) ?? { missing: 'unknownIndicator' }
  }

  #missing = (reason: string): Run => ({
    text: this.#say(messages.missing, { why: this.#say(reasonWords(reason)) }),
    missing: true,
  })

  #use(figure: Figure): string {
    const key = questionText(figure.question)
    this.#used.set(key, figure)
    return key
  }

  #runs(content: readonly Inline[], place: Place): Run[] {
    const { language, today } = this.#given
    return content.map((piece): Run => {
      if (piece.type === 'text') return { text: piece.text }
      if (piece.type === 'word') return { text: wordText(language, piece.attrs.what, place, today) }
      const answer = this.#answer(piece.attrs.question, place)
      if ('missing' in answer) return this.#missing(answer.missing)
      return { text: chipText(language, answer, piece.attrs.spelled), figure: this.#use(answer) }
    })
  }

  #lines = (paragraphs: readonly BlockOf<'paragraph'>[], place: Place): Run[] =>
    paragraphs
      .map(({ content }) => this.#runs(content, place))
      .reduce((all, more) => joined(this.#given.language, all, more), [])

  async #block(block: SimpleBlock, place: Place): Promise<Block[]> {
    switch (block.type) {
      case 'heading': {
        const { text } = oneRun(this.#runs(block.content, place))
        return [{ kind: 'heading', level: block.attrs.level, text }]
      }
      case 'paragraph':
        return [{ kind: 'paragraph', runs: this.#runs(block.content, place) }]
      case 'bulletList':
      case 'orderedList': {
        const items = block.content.map(({ content }) => this.#lines(content, place))
        return [{ kind: 'list', ordered: block.type === 'orderedList', items }]
      }
      case 'picture':
        if (!(await isPicture(this.#context, block.attrs.file)))
          return [{ kind: 'paragraph', runs: [this.#missing('pictureMissing')] }]
        return [{ kind: 'picture', ...block.attrs }]
      case 'table':
        return this.#table(block, place)
      case 'chart':
        return [await this.#chart(block, place)]
      case 'recordList':
        return this.#records(block, place)
      case 'breakdown':
        return [await this.#breakdown(block, place)]
      case 'comparison':
        return [this.#comparison(block, place)]
    }
  }

  #table({ attrs: { caption }, content }: BlockOf<'table'>, place: Place): Block[] {
    const all = content.filter((row) => row.content.length > 0)
    const wide = Math.max(0, ...all.map((row) => row.content.length))
    if (wide === 0) return []
    const withHead = all[0]?.content.every(({ type }) => type === 'tableHeader') ?? false
    const cells = all.map((row) =>
      Array.from({ length: wide }, (_, i) => this.#lines(row.content[i]?.content ?? [], place)),
    )
    const [head, body] = withHead ? [cells[0] ?? [], cells.slice(1)] : [[], cells]
    const columns = Array.from({ length: wide }, (_, i) => {
      const figuresOnly = body.length > 0 && body.every((row) => row[i]?.length === 1 && row[i]?.[0]?.figure)
      const width = all[0]?.content[i]?.attrs.colwidth?.[0] ?? 100
      return { title: oneRun(head[i] ?? []).text, align: figuresOnly ? ('right' as const) : ('left' as const), width }
    })
    return [{ kind: 'table', caption, columns, rows: body.map((row) => row.map(oneRun)) }]
  }

  async #chart({ attrs }: BlockOf<'chart'>, place: Place): Promise<Block> {
    const answer = this.#answer(attrs.question, place)
    if ('missing' in answer) return { kind: 'paragraph', runs: [this.#missing(answer.missing)] }
    const { language } = this.#given
    const { parts } = await inParts(this.#context, answer, attrs.by)
    return {
      kind: 'chart',
      caption: attrs.caption || answer.definition[at(language)],
      as: attrs.kind,
      labels: parts.map(({ label }) => label[at(language)]),
      values: parts.map(({ written }) => numberIn(written[0])),
      figure: this.#use(answer),
    }
  }

  async #breakdown({ attrs }: BlockOf<'breakdown'>, place: Place): Promise<Block> {
    const measured: Measured[] = []
    for (const { title, question } of attrs.columns) {
      const answer = this.#answer(question, place)
      if ('missing' in answer) measured.push({ title, missing: this.#missing(answer.missing) })
      else measured.push({ title, series: (await inParts(this.#context, answer, attrs.by)) satisfies Series })
    }
    const broken = breakdownTable(this.#given.language, attrs, measured)
    if (!broken) return { kind: 'paragraph', runs: [{ text: this.#say(messages.noRecords) }] }
    for (const figure of [...broken.wholes, ...(await partFigures(this.#context, broken.cells))]) this.#use(figure)
    return broken.table
  }

  /** What nothing is on record for in the earlier period is not compared. */
  #comparison({ attrs: { caption, against, rows } }: BlockOf<'comparison'>, place: Place): Block {
    const { language, today } = this.#given
    const cell = (figure: Figure): Run =>
      figure.value === null || figure.records === 0
        ? { text: this.#say(messages.nothing) }
        : { text: figure.inWords[at(language)], figure: this.#use(figure) }
    const drawn = rows.flatMap(({ title, question }): Run[][] => {
      const [now, before] = [this.#answer(question, place), this.#answer({ ...question, period: against }, place)]
      if ('missing' in now) return [[{ text: title }, this.#missing(now.missing), { text: '' }, { text: '' }]]
      if ('missing' in before || before.records === 0) return []
      const change = now.records > 0 ? compared(now, before).written[at(language)] : '—'
      return [[{ text: title }, cell(before), cell(now), { text: change }]]
    })
    if (drawn.length === 0) return { kind: 'paragraph', runs: [{ text: this.#say(messages.noRecords) }] }
    const heads = [
      this.#say(messages.item),
      wordText(language, against, place, today),
      wordText(language, 'period', place, today),
      this.#say(messages.change),
    ]
    return { kind: 'table', caption, columns: columnsNamed(heads), rows: drawn }
  }

  async #records({ attrs }: BlockOf<'recordList'>, place: Place): Promise<Block[]> {
    const answer = this.#answer(attrs.question, place)
    if ('missing' in answer) return [{ kind: 'paragraph', runs: [this.#missing(answer.missing)] }]
    if (answer.records === 0) return [{ kind: 'paragraph', runs: [{ text: this.#say(messages.noRecords) }] }]
    const { language } = this.#given
    const look = { search: '', offset: 0, limit: attrs.limit }
    const all = await figureRecords(this.#context, { ...answer.question, filter: answer.question.filter, ...look })
    const columns = attrs.columns.flatMap((name) => all.columns.filter((column) => column.name === name))
    const chosen = columns.length > 0 ? { ...all, columns } : all
    const { head, rows } = listing(chosen, language, this.#context.me.timeZone)
    const lines = rows.map((row) => row.map((value): Run => ({ text: value === null ? '' : String(value) })))
    const between = this.#say(messages.between)
    const items = lines.map((line) => [{ text: line.flatMap(({ text }) => text || []).join(between) }])
    const fact = factNamed(answer.question.fact)
    const named = chosen.columns.some(({ name }) => {
      const column = fact?.columns[name]
      return column?.type === 'reference' && column.person === true
    })
    const people = named ? { people: true as const } : {}
    const list: Block =
      attrs.as === 'list'
        ? { kind: 'list', ordered: true, items, ...people }
        : {
            kind: 'table',
            caption: attrs.caption || answer.definition[at(language)],
            columns: head.map((title) => ({ title, align: 'left', width: 1 })),
            rows: lines,
            ...people,
          }
    const more = this.#say(messages.more, { shown: rows.length, total: all.total })
    const note: Block = { kind: 'paragraph', runs: [{ text: more, figure: this.#use(answer) }] }
    return all.total > rows.length ? [list, note] : [list]
  }
}
