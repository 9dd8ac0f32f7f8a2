import type { Bilingual, Content, Keys, QuestionFields } from './contract.ts'

export type QuestionRefusal =
  | 'stemMissing'
  | 'languageMissing'
  | 'optionsFew'
  | 'optionTwice'
  | 'keyMissing'
  | 'keyUnknown'
  | 'onlyOneKey'
  | 'orderIncomplete'
  | 'matchUnclear'
  | 'blanksDiffer'
  | 'nothingChanged'

/** Lines without spaces at their ends, one space between words, no empty lines, nothing that XML cannot hold. */
export const plain = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .split(/\r?\n|\r/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')

export const blank = '____'
export const blanksIn = (stem: string): number => stem.split(blank).length - 1

export type Asked = Pick<QuestionFields, 'kind' | 'content' | 'keys'>
const languages = ['en', 'zh'] as const

/** Why a question cannot be asked as it stands. */
export function questionRefusal({ kind, content, keys }: Asked): QuestionRefusal | null {
  const { stem, options, targets } = content
  const said = languages.filter((language) => stem[language])
  if (said.length === 0) return 'stemMissing'
  const whole = (text: Bilingual): boolean => said.every((language) => text[language])
  if (![...options, ...targets].every(({ text }) => whole(text))) return 'languageMissing'
  const ids = new Set(options.map(({ id }) => id))
  const targetIds = new Set(targets.map(({ id }) => id))
  if (ids.size < options.length || targetIds.size < targets.length) return 'optionTwice'
  if (new Set(keys.correct).size < keys.correct.length) return 'keyUnknown'
  if (keys.rules) return kind === 'fill' && keys.rules.responses.length === 0 ? 'blanksDiffer' : null
  switch (kind) {
    case 'single':
    case 'multiple':
      return choiceRefusal(kind, ids, keys.correct)
    case 'trueFalse':
      if (keys.correct.length === 0) return 'keyMissing'
      return keys.correct.length === 1 && /^(?:true|false)$/.test(keys.correct[0] ?? '') ? null : 'keyUnknown'
    case 'order':
      if (ids.size < 2) return 'optionsFew'
      if (!keys.correct.every((id) => ids.has(id))) return 'keyUnknown'
      return keys.correct.length === ids.size ? null : 'orderIncomplete'
    case 'match':
      return matchRefusal(ids, targetIds, keys.correct)
    case 'number':
      return keys.number ? null : 'keyMissing'
    case 'fill': {
      const count = keys.blanks?.length ?? 0
      if (count === 0) return 'keyMissing'
      return said.every((language) => blanksIn(stem[language] ?? '') === count) ? null : 'blanksDiffer'
    }
    case 'text':
      return null
    case 'several':
      return 'keyMissing'
  }
}

function choiceRefusal(kind: 'single' | 'multiple', ids: ReadonlySet<string>, correct: readonly string[]) {
  if (ids.size < 2) return 'optionsFew'
  if (correct.length === 0) return 'keyMissing'
  if (!correct.every((id) => ids.has(id))) return 'keyUnknown'
  return kind === 'single' && correct.length > 1 ? 'onlyOneKey' : null
}

function matchRefusal(ids: ReadonlySet<string>, targets: ReadonlySet<string>, correct: readonly string[]) {
  if (ids.size === 0 || targets.size === 0) return 'optionsFew'
  if (correct.length === 0) return 'keyMissing'
  const pairs = correct.map((pair) => pair.split(' '))
  const known = pairs.every(([from, to]) => ids.has(from ?? '') && targets.has(to ?? ''))
  if (!known) return 'keyUnknown'
  return new Set(pairs.map(([from]) => from)).size < pairs.length ? 'matchUnclear' : null
}

/** In the reader's language, else in the one that is there. */
export const inLanguage = (text: Bilingual | undefined, language: 'en' | 'zh-CN'): string =>
  (language === 'en' ? (text?.en ?? text?.zh) : (text?.zh ?? text?.en)) ?? ''

/** Letters as they stand before options: A to Z, then AA. */
export const letterOf = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26)

/** The name of one of several things that are asked, before the names of its options: `p0.A`. */
export const inPiece = (i: number, id: string): string => `p${i}.${id}`
/** Without that name; an option of a pair each. */
export const outOfPiece = (entry: string): string => entry.replace(/(^| )p\d+\./g, '$1')
export const isOfPiece = (i: number, entry: string): boolean => entry.startsWith(`p${i}.`) || entry.startsWith(`p${i}=`)

/** One of several things that are asked as a question of its own, under its own names again. */
export function pieceOf({ content, keys }: Pick<Asked, 'content' | 'keys'>, i: number): Asked | null {
  const piece = content.pieces?.[i]
  if (!piece) return null
  const own = (all: Content['options']): Content['options'] =>
    all.filter(({ id }) => isOfPiece(i, id)).map((one) => ({ ...one, id: outOfPiece(one.id) }))
  const { kind, text = {}, most } = piece
  const right = keys.correct.filter((entry) => isOfPiece(i, entry))
  const said = right.map((entry) => entry.slice(`p${i}=`.length))
  const typed: Keys =
    kind === 'number' && said[0] !== undefined
      ? { correct: [], number: { value: Number(said[0]), tolerance: 0 } }
      : { correct: [], ...(said.length > 0 ? { blanks: [said] } : {}) }
  return {
    kind,
    content: { stem: text, options: own(content.options), targets: own(content.targets), ...(most ? { most } : {}) },
    keys: kind === 'fill' || kind === 'number' ? typed : { correct: right.map(outOfPiece) },
  }
}
