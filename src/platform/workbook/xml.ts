import { SaxesParser } from 'saxes'
import { WorkbookRefused } from './refusal.ts'

export type Tags = {
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

const mostWithoutTag = 4 * 1024 * 1024
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Feeds XML piece by piece and pauses after each, so that the caller may hand on what it has collected.
 * A document type is refused: a workbook has none, and with it goes every entity that could expand or fetch.
 */
export async function* parseXml(source: AsyncIterable<Buffer>, tags: Tags): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false })
  let sinceTag = 0
  parser.on('doctype', () => {
    throw new WorkbookRefused('damaged')
  })
  parser.on('error', (error) => {
    throw new WorkbookRefused('damaged', error)
  })
  parser.on('opentag', (tag) => {
    sinceTag = 0
    tags.open?.(local(tag.name), tag.attributes as Record<string, string>)
  })
  parser.on('closetag', (tag) => {
    sinceTag = 0
    tags.close?.(local(tag.name))
  })
  if (tags.text) {
    parser.on('text', (text) => tags.text?.(text))
    parser.on('cdata', (text) => tags.text?.(text))
  }
  let decoder: TextDecoder | undefined
  for await (const piece of source) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8')
    sinceTag += piece.length
    if (sinceTag > mostWithoutTag) throw new WorkbookRefused('damaged')
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
  parser.close()
  yield
}

export async function readXml(source: AsyncIterable<Buffer>, tags: Tags): Promise<void> {
  for await (const _ of parseXml(source, tags));
}
