import { holdsOn, type Span, type SpanRefusal, spanRefusal } from '../people/rules.ts'
import type { Position } from './contract.ts'

export type GroupRefusal = SpanRefusal | 'groupNameTaken'

/** A person is in a group once at a time. */
export const memberRefusal = (wanted: Span, others: readonly Span[]): GroupRefusal | null => spanRefusal(wanted, others)

/** Whoever was in the group on a day: from their first day on, no longer on the day they left. */
export const membersOn = <M extends Span>(members: readonly M[], day: string): M[] =>
  members.filter((member) => holdsOn(member, day))

/** The days on which the group became another one. */
export const changesOf = (members: readonly Span[]): string[] =>
  [...new Set(members.flatMap(({ fromDate, toDate }) => (toDate ? [fromDate, toDate] : [fromDate])))].sort()

const order: Record<Position, number> = { leader: 0, deputy: 1, member: 2 }

/** The leader first, then the deputies. */
export const byPosition = (a: { position: Position }, b: { position: Position }): number =>
  order[a.position] - order[b.position]
