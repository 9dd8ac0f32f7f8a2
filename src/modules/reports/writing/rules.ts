import type { Me } from '../../../platform/context.ts'
import type { Language } from '../../../platform/i18n.ts'
import { parsePeriod, periodWords } from '../../indicators/period/rules.ts'
import { can, pathsOf } from '../../organizations/rules.ts'
import { ReportDocument } from './contract.ts'

/** Who writes on a part of the tree, and signs what was written there. */
export const mayWrite = (me: Pick<Me, 'roles'>, path: string): boolean => can(me, 'writeReports', path)
/** Who reads figures there reads what is written with them. */
export const mayRead = (me: Pick<Me, 'roles'>, path: string): boolean => can(me, 'readFigures', path)

/** A template serves the part that it was made for, and all below it. Who writes further up sees it too. */
export const mayUseTemplate = (me: Pick<Me, 'roles'>, path: string): boolean =>
  pathsOf(me, 'writeReports').some((own) => own.startsWith(path) || path.startsWith(own))

/** What stands in a title for the report's own scope and period, as people write it; templates say `{scope}` and `{period}`. */
const marks = { scope: ['[office]', '[单位]'], period: ['[period]', '[时段]'] } as const

/** A title as it is shown to whoever changes it. */
export const shownTitle = (language: Language, title: string): string =>
  (['scope', 'period'] as const).reduce(
    (text, what) => text.replaceAll(`{${what}}`, marks[what][language === 'en' ? 0 : 1]),
    title,
  )

/** A title with the names that its marks stand for. */
export function titleOf(language: Language, title: string, scope: string, period: string): string {
  const known = parsePeriod(period)
  const words = known ? periodWords(known)[language === 'en' ? 0 : 1] : period
  const all = [
    ...['{scope}', ...marks.scope].map((mark) => [mark, scope] as const),
    ...['{period}', ...marks.period].map((mark) => [mark, words] as const),
  ]
  return all.reduce((text, [mark, name]) => text.replaceAll(mark, name), title)
}

/** Deeper than any text is: a document nested further was not made by an editor. */
const deepest = 40

function isTooDeep(json: unknown, left = deepest): boolean {
  if (typeof json !== 'object' || json === null) return false
  return left === 0 || Object.values(json).some((inner) => isTooDeep(inner, left - 1))
}

/** The document by the model, or null when it is none. */
export function documentIn(json: unknown): ReportDocument | null {
  if (isTooDeep(json)) return null
  const read = ReportDocument.safeParse(json)
  return read.success ? read.data : null
}
