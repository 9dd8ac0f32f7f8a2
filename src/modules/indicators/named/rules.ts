import type { Fact, Filter, StartingIndicator } from '../../../platform/facts.ts'
import type { Words } from '../../../platform/i18n.ts'
import { foldName, searchKey } from '../../../platform/search.ts'
import type { NamedQuestion, Saved } from './contract.ts'
import type { IndicatorRefusal } from './messages.ts'

/** What one version says. */
export type Version = { number: number; name: Words; note: Words; question: NamedQuestion }

/** A starting indicator as its first version says it. */
export const startingVersion = ({ name, question }: StartingIndicator): Version => ({
  number: 1,
  name,
  note: ['', ''],
  question,
})

/** A name in one language stands in both. */
export const named = (en: string, zh: string): Words => [en || zh, zh || en]

export const versionOf = ({ nameEn, nameZh, noteEn, noteZh, ...question }: Saved, number: number): Version => ({
  number,
  name: named(nameEn, nameZh),
  note: [noteEn, noteZh],
  question,
})

/** Do two versions say the same? Then nothing is to be saved. */
export const same = (a: Version, b: Version): boolean => said(a) === said(b)
const said = ({ name, note, question: { fact, measure, filter, against, as, by } }: Version): string =>
  JSON.stringify([name, note, fact, measure, filter, against ?? '', against ? (as ?? 'difference') : '', by ?? ''])

/** Why this may not be kept under these names. */
export function namingRefusal(version: Version, others: readonly { name: Words }[]): IndicatorRefusal | null {
  const [en, zh] = version.name
  if (en === '') return 'indicatorNameMissing'
  const taken = others.some(({ name }) => name[0].toLowerCase() === en.toLowerCase() || name[1] === zh)
  return taken ? 'indicatorNameTaken' : null
}

/** Work is counted, not people looked at: a person is no filter of an indicator that is kept. */
export function personRefusal(fact: Fact, filter: Filter): IndicatorRefusal | null {
  const ofPerson = Object.keys(filter).some((name) => {
    const column = fact.columns[name]
    return column?.type === 'reference' && column.person === true
  })
  return ofPerson ? 'indicatorOfPerson' : null
}

/** Those that a typed word finds: a part of a name in either language, or pinyin initials. */
export function matching<I extends { current: { name: Words } }>(all: readonly I[], q: string): I[] {
  const patterns = foldName(q)
  const sorted = all.toSorted((a, b) => (a.current.name[1] < b.current.name[1] ? -1 : 1))
  if (patterns === '') return sorted
  return sorted.filter(({ current }) => current.name.some((name) => searchKey(name).includes(patterns)))
}
