import type { Fact, Measure } from '../../../platform/facts.ts'
import type { Words } from '../../../platform/i18n.ts'
import type { Question } from '../contract.ts'
import { type Period, periodBefore, yearBefore } from '../period/rules.ts'
import { additive, differenceInWords, inWords, partsSum, signed, written, writtenShare } from '../rules.ts'

/** How a value is compared with an earlier one, instead of being told itself. */
export type Comparing = { against: 'yearBefore' | 'periodBefore'; as: 'difference' | 'growth' }

/** A question against an earlier period asks for the difference unless it says otherwise. */
export const comparingOf = ({ against, as }: Pick<Question, 'against' | 'as'>): Comparing | null =>
  against ? { against, as: as ?? 'difference' } : null

export const earlier = ({ against }: Pick<Comparing, 'against'>, period: Period): Period =>
  against === 'yearBefore' ? yearBefore(period) : periodBefore(period)

/** Growth is the difference by the size of what was before; of nothing there is no part. */
export function change({ as }: Comparing, now: number | null, before: number | null): number | null {
  if (now === null || before === null) return null
  if (as === 'difference') return now - before
  return before === 0 ? null : (now - before) / Math.abs(before)
}

const growth = (value: number): Words => {
  const text = signed(value, writtenShare(Math.abs(value)))
  return [text, text]
}

/** The value as written, a change with its sign. */
export function writtenAs(fact: Fact, measure: Measure, comparing: Comparing | null, value: number | null): Words {
  if (!comparing || value === null) return written(fact, measure, value)
  if (comparing.as === 'growth') return growth(value)
  // a difference of shares is read wrong without its unit
  if (measure.kind === 'share') return differenceInWords(fact, measure, value)
  const [en, zh] = written(fact, measure, Math.abs(value))
  return [signed(value, en), signed(value, zh)]
}

export function inWordsAs(fact: Fact, measure: Measure, comparing: Comparing | null, value: number | null): Words {
  if (!comparing || value === null) return inWords(fact, measure, value)
  return comparing.as === 'growth' ? growth(value) : differenceInWords(fact, measure, value)
}

/** A difference adds up as the measure does; a growth never. */
export const additiveAs = (measure: Measure, comparing: Comparing | null): boolean =>
  additive(measure) && comparing?.as !== 'growth'

/**
 * Do the parts' changes sum to the whole's? Of parts in time only where the earlier periods of the parts are together
 * the earlier period of the whole: the month before each month is not the year before.
 */
export function changesSum(
  fact: Fact,
  measure: Measure,
  comparing: Comparing | null,
  by: string,
  { period, pieces }: { period: Period; pieces: readonly Period[] | null },
): boolean {
  if (!partsSum(fact, measure, by) || !additiveAs(measure, comparing)) return false
  if (!comparing || !pieces) return true
  const whole = earlier(comparing, period)
  let reached = whole.from
  for (const piece of pieces) {
    const { from, to } = earlier(comparing, piece)
    if (from !== reached) return false
    reached = to
  }
  return reached === whole.to
}
