import type { Element } from '../../processing/contract.ts'
import { elementsIn } from '../../processing/values/rules.ts'

/** Why an item, or a whole file, is not taken. */
export type QtiRefusal =
  | 'qtiDamaged'
  | 'qtiDoctype'
  | 'qtiScript'
  | 'qtiTooLarge'
  | 'qtiOldVersion'
  | 'qtiNoItem'
  | 'qtiAdaptive'
  | 'qtiInteraction'
  | 'qtiNoInteraction'
  | 'qtiAnswer'
  | 'qtiSeveralInteractions'
  | 'qtiRule'
  | 'qtiNoScore'
  | 'qtiUnreadable'
  | 'qtiPartMissing'
export type QtiFileRefusal = 'qtiNotAPackage' | 'qtiSlip' | 'qtiBomb' | 'qtiNoManifest' | 'qtiNoItems'

/** What runs or fetches: none of it has a place in a question. */
const runs = new Set(['script', 'iframe', 'embed', 'applet', 'frame', 'link', 'form', 'meta', 'base', 'include'])
const reaches = /^\s*(?:javascript|vbscript|data:text\/html)/i

/** The first thing in it that would run, or null. */
export function runningPart(element: Element): string | null {
  if (runs.has(element.n.toLowerCase())) return element.n
  for (const [name, value] of Object.entries(element.a)) {
    if (/^on[a-z]/i.test(name)) return name
    if (/^(?:href|src|data|action|xlink:href)$/i.test(name) && reaches.test(value))
      return `${name}="${value.slice(0, 40)}"`
  }
  for (const inner of elementsIn(element)) {
    const found = runningPart(inner)
    if (found) return found
  }
  return null
}

/** Every element of a name, however deep. */
export const allNamed = (element: Element, is: (name: string) => boolean): Element[] =>
  elementsIn(element).flatMap((inner) => [...(is(inner.n) ? [inner] : []), ...allNamed(inner, is)])
