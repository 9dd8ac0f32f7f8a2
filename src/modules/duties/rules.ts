import type { Me } from '../../platform/context.ts'
import { holdsOn, type Span, type SpanRefusal, spanRefusal } from '../organizations/people/rules.ts'
import { can } from '../organizations/rules.ts'
import { type DutyRow, type Load, type Seat, seats } from './contract.ts'

type Mine = Pick<Me, 'id' | 'roles'>

/** Duties are seen by those who see people there, and by those who hold them. */
export const maySee = (me: Mine, { path, holders }: { path: string; holders: readonly string[] }): boolean =>
  (me.id !== null && holders.includes(me.id)) || can(me, 'seePeople', path)

export const mayChange = (me: Mine, path: string): boolean => can(me, 'organize', path)

export type DutyRefusal = 'noSuchSection' | 'outsideDuty' | 'beginsBeforeLast' | 'holdsBoth' | 'heldByNext'

/** A duty names a section that the policy has. */
export const sourceRefusal = (key: string | null, sections: readonly { key: string }[]): DutyRefusal | null =>
  key === null || sections.some((section) => section.key === key) ? null : 'noSuchSection'

type Held = Span & { personId: string; seat: string }

/** Why a person may not have the seat from that day on, beside all that is held of the duty. */
export function givingRefusal(
  duty: Span,
  wanted: { personId: string; seat: string; fromDate: string },
  holdings: readonly Held[],
): DutyRefusal | null {
  if (!holdsOn(duty, wanted.fromDate)) return 'outsideDuty'
  const of = (same: boolean) => holdings.filter(({ seat }) => (seat === wanted.seat) === same)
  if (of(true).some(({ fromDate }) => fromDate >= wanted.fromDate)) return 'beginsBeforeLast'
  const other = of(false).find((held) => held.toDate === null || held.toDate > wanted.fromDate)
  return other?.personId === wanted.personId ? 'holdsBoth' : null
}

/** Why what is held may not last until that day: by then somebody else has the seat. */
export function endingRefusal(
  held: Held & { id: string },
  toDate: string,
  holdings: readonly (Held & { id: string })[],
): SpanRefusal | DutyRefusal | null {
  const others = holdings.filter(({ id, seat }) => id !== held.id && seat === held.seat)
  const refusal = spanRefusal({ fromDate: held.fromDate, toDate }, others)
  return refusal === 'alreadyHeld' ? 'heldByNext' : refusal
}

/** Who carries how much: the most first. */
export function loadsOf(duties: readonly Pick<DutyRow, 'holder' | 'deputy'>[]): Load[] {
  const loads = new Map<string, Load>()
  for (const duty of duties)
    for (const seat of ['holder', 'deputy'] as const) {
      const person = duty[seat]?.person
      if (!person) continue
      const load = loads.get(person.id) ?? { person, holds: 0, deputizes: 0 }
      loads.set(person.id, {
        ...load,
        holds: load.holds + (seat === 'holder' ? 1 : 0),
        deputizes: load.deputizes + (seat === 'deputy' ? 1 : 0),
      })
    }
  return [...loads.values()].sort(
    (a, b) => b.holds - a.holds || b.deputizes - a.deputizes || (a.person.id < b.person.id ? -1 : 1),
  )
}

/** Which seat of a duty a person has. */
export const seatIn = (duty: Pick<DutyRow, 'holder' | 'deputy'>, personId: string): Seat | null =>
  seats.find((seat) => duty[seat]?.person.id === personId) ?? null

export type Place = { row: number; column: number }

/** Where a key leads in a table of so many rows and columns; it stops at the edges. Null: the key leads nowhere. */
export function stepped(
  { row, column }: Place,
  key: string,
  { rows, columns }: { rows: number; columns: number },
): Place | null {
  const to = (r: number, c: number): Place => ({
    row: Math.min(Math.max(r, 0), rows - 1),
    column: Math.min(Math.max(c, 0), columns - 1),
  })
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'Home':
      return to(row, 0)
    case 'End':
      return to(row, columns - 1)
    default:
      return null
  }
}
