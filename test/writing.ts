import * as Y from 'yjs'
import { addUpdate, readUpdates } from '../src/modules/reports/writing/updates/actions.ts'
import { textField } from '../src/modules/reports/writing/updates/contract.ts'
import { nodesOf, type Piece } from '../src/modules/reports/writing/updates/text/actions.ts'
import { newId } from '../src/platform/database.ts'
import type { Somebody } from './town.ts'

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** One window: it writes, sends what it has written under a key until it hears that it came, and fetches what others wrote. */
export class Window {
  readonly shared = new Y.Doc()
  #who: Somebody
  readonly #reportId: string
  #unsent: Uint8Array[] = []
  #sending: { key: string; bytes: Uint8Array } | null = null
  #seq = -1

  constructor(who: Somebody, reportId: string) {
    this.#who = who
    this.#reportId = reportId
    this.shared.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#unsent.push(update)
    })
  }

  /** `lost` is which way the network swallows: the request, the answer, or nothing. */
  async send(lost: 'request' | 'answer' | 'nothing'): Promise<void> {
    if (!this.#sending && this.#unsent.length > 0) {
      this.#sending = { key: newId(), bytes: Y.mergeUpdates(this.#unsent) }
      this.#unsent = []
    }
    if (!this.#sending || lost === 'request') return
    const { key, bytes } = this.#sending
    await this.#who.does(addUpdate, { reportId: this.#reportId, key, update: base64(bytes) })
    if (lost === 'nothing') this.#sending = null
  }

  async fetch(fromTheBeginning = false): Promise<number> {
    const after = fromTheBeginning ? -1 : this.#seq
    const { seq, update } = await this.#who.does(readUpdates, { reportId: this.#reportId, after })
    if (update) Y.applyUpdate(this.shared, Buffer.from(update, 'base64'), 'server')
    this.#seq = seq
    return seq
  }

  /** The same window at another time. */
  at(when: string): this {
    this.#who = this.#who.at(when)
    return this
  }

  #first(): Y.XmlText | null {
    const paragraph = this.shared.getXmlFragment(textField).get(0)
    if (!(paragraph instanceof Y.XmlElement)) return null
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
    const text = paragraph.get(0)
    return text instanceof Y.XmlText ? text : null
  }

  /** Into the first paragraph; without words it takes some away. */
  write(at: number, words: string): void {
    const text = this.#first()
    if (!text) return
    if (words === '') text.delete(0, Math.min(text.length, at % 3))
    else text.insert(text.length === 0 ? 0 : at % (text.length + 1), words)
  }

  text = (): string => this.#first()?.toString() ?? ''

  replace(words: string, by: string): void {
    const text = this.#first()
    const at = text?.toString().indexOf(words) ?? -1
    if (!text || at < 0) throw new Error(`${words} does not stand there`)
    this.shared.transact(() => {
      text.delete(at, words.length)
      text.insert(at, by)
    })
  }

  /** As the editor marks what a comment stands on. */
  mark(words: string, thread: string): void {
    const text = this.#first()
    const at = text?.toString().indexOf(words) ?? -1
    if (!text || at < 0) throw new Error(`${words} does not stand there`)
    text.format(at, words.length, { 'comment--AAAAAAA=': { thread } })
  }

  dropParagraph(at: number): void {
    const fragment = this.shared.getXmlFragment(textField)
    if (fragment.length > 1) fragment.delete(at % fragment.length, 1)
  }

  /** A comment on a few letters of any paragraph. */
  markSomewhere(at: number, thread: string): void {
    const text = this.#paragraph(at)
    const from = text.length === 0 ? 0 : at % text.length
    const length = Math.min(3, text.length - from)
    if (length > 0) text.format(from, length, { [`comment--${thread.slice(-8)}`]: { thread } })
  }

  #paragraph(at: number): Y.XmlText {
    const fragment = this.shared.getXmlFragment(textField)
    const paragraph = fragment.get(at % fragment.length)
    if (!(paragraph instanceof Y.XmlElement)) throw new Error('a report has a paragraph')
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
    const text = paragraph.get(0)
    if (!(text instanceof Y.XmlText)) throw new Error('a paragraph has words')
    return text
  }

  /** Into any paragraph: `at` says which and where in it. */
  writeSomewhere(at: number, words: string): void {
    const text = this.#paragraph(at)
    text.insert(at % (text.length + 1), words)
  }

  newParagraph(at: number, words = '新段'): void {
    const fragment = this.shared.getXmlFragment(textField)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    fragment.insert(at % (fragment.length + 1), [paragraph])
  }

  /** At the end, as the editor would. */
  insert(piece: Piece): void {
    const fragment = this.shared.getXmlFragment(textField)
    fragment.insert(fragment.length, nodesOf([piece]))
  }
}
