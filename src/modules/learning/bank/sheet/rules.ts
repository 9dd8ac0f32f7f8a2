import { type Bilingual, type Content, type Keys, QuestionFields, type QuestionKind } from '../contract.ts'
import { blank, blanksIn, letterOf, plain, questionRefusal } from '../rules.ts'
import { numberIn, partCredit } from '../scoring/rules.ts'
import { answeredIn, letters, listed, listedIn, withoutLetters } from './options/rules.ts'

/** What a row of the workbook says, by column. */
export type Row = Readonly<Record<string, string | number | undefined>>
export type RowProblem = { problem: string; key: string; values: Record<string, string> }

const han = /\p{Script=Han}/u
const latin = /\p{Script=Latin}/u
export type Language = 'en' | 'zh'

const said = (row: Row, key: string): string => plain(String(row[key] ?? ''))
/** Columns without a language hold Chinese, unless they hold words and none of them is Chinese. */
const languageOf = (row: Row): Language => {
  const text = said(row, 'stem')
  return said(row, 'stemEn') || han.test(text) || !latin.test(text) ? 'zh' : 'en'
}
const both = (row: Row, key: string, language: Language): Bilingual => {
  const [text, en] = [said(row, key), said(row, `${key}En`)]
  return {
    ...(en || (language === 'en' && text) ? { en: en || text } : {}),
    ...(language === 'zh' && text ? { zh: text } : {}),
  }
}
const isSaid = ({ en, zh }: Bilingual): boolean => Boolean(en ?? zh)
const wrong = (problem: string, key: string, values: Record<string, string> = {}): RowProblem => ({
  problem,
  key,
  values,
})

/** A row as a question, or why it is none. `of`: the kind that its table says it is of. */
export function questionOf(written: Row, of?: QuestionKind): QuestionFields | RowProblem {
  const row = answered(spread(written))
  const language = languageOf(row)
  const stem = both(row, 'stem', language)
  if (!isSaid(stem)) return wrong('questionMissing', 'stem')
  const options = letters.map((id) => ({ id: id as string, text: both(row, `option${id}`, language) }))
  const last = options.findLastIndex(({ text }) => isSaid(text))
  const hole = options.findIndex(({ text }, i) => i < last && !isSaid(text))
  if (hole >= 0) return wrong('optionHole', `option${letterOf(hole)}`, { option: letterOf(hole), next: letterOf(last) })
  const given = options.slice(0, last + 1)
  const answer = said(row, 'answer')
  const kind = (row.kind as QuestionKind | undefined) ?? of ?? guessed(given.length, answer, row)
  if (!kind) return wrong('kindUnclear', 'kind')
  if (answer === '' && kind !== 'text') return wrong('answerMissing', 'answer')
  const targets = targetsOf(row, language)
  const content: Content = {
    stem: kind === 'fill' ? withBlanks(stem) : stem,
    options: ['single', 'multiple', 'order', 'match'].includes(kind) ? given : [],
    targets: kind === 'match' ? targets : [],
  }
  const keys = keysOf(kind, answer, given)
  if (!keys) return wrong('answerUnreadable', 'answer', { text: answer.slice(0, 100) })
  const explanation = both(row, 'explanation', language)
  const guide = kind === 'text' ? both(row, 'answer', language) : {}
  const question: QuestionFields = {
    kind,
    content,
    keys: {
      ...keys,
      ...(kind === 'multiple' && row.credit === 'parts' ? { mapping: partCredit(keys.correct) } : {}),
      ...(isSaid(explanation) ? { explanation } : {}),
      ...(isSaid(guide) ? { guide } : {}),
    },
    tags: [
      ...new Set(
        said(row, 'tags')
          .split(/[、,，;；]/)
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ].sort(),
    difficulty: difficultyOf(row.difficulty),
    source: said(row, 'source'),
  }
  if (question.difficulty === 0) return wrong('difficultyUnclear', 'difficulty', { text: said(row, 'difficulty') })
  const refusal = questionRefusal(question)
  if (refusal) return wrong(refusal, refusal === 'languageMissing' ? 'stemEn' : 'answer')
  return beyond(question, answer) ?? question
}

/** What is larger than a question can be is said with its column, and not kept where nobody could change it any more. */
function beyond(question: QuestionFields, answer: string): RowProblem | null {
  const [issue] = QuestionFields.safeParse(question).error?.issues ?? []
  if (!issue) return null
  const [part, list, i] = issue.path
  if (part === 'keys' && list === 'number') return wrong('answerUnreadable', 'answer', { text: answer.slice(0, 100) })
  const own = part === 'content' ? (list === 'options' ? `option${letterOf(Number(i))}` : String(list)) : null
  return wrong('questionTooLong', own ?? (part === 'keys' ? (list === 'explanation' ? list : 'answer') : String(part)))
}

export const isProblem = (read: QuestionFields | RowProblem): read is RowProblem => 'problem' in read

function guessed(options: number, answer: string, row: Row): QuestionKind | null {
  if (said(row, 'targets') || said(row, 'targetsEn')) return 'match'
  if (options >= 2) return lettersIn(answer).length > 1 ? 'multiple' : 'single'
  if (truthOf(answer) !== null) return 'trueFalse'
  if (answer !== '' && blanksIn(withBlank(said(row, 'stem') || said(row, 'stemEn'))) > 0) return 'fill'
  return null
}

/** Options that stand in one cell, or at the end of the question itself, are put into columns of their own. */
function spread(row: Row): Row {
  const own = letters.map((letter) => said(row, `option${letter}`))
  const count = own.findLastIndex(Boolean) + 1
  if (count > 0 || letters.some((letter) => said(row, `option${letter}En`)))
    return { ...row, ...columnsOf(withoutLetters(own.slice(0, count))) }
  const inCell = listed(String(row.options ?? ''))
  if (inCell.length > 0) return { ...row, ...columnsOf(inCell) }
  const inStem = ['trueFalse', 'fill', 'number', 'text', 'match'].includes(String(row.kind))
    ? null
    : listedIn(String(row.stem ?? ''))
  return inStem?.before ? { ...row, stem: inStem.before, ...columnsOf(inStem.options) } : row
}

function answered(row: Row): Row {
  const found = said(row, 'answer') === '' && row.kind !== 'text' ? answeredIn(said(row, 'stem')) : null
  return found ? { ...row, ...found } : row
}

const columnsOf = (options: readonly string[]): Row =>
  Object.fromEntries(options.map((text, i) => [`option${letters[i]}`, text]))

const easy = [
  '很易|很容易|非常容易|very easy',
  '易|容易|简单|较易|easy',
  '中|中等|一般|适中|medium',
  '难|较难|困难|hard',
  '很难|极难|非常难|very hard',
].map((words) => words.split('|'))
function difficultyOf(given: string | number | undefined): number {
  const text = plain(String(given ?? '')).toLowerCase()
  if (text === '') return 3
  const number = /^[1-5]$/.test(text) ? Number(text) : easy.findIndex((words) => words.includes(text)) + 1
  return number
}

const lettersIn = (answer: string): string[] => {
  const plainly = answer
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s、,;.。·和>→-]+/g, '')
  return /^[A-H]+$/.test(plainly) ? [...plainly] : []
}
const truthOf = (text: string): boolean | null => {
  const plainly = text.normalize('NFKC').trim().toLowerCase()
  if (/^(?:对|正确|是|√|✓|✔|t|true|yes|y|right|1)$/.test(plainly)) return true
  return /^(?:错|错误|否|不对|×|✗|✘|x|f|false|no|n|wrong|0)$/.test(plainly) ? false : null
}

