import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

const parts = /^(FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|WKST)=/

/** Is this an RFC 5545 RRULE that speaks of days (no hours, no exotic parts) and gives at least one? */
export function isDayRule(rule: string, firstDay: string): boolean {
  if (!/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/.test(rule)) return false
  if (!rule.split(';').every((part) => parts.test(part))) return false
  try {
    return read(rule, firstDay).next(new Date(0), true) !== null
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

/** The days that the rule gives, from its first day to `until` inclusive. */
export function daysOfRule(rule: string, firstDay: string, until: string): string[] {
  const end = new Date(`${until}T23:59:59Z`)
  return read(rule, firstDay)
    .between(new Date(`${firstDay}T00:00:00Z`), end, true)
    .map((at) => at.toPlainDate().toString())
}

// Days have no zone; noon of UTC is the same day for all who count.
const read = (rule: string, firstDay: string) =>
  new RRuleTemporal({
    rruleString: rule.replace(/UNTIL=(\d{8})(T\d{6}Z)?/, 'UNTIL=$1T235959Z'),
    dtstart: Temporal.ZonedDateTime.from(`${firstDay}T12:00:00[UTC]`),
    temporal: Temporal,
    strict: true,
    maxIterations: 20_000,
  })
