import type { Element } from '../contract.ts'

export type Atom = string | number | boolean
/** Nothing, one, several, or several in an order. */
export type Value = { atoms: readonly Atom[]; kind: 'one' | 'several' | 'ordered' } | null

export const one = (atom: Atom): Value => ({ atoms: [atom], kind: 'one' })
export const several = (atoms: readonly Atom[], kind: 'several' | 'ordered' = 'several'): Value =>
  atoms.length === 0 ? null : { atoms, kind }

/** A text as a value of a QTI base type; nothing when it is none. */
export function atomOf(text: string, type: string | undefined): Atom | null {
  const plain = text.trim()
  switch (type) {
    case 'integer':
    case 'float': {
      const number = plain === '' ? Number.NaN : Number(plain.normalize('NFKC').replace(/−/g, '-'))
      return Number.isFinite(number) && (type === 'float' || Number.isInteger(number)) ? number : null
    }
    case 'boolean':
      return plain === 'true' ? true : plain === 'false' ? false : null
    case 'pair':
      return plain.split(/\s+/).sort().join(' ')
    case 'directedPair':
      return plain.split(/\s+/).join(' ')
    default:
      return text
  }
}

export const kindOf = (cardinality: string | undefined): 'one' | 'several' | 'ordered' =>
  cardinality === 'ordered' ? 'ordered' : cardinality === 'multiple' ? 'several' : 'one'

export function valueFrom(texts: readonly string[], type: string | undefined, cardinality: string | undefined): Value {
  const atoms = texts.flatMap((text) => atomOf(text, type) ?? [])
  return atoms.length === 0 ? null : { atoms, kind: kindOf(cardinality) }
}

/** Elements among the content, by name. */
export const elementsIn = (element: Element | undefined, name?: string): Element[] =>
  (element?.c ?? []).filter(
    (inner): inner is Element => typeof inner !== 'string' && (name === undefined || inner.n === name),
  )
export const textIn = (element: Element): string =>
  element.c.map((inner) => (typeof inner === 'string' ? inner : textIn(inner))).join('')

/** The same values: in the same order where order counts. */
export function same(one: Value, other: Value): boolean {
  if (!one || !other) return false
  if (one.atoms.length !== other.atoms.length) return false
  const plain = (value: NonNullable<Value>): string[] => {
    const texts = value.atoms.map((atom) => `${typeof atom} ${atom}`)
    return value.kind === 'several' ? texts.sort() : texts
  }
  return plain(one).join('\u0001') === plain(other).join('\u0001')
}
