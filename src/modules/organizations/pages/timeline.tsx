import type { CSSProperties } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { daysBetween, yearOf } from '../../../platform/zone.ts'
import { roleWords } from '../messages.ts'
import type { Membership } from '../people/contract.ts'
import { holdsOn } from '../people/rules.ts'

/** What somebody held from when to when, a bar each; the same stands in words below it. */
export function Timeline({ memberships, today }: { memberships: readonly Membership[]; today: string }) {
  const say = useWords()
  const inOrder = [...memberships].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1))
  const first = inOrder[0]
  if (!first || inOrder.length < 2) return null
  const last = inOrder.reduce((latest, { toDate, fromDate }) => max(latest, toDate ?? fromDate), today)
  const whole = Math.max(1, daysBetween(first.fromDate, last))
  const at = (day: string): number => Math.min(1, Math.max(0, daysBetween(first.fromDate, day) / whole))
  return (
    <div className="timeline" aria-hidden="true">
      {inOrder.map((held) => (
        <div
          key={held.id}
          className="timeline-bar"
          data-held={holdsOn(held, today) || undefined}
          data-open={held.toDate === null || undefined}
          title={`${say(roleWords[held.role])} · ${held.organizationName}`}
          style={variables({ '--from': at(held.fromDate), '--to': held.toDate ? at(held.toDate) : 1 })}
        >
          <i />
        </div>
      ))}
      {yearsBetween(first.fromDate, last).map((year) => (
        <span key={year} className="timeline-year" style={variables({ '--at': at(`${year}-01-01`) })}>
          {year}
        </span>
      ))}
    </div>
  )
}

const max = (a: string, b: string): string => (a > b ? a : b)
const variables = (values: Record<`--${string}`, number>) => values as CSSProperties

/** The beginnings of years to write below: few enough to be read on a phone. */
function yearsBetween(from: string, to: string): number[] {
  const years: number[] = []
  for (let year = yearOf(from) + 1; year <= yearOf(to); year++) years.push(year)
  const every = Math.ceil(years.length / 6)
  return years.filter((_, index) => index % every === 0)
}
