import type { Bilingual, Question } from '../contract.ts'
import { plain } from '../rules.ts'
import { partCredit } from '../scoring/rules.ts'

export const said = ({ en, zh }: Bilingual): Bilingual => ({
  ...(plain(en ?? '') ? { en: plain(en ?? '') } : {}),
  ...(plain(zh ?? '') ? { zh: plain(zh ?? '') } : {}),
})
export const isSaid = (text: Bilingual): boolean => Boolean(text.en ?? text.zh)

/** Scored in a way that cannot be written here: by rules or weights of its own. */
export function isGiven({ kind, keys }: Pick<Question, 'kind' | 'keys'>): boolean {
  if (keys.rules || kind === 'several') return true
  return keys.mapping !== undefined && (kind !== 'multiple' || !sameCredit(keys))
}
const sameCredit = ({ correct, mapping }: Question['keys']): boolean => {
  const plainly = ({ entries, ...rest }: NonNullable<typeof mapping>) =>
    JSON.stringify([entries.map(({ key, value }) => `${key} ${value}`).sort(), rest.otherwise, rest.lower, rest.upper])
  return mapping !== undefined && plainly(mapping) === plainly(partCredit(correct))
}

/** What was given, with its texts as they are written now. */
export function written({ options, targets, pieces, ...rest }: Question['content']): Question['content'] {
  const texts = (all: typeof options) => all.map((one) => ({ ...one, text: said(one.text) }))
  const spoken = pieces?.map(({ text, ...piece }) => {
    const own = said(text ?? {})
    return { ...piece, ...(isSaid(own) ? { text: own } : {}) }
  })
  return { ...rest, options: texts(options), targets: texts(targets), ...(spoken ? { pieces: spoken } : {}) }
}
