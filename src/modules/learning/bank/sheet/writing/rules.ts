import type { Bilingual, Keys, QuestionFields, QuestionKind } from '../../contract.ts'
import { letterOf } from '../../rules.ts'
import type { Language, Row } from '../rules.ts'

/** Options named by their letters and targets by their numbers, as a workbook has them; the keys follow. */
export function lettered(question: QuestionFields): QuestionFields {
  const { content, keys } = question
  const names = new Map(content.options.map(({ id }, i) => [id, letterOf(i)]))
  const numbers = new Map(content.targets.map(({ id }, i) => [id, `T${i + 1}`]))
  const renamed = (key: string): string => {
    const [from = '', to] = key.split(' ')
    const letter = names.get(from) ?? from
    return to === undefined ? letter : `${letter} ${numbers.get(to) ?? to}`
  }
  const correct = keys.correct.map(renamed)
  return {
    ...question,
    content: {
      ...content,
      options: content.options.map((option) => ({ ...option, id: renamed(option.id) })),
      targets: content.targets.map((target) => ({ ...target, id: numbers.get(target.id) ?? target.id })),
    },
    keys: {
      ...keys,
      correct: question.kind === 'order' ? correct : correct.sort(),
      ...(keys.mapping
        ? {
            mapping: {
              ...keys.mapping,
              entries: keys.mapping.entries.map(({ key, value }) => ({ key: renamed(key), value })),
            },
          }
        : {}),
    },
  }
}

const truths = { true: ['True', '对'], false: ['False', '错'] } as const

/** A question as a row, by column; English stands in its own columns. */
export function rowOf(question: QuestionFields): Row {
  const { kind, content, keys, tags, difficulty, source } = lettered(question)
  const row: Record<string, string | number> = {
    kind,
    difficulty,
    tags: tags.join('、'),
    source,
    credit: keys.mapping ? 'parts' : 'whole',
  }
  const put = (key: string, text: Bilingual | undefined): void => {
    if (text?.zh) row[key] = text.zh
    if (text?.en) row[`${key}En`] = text.en
  }
  put('stem', content.stem)
  for (const { id, text } of content.options) put(`option${id}`, text)
  const lines = (language: Language): string =>
    content.targets.map(({ text }, i) => `${i + 1}. ${text[language] ?? ''}`).join('\n')
  if (content.targets.some(({ text }) => text.zh)) row.targets = lines('zh')
  if (content.targets.some(({ text }) => text.en)) row.targetsEn = lines('en')
  put('explanation', keys.explanation)
  if (kind === 'text') put('answer', keys.guide)
  else row.answer = answerText(kind, keys, content.stem.zh ? 1 : 0)
  return row
}

function answerText(kind: QuestionKind, { correct, number, blanks }: Keys, language: 0 | 1): string {
  if (kind === 'number') return number ? `${number.value}${number.tolerance ? `±${number.tolerance}` : ''}` : ''
  if (kind === 'fill') return (blanks ?? []).map((one) => one.join('|')).join('；')
  if (kind === 'trueFalse') return truths[correct[0] === 'true' ? 'true' : 'false'][language]
  if (kind === 'match') return correct.map((pair) => pair.replace(' T', '-')).join('、')
  return correct.join('')
}
