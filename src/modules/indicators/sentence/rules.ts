import type { Column, Fact, Filter, Measure } from '../../../platform/facts.ts'
import { type Language, sayIn, type Words } from '../../../platform/i18n.ts'
import type { Comparing } from '../comparing/rules.ts'
import { messages } from '../messages.ts'
import { type Period, periodPhrase } from '../period/rules.ts'

/** The names behind the ids of a filter, for those columns that have ids: column → id → name. */
export type Names = Readonly<Record<string, Readonly<Record<string, string>>>>

const en = 0
const zh = 1
const pick = (words: Words, language: 0 | 1): string => words[language]

function valueWords(column: Column, name: string, value: string, names: Names): Words {
  if (column.type === 'choice') return column.values[value] ?? [value, value]
  if (value === '') return messages.notStated
  if (column.type === 'many' && column.values) return column.values[value] ?? [value, value]
  if (column.type === 'flag') return value === 'yes' ? messages.yes : messages.no
  const label = names[name]?.[value] ?? value
  return [label, label]
}

const joined = (all: readonly Words[], between: Words): Words => [
  all.map((words) => pick(words, en)).join(between[en]),
  all.map((words) => pick(words, zh)).join(between[zh]),
]

/** What one column's values add to the sentence; null when they are said by the noun itself. */
function phraseOf(column: Column, name: string, values: readonly string[], names: Names): Words {
  if (column.type === 'flag' && column.phrases && values.length === 1)
    return values[0] === 'yes' ? column.phrases.yes : column.phrases.no
  if (values.every((value) => value === '' || value === '='))
    return [`(${column.words[en]}: ${messages.notStated[en]})`, `${messages.notStated[zh]}${column.words[zh]}的`]
  const exact = column.type === 'text' && values.every((value) => value.startsWith('='))
  if (exact) {
    const all = values.map((value) => value.slice(1))
    const [before, after] = joined(
      all.map((v) => (v ? [`“${v}”`, `“${v}”`] : messages.notStated)),
      messages.or,
    )
    return [`(${column.words[en]}: ${before})`, `${column.words[zh]}为${after}的`]
  }
  const said = joined(
    values.map((value) => valueWords(column, name, value, names)),
    messages.or,
  )
  const [before, after] = column.phrase ?? [`(${column.words[en]}: {value})`, `${column.words[zh]}为{value}的`]
  return [before.replace('{value}', said[en]), after.replace('{value}', said[zh])]
}

const nounsOf = (column: Column, values: readonly string[]): Words[] | null => {
  if (column.type !== 'choice' || !column.nouns) return null
  const nouns = values.map((value) => column.nouns?.[value])
  return nouns.every((noun) => noun !== undefined) ? nouns : null
}

/** What a change is, in the same sentence: 2023年…次数较2022年的增减. */
export const changeOf = (definition: Words, as: 'difference' | 'growth', before: Words): Words => {
  const words = as === 'growth' ? messages.growth : messages.change
  const say = (language: Language, at: 0 | 1): string =>
    sayIn(language, words, { definition: definition[at], before: before[at] })
  return [say('en', en), say('zh-CN', zh)]
}

/** A question's sentence as it stands whatever the period and the scope. */
export function standingDefinition(
  { comparing, ...asked }: { fact: Fact; measure: Measure; filter: Filter; comparing: Comparing | null },
  names: Names,
): Words {
  const said = sentence(asked, { when: messages.anyPeriod, where: messages.anyScope, names })
  if (!comparing) return said
  const before = comparing.against === 'yearBefore' ? messages.yearBeforeIt : messages.periodBeforeIt
  return changeOf(said, comparing.as, before)
}

/**
 * What a figure counts, in one sentence: 2023年柳林街道举办的集中学习次数 / Number of study sessions held by … in 2023.
 * It is made of the same measure and filter that the number is made of, so it cannot say anything else.
 */
export function definitionOf(
  asked: { fact: Fact; measure: Measure; filter: Filter },
  { period, scope, names, today }: { period: Period; scope: string; names: Names; today: string },
): Words {
  return sentence(asked, { when: periodPhrase(period, asked.fact.time, today), where: [scope, scope], names })
}

function sentence(
  { fact, measure, filter }: { fact: Fact; measure: Measure; filter: Filter },
  { when, where: scope, names }: { when: Words; where: Words; names: Names },
): Words {
  let noun = fact.words
  const phrases: Words[] = []
  for (const [name, values] of Object.entries(filter)) {
    const column = fact.columns[name]
    if (!column) continue
    const nouns = nounsOf(column, values)
    if (nouns) noun = joined(nouns, messages.and)
    else phrases.push(phraseOf(column, name, values, names))
  }
  const where: Words = filter.part
    ? [sayIn('en', messages.ownLevel, { name: scope[en] }), sayIn('zh-CN', messages.ownLevel, { name: scope[zh] })]
    : scope
  const narrowed = phrases.map((words) => ` ${pick(words, en)}`).join('')
  return [
    `${measure.words[en]} ${noun[en]}${narrowed} ${fact.verb[en]} ${where[en]} ${when[en]}`,
    `${when[zh]}${where[zh]}${fact.verb[zh]}${phrases.map((words) => pick(words, zh)).join('')}${noun[zh]}${measure.words[zh]}`,
  ]
}
