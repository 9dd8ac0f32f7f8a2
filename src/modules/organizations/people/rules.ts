import type { Me, Role } from '../../../platform/context.ts'
import { can, canEverywhere, isPlain, mayGive, pathsOf } from '../rules.ts'

/** From its first day up to, and not including, `toDate`. */
export type Span = { fromDate: string; toDate: string | null }

export const overlap = (a: Span, b: Span): boolean =>
  (b.toDate === null || a.fromDate < b.toDate) && (a.toDate === null || b.fromDate < a.toDate)

export const holdsOn = ({ fromDate, toDate }: Span, day: string): boolean =>
  fromDate <= day && (toDate === null || toDate > day)

export type SpanRefusal = 'endsBeforeItBegins' | 'alreadyHeld'

/** Why this may not be held then, beside what is held of the same kind at the same place. */
export function spanRefusal(wanted: Span, others: readonly Span[]): SpanRefusal | null {
  if (wanted.toDate !== null && wanted.toDate <= wanted.fromDate) return 'endsBeforeItBegins'
  return others.some((other) => overlap(wanted, other)) ? 'alreadyHeld' : null
}

type Held = Span & { role: Role; path: string; closedOn: string | null }

export type MembershipRefusal = SpanRefusal | 'organizationClosed' | 'lastAdministrator'

export function startRefusal(wanted: Held, others: readonly Span[]): MembershipRefusal | null {
  if (wanted.closedOn && (wanted.toDate === null || wanted.toDate > wanted.closedOn)) return 'organizationClosed'
  return spanRefusal(wanted, others)
}

/** Somebody must remain who administers the whole, from today on and without an end. `others` hold that role at the root. */
export function lastAdministratorRefusal(others: readonly Span[], today: string): MembershipRefusal | null {
  return others.some((other) => other.toDate === null && other.fromDate <= today) ? null : 'lastAdministrator'
}

type MyRoles = Pick<Me, 'id' | 'roles'>
type Person = {
  id: string
  memberships: readonly { role: Role; path: string; fromDate: string; toDate: string | null }[]
}

/** People are seen by those in whose part of the tree they are or were, and by themselves. */
export const maySee = (me: MyRoles, person: Person): boolean =>
  me.id === person.id ||
  canEverywhere(me, 'seePeople') ||
  person.memberships.some(({ path }) => can(me, 'seePeople', path))

export const maySeePhone = (me: MyRoles, person: Person): boolean =>
  me.id === person.id ||
  canEverywhere(me, 'seePhones') ||
  person.memberships.some(({ path }) => can(me, 'seePhones', path))

/**
 * Name, phone and e-mail are what somebody signs in with: only who could give a person all their rights may change them.
 * A volunteer of two communities may be changed by either.
 */
export function mayChangePerson(me: MyRoles, person: Person, today: string): boolean {
  const here = person.memberships.some(({ path }) => can(me, 'organize', path)) || canEverywhere(me, 'organize')
  return (
    here &&
    person.memberships.every(
      (held) =>
        (held.toDate !== null && held.toDate <= today) || isPlain(held.role) || mayGive(me, held.role, held.path),
    )
  )
}

/** Where the reader sees people: parts of the tree, or everybody. */
export const seenParts = (me: MyRoles): string[] | 'all' =>
  canEverywhere(me, 'seePeople') ? 'all' : pathsOf(me, 'seePeople')

export const phoneTail = (phone: string | null): string | null => phone?.slice(-4) ?? null

/** Do they administer the whole installation by this? */
export const isForTheWhole = ({ role, path }: { role: Role; path: string }): boolean =>
  role === 'administrator' && path.split('/').length === 3