function keysOf(kind: QuestionKind, answer: string, options: Content['options']): Keys | null {
  const correct = lettersIn(answer)
  const known = (ids: readonly string[]): boolean =>
    ids.length > 0 && ids.every((id) => options.some((own) => own.id === id))
  switch (kind) {
    case 'single':
    case 'multiple': {
      const named = options.find(({ text }) => text.zh === answer || text.en === answer)?.id
      const ids = known(correct) ? [...new Set(correct)].sort() : named ? [named] : []
      return ids.length > 0 ? { correct: ids } : null
    }
    case 'order':
      return known(correct) ? { correct } : null
    case 'trueFalse': {
      const chosen = options.find(({ id }) => id === correct[0])
      const truth = truthOf(answer) ?? truthOf(chosen?.text.zh ?? chosen?.text.en ?? '')
      return truth === null ? null : { correct: [String(truth)] }
    }
    case 'number': {
      const [value, tolerance] = answer.split(/±|\+\/?-|\+－/).map((part) => numberIn(part))
      if (value === null || value === undefined || tolerance === null) return null
      return { correct: [], number: { value, tolerance: Math.abs(tolerance ?? 0) } }
    }
    case 'fill': {
      const blanks = answer.split(/[;；\n]/).map((one) =>
        one
          .split(/[|｜]/)
          .map((text) => plain(text))
          .filter(Boolean),
      )
      return blanks.every((one) => one.length > 0) ? { correct: [], blanks } : null
    }
    case 'match': {
      const pairs = [
        ...answer
          .normalize('NFKC')
          .toUpperCase()
          .matchAll(/([A-H])\s*[-=:→]?\s*(\d{1,2})/g),
      ]
      return pairs.length > 0 ? { correct: pairs.map(([, from, to]) => `${from} T${to}`).sort() } : null
    }
    case 'text':
      return { correct: [] }
    case 'several':
      return null
  }
}

const withBlank = (text: string): string =>
  blanksIn(text) > 0 ? text : text.replace(/_{2,}|＿+|[（(]\s*[)）]|【\s*】/g, blank)

/** Where blanks are written as brackets or as any other line, they become the one kind of blank; where there is none, it stands at the end. */
function withBlanks(stem: Bilingual): Bilingual {
  const one = (text: string | undefined): string | undefined => {
    const drawn = text && withBlank(text)
    return !drawn || blanksIn(drawn) > 0 ? drawn : `${text} ${blank}`
  }
  const [en, zh] = [one(stem.en), one(stem.zh)]
  return { ...(en ? { en } : {}), ...(zh ? { zh } : {}) }
}

function targetsOf(row: Row, language: Language): Content['targets'] {
  const lines = (key: string): string[] =>
    said(row, key)
      .split('\n')
      .filter(Boolean)
      .map((line) => line.replace(/^\s*\d{1,2}\s*[.、:：)）]\s*/, ''))
  const [own, en] = [lines('targets'), lines('targetsEn')]
  return Array.from({ length: Math.max(own.length, en.length) }, (_, i) => {
    const english = en[i] ?? (language === 'en' ? own[i] : undefined)
    const chinese = language === 'zh' ? own[i] : undefined
    return { id: `T${i + 1}`, text: { ...(english ? { en: english } : {}), ...(chinese ? { zh: chinese } : {}) } }
  })
}
