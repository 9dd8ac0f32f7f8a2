import type { OfficialDocument } from '../../../../platform/document/contract.ts'
import { type Language, sayIn } from '../../../../platform/i18n.ts'
import type { Settled } from '../../writing/settled/contract.ts'
import { publishingWords as words } from '../messages.ts'

/** What a file carries so that it can be found again, wherever it has been. */
export const markOf = (publishedId: string): string => `linli:report:${publishedId}`

const id = /linli:report:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/

/** The mark in the bytes of a file: as it is, or in the sixteen-bit letters of a PDF's particulars. */
export function markIn(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString('latin1')
  const plain = id.exec(text)?.[1]
  if (plain) return plain
  for (const [, hex = ''] of text.matchAll(/<FEFF([0-9A-F]{4,4000})>/gi)) {
    const wide = Buffer.from(hex, 'hex').swap16().toString('utf16le')
    const found = id.exec(wide)?.[1]
    if (found) return found
  }
  return null
}

type Published = { id: string; settled: Settled; signature: NonNullable<OfficialDocument['signature']> }

export const asDocument = ({ id, settled, signature }: Published): OfficialDocument => ({
  language: settled.language,
  title: settled.title,
  blocks: settled.blocks,
  attachments: [],
  signature,
  mark: markOf(id),
})

/** Every figure in a row of its own: what is counted, where and when, how much, of how many records. */
export function asWorkbook({ id, settled }: Published) {
  const { language } = settled
  const at = language === 'en' ? 0 : 1
  const say = (word: keyof typeof words): string => sayIn(language as Language, words[word])
  const figures = new Map(Object.values(settled.figures).map((figure) => [JSON.stringify(figure.question), figure]))
  return {
    name: settled.title.join(''),
    mark: markOf(id),
    head: [say('definition'), say('period'), say('scope'), say('value'), say('inWords'), say('records')],
    rows: [...figures.values()].map((figure) => [
      figure.definition[at],
      figure.period[at],
      figure.scope.name,
      figure.value,
      figure.inWords[at],
      figure.records,
    ]),
  }
}
