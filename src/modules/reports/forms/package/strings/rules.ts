import { childrenOf, type Element, escaped, isElement, setAttribute, textIn } from '../xml/rules.ts'

/** The characters of a text with formats; reading aids above them are not part of it. */
export function textOfRuns(holder: Element): string {
  const own = holder.children.filter((child) => isElement(child) && child.name !== 'rPh' && child.name !== 'phoneticPr')
  return textIn({ children: own }).replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

const textsIn = (holder: Element): Element[] => [
  ...childrenOf(holder, 't'),
  ...childrenOf(holder, 'r').flatMap((run) => childrenOf(run, 't')),
]

export type Filled = { start: number; end: number; text: string }

/** Puts words into the blanks of a text, each in the format of the run in which its blank begins. */
export function fillRuns(holder: Element, filled: readonly Filled[]): void {
  let from = 0
  for (const text of textsIn(holder)) {
    const own = textIn(text)
    let out = ''
    let at = 0
    for (const { start, end, text: words } of filled) {
      const [begin, stop] = [start - from, end - from]
      if (stop <= at || begin >= own.length) continue
      if (begin >= at) out += own.slice(at, begin) + words
      at = Math.max(at, Math.min(stop, own.length))
    }
    from += own.length
    setAttribute(text, 'xml:space', 'preserve')
    text.children = [escaped(out + own.slice(at))]
  }
}
