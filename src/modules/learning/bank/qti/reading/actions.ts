import { readXml } from '../../../../../platform/workbook/xml.ts'
import type { Element } from '../../processing/contract.ts'
import { elementsIn } from '../../processing/values/rules.ts'
import type { QtiRefusal } from './rules.ts'

const most = { bytes: 2 * 1024 * 1024, elements: 20_000, depth: 60 }

export class ItemRefused extends Error {
  reason: QtiRefusal
  what: string
  constructor(reason: QtiRefusal, what = '') {
    super(reason)
    this.reason = reason
    this.what = what
  }
}

const bare = (name: string): string => name.replace(/^qti-/, '')

/** An XML document as a tree. A document type is refused by its name: with it go all entities that expand or fetch. */
export async function treeOf(bytes: Buffer): Promise<Element> {
  if (bytes.length > most.bytes) throw new ItemRefused('qtiTooLarge')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(bytes.toString(bytes[0] === 0xff ? 'utf16le' : 'latin1')))
    throw new ItemRefused('qtiDoctype')
  const root: Element = { n: '', a: {}, c: [] }
  const open = [root]
  let count = 0
  const here = (): Element => open.at(-1) as Element
  try {
    await readXml(
      (async function* () {
        yield bytes
      })(),
      {
        open(name, attributes) {
          if (++count > most.elements || open.length > most.depth) throw new ItemRefused('qtiTooLarge')
          const element: Element = { n: bare(name), a: { ...attributes }, c: [] }
          here().c.push(element)
          open.push(element)
        },
        close: () => void open.pop(),
        text: (text) => void here().c.push(text),
      },
    )
  } catch (error) {
    throw error instanceof ItemRefused ? error : new ItemRefused('qtiDamaged')
  }
  const [first] = elementsIn(root)
  if (!first) throw new ItemRefused('qtiDamaged')
  return first
}
