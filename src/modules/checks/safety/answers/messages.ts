import { type Language, sayIn } from '../../../../platform/i18n.ts'
import type { Answer, Asked } from '../../checklists/contract.ts'
import { checkWords as words } from '../messages.ts'

/** What was answered, as it is read. */
export function valueWords(language: Language, asked: Asked, value: Answer['value']): string {
  if (value === null) return '—'
  if (value === 'na') return sayIn(language, words.notApplicable)
  if (asked.kind === 'yesNo') return sayIn(language, value === 'yes' ? words.yes : words.no)
  if (asked.kind === 'choice') return asked.choices.find(({ id }) => id === value)?.text ?? String(value)
  if (asked.kind === 'score') return `${value} / ${asked.most}`
  if (asked.kind === 'measure') return `${value} ${asked.unit}`.trim()
  return '✓'
}
