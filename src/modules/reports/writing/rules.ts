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

/** A title says `{scope}` and `{period}` where the report's own stand. */
export function titleOf(language: Language, title: string, scope: string, period: string): string {
  const known = parsePeriod(period)
  const words = known ? periodWords(known)[language === 'en' ? 0 : 1] : period
  return title.replaceAll('{scope}', scope).replaceAll('{period}', words)
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
