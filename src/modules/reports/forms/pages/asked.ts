import { useWords } from '../../../../platform/i18n.ts'
import type { Asking } from '../../../indicators/contract.ts'
import type { Ask } from '../contract.ts'
import { formPeriod } from '../periods/rules.ts'
import { partWords } from './messages.ts'

/** The question of a place as the form would ask it for a period; null where that period has no such part. */
export function askedFor({ scope, period, indicator: _, ...asked }: Ask, form: string, office: string): Asking | null {
  const own = formPeriod(period, form)
  return own === null ? null : { ...asked, period: own, scope: scope === 'form' ? office : scope }
}

/** The parts of a period that a form may ask for. */
export const parts: readonly string[] = [
  'form',
  'form:yearBefore',
  'form:periodBefore',
  'toDate',
  'year',
  'quarter',
  'month',
  'H1',
  'H2',
  ...[1, 2, 3, 4].map((quarter) => `Q${quarter}`),
  ...Array.from({ length: 12 }, (_, i) => `M${String(i + 1).padStart(2, '0')}`),
]

/** A part of a form's period in words; what none of our words fits is a period of its own and says itself. */
export function usePart(): (text: string) => string {
  const say = useWords()
  const own = (part: string): string => {
    const [, kind = '', number = ''] = /^([QHM])(\d{1,2})$/.exec(part) ?? []
    if (kind === 'Q') return say(partWords.quarterOf, { number: Number(number) })
    if (kind === 'H') return say(partWords.halfOf, { number })
    if (kind === 'M') return say(partWords.monthOf, { number: Number(number) })
    if (part === 'form' || part === 'year' || part === 'toDate' || part === 'quarter' || part === 'month')
      return say(partWords[part])
    return part
  }
  return (text) => {
    const [part = '', before] = text.split(':')
    if (before === 'yearBefore' || before === 'periodBefore') return say(partWords[before], { part: own(part) })
    return own(part)
  }
}
