import { periodAt } from '../periods/rules.ts'
import {
  both,
  type Frame,
  glue,
  glueWords,
  measures,
  nouns,
  others,
  recordWords,
  type Term,
} from '../vocabulary/rules.ts'

/** What a text says, and which of its words say nothing known. */
export type Reading = { says: Frame; rest: string[]; text: string }

type Word = { word: string; says: Frame; latin: boolean }

/** Full-width forms are the same as others; numbering before a label and colons behind it say nothing. */
export const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/([^a-z0-9.,%)]) (?=\S)|(\S) (?=[^a-z0-9(%])/g, '$1$2')
    .replace(/^(?:[([]?[一二三四五六七八九十\d]{1,2}[)\].、)]\s*(?![\d月]))+/u, '')
    .replace(/[::]\s*$/, '')
    .trim()

export type Lexicon = readonly Word[]

/** The words of terms, the longest first. */
export const lexicon = (terms: readonly Term[]): Lexicon =>
  terms
    .flatMap(({ words, says }) =>
      words.map((word) => ({ word: normal(word), says, latin: /^[\x20-\x7f]+$/.test(word) && /[a-z]/i.test(word) })),
    )
    .filter(({ word }) => word !== '')
    .sort((a, b) => b.word.length - a.word.length)

export const common: readonly Term[] = [...both, ...nouns, ...measures, ...others]
export const columnTerms: Lexicon = lexicon([...recordWords, ...others.filter(({ says }) => says.hand)])

const letter = /[a-z0-9]/

const fits = (text: string, at: number, { word, latin }: Word): boolean =>
  text.startsWith(word, at) &&
  (!latin || (!letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + word.length] ?? ' ')))

/** Does a whole head mean a column of records: '学习时间', '队伍名称'? */
export function columnWord(text: string): Frame | null {
  const bare = normal(text)
    .replace(/\(.*?\)/g, '')
    .replace(/^[\d.、]+/, '')
    .trim()
  return columnTerms.find(({ word }) => word === bare)?.says ?? null
}

/** Reads a label from left to right, taking the longest known word at each place. */
export function readLabel(label: string, words: Lexicon): Reading {
  const text = normal(label)
  const said: Frame[] = []
  let rest = ''
  for (let at = 0; at < text.length; ) {
    const known = words.find((word) => fits(text, at, word))
    const time = letter.test(text[at - 1] ?? ' ') && letter.test(text[at] ?? ' ') ? null : periodAt(text.slice(at))
    if (time && (!known || time.length >= known.word.length)) {
      said.push(time.says)
      rest += ' '
      at += time.length
    } else if (known) {
      said.push(known.says)
      rest += ' '
      at += known.word.length
    } else rest += text[at++]
  }
  return { says: serving(said.reduce(joined, {}), text), rest: leftOver(rest), text }
}

/** Volunteers who served are counted where they did; volunteers alone are those on the list. */
function serving(says: Frame, text: string): Frame {
  if (says.noun !== 'volunteer' || !/参与|参加|有.{0,4}时长|who served|took part/.test(text)) return says
  const counted = says.measure === undefined || broad.has(says.measure) || /有.{0,4}时长/.test(text)
  const measure = counted ? 'people' : says.measure
  return { ...says, noun: 'service', measure: says.measure === 'turnout' ? 'turnout' : (measure ?? 'people') }
}

const leftOver = (text: string): string[] =>
  text
    .split(/[\s()[\]/、,，。;:"'“”《》<>·.+-]+/u)
    .map((piece) => (glueWords.has(piece) ? '' : piece.replace(glue, '')))
    .filter((piece) => piece !== '' && !/^\d+$/.test(piece))

/** '应到' says more than the '人次' behind it. */
const broad = new Set(['people', 'turnout', 'count'])
const isBroader = (a: string, b: string): boolean => broad.has(a) && !broad.has(b)

/** Puts together what two words of one text say: what says more wins, and of two equal ones the later. */
export function joined(before: Frame, after: Frame): Frame {
  const out: Frame = { ...before, ...after }
  if (before.noun && after.noun && after.weak && !before.weak) out.noun = before.noun
  if (before.noun && after.noun && !(before.weak && after.weak)) delete out.weak
  if (before.noun && !after.noun && !before.weak) delete out.weak
  if (before.measure && after.measure && (after.vague || isBroader(after.measure, before.measure)))
    out.measure = before.measure
  if (before.measure && after.measure && !(before.vague && after.vague)) delete out.vague
  if (before.filter && after.filter) out.filter = { ...before.filter, ...after.filter }
  return out
}

export const activityKinds = new Set(['study', 'service', 'training', 'meeting', 'event', 'visit'])

/** What a farther text adds to what is said nearer: only what is not said yet. */
export function filledUp(near: Frame, far: Frame): Frame {
  const out: Frame = { ...far, ...near }
  if (near.weak && far.noun && !far.weak && (near.noun !== 'activity' || activityKinds.has(far.noun))) {
    out.noun = far.noun
    delete out.weak
  } else if (near.noun && !near.weak) delete out.weak
  if (near.vague && far.measure && !far.vague) {
    out.measure = far.measure
    delete out.vague
  } else if (near.measure && !near.vague) delete out.vague
  if (near.filter || far.filter) out.filter = { ...far.filter, ...near.filter }
  return out
}
