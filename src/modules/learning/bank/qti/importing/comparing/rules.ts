import type { Element } from '../../../processing/contract.ts'
import { elementsIn, textIn } from '../../../processing/values/rules.ts'

/** Without the spaces that only lay it out, and without what is nobody's: two that say the same are the same. */
export const tidy = (element: Element): Element => ({
  n: element.n,
  a: Object.fromEntries(
    Object.entries(element.a)
      .filter(([name]) => !name.includes(':') && name !== 'xmlns')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
  c: element.c.flatMap((inner): (Element | string)[] => {
    if (typeof inner !== 'string') return [tidy(inner)]
    return inner.trim() && (element.n === 'value' || element.n === 'base-value') ? [inner.trim()] : []
  }),
})
export const alike = (one: readonly Element[], other: readonly Element[]): boolean =>
  JSON.stringify(one.map(tidy)) === JSON.stringify(other.map(tidy))

/** The order in which right options are listed means nothing, save in an order. */
export const sorted = (declarations: readonly Element[]): Element[] =>
  declarations.map((one) =>
    one.a.cardinality !== 'multiple'
      ? one
      : {
          ...one,
          c: one.c.map((inner) =>
            typeof inner !== 'string' && inner.n === 'correct-response'
              ? { ...inner, c: elementsIn(inner).toSorted((a, b) => (textIn(a).trim() < textIn(b).trim() ? -1 : 1)) }
              : inner,
          ),
        },
  )
