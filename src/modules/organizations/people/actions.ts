import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, found, NotFound, Refused } from '../../../platform/errors.ts'
import { searchKey } from '../../../platform/search.ts'
import { dayIn } from '../../../platform/zone.ts'
import { organizationNamed } from '../actions.ts'
import { canEverywhere, mayGive, pathsOf } from '../rules.ts'
import type { CreatePerson, ListPeople, PersonCard, PersonRow } from './contract.ts'
import * as queries from './queries.ts'
import { holdsOn, mayChangePerson, maySee, maySeePhone, phoneTail, seenParts, startRefusal } from './rules.ts'

const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

/** One person as the reader may see them, or not at all. */
export async function knownPerson(context: Context, id: string) {
  const { tx, me } = context
  const person = found(await queries.personById(tx, id))
  const memberships = await queries.membershipsOf(tx, [id])
  const whole = { ...person, memberships }
  if (!maySee(me, whole)) throw new NotFound()
  return whole
}

/** For other modules: the names of these people, each of whom must be known. Whether the asker may see them is judged there. */
export async function peopleNamed({ tx }: Pick<Context, 'tx'>, ids: readonly string[]): Promise<Map<string, string>> {
  const asked = new Set(ids)
  const names = new Map((await queries.namesById(tx, [...asked])).map(({ id, name }) => [id, name]))
  found(names.size === asked.size || null)
  return names
}

export async function listPeople(context: Context, input: ListPeople): Promise<{ total: number; rows: PersonRow[] }> {
  const { tx, me } = context
  const day = todayOf(context)
  const seen = seenParts(me)
  const asked = {
    ...input,
    day,
    part: input.organizationId ? narrowed(seen, (await organizationNamed(context, input.organizationId)).path) : seen,
    phonePart: canEverywhere(me, 'seePhones') ? ('all' as const) : pathsOf(me, 'seePhones'),
  }
  const [total, people] = [await queries.countListed(tx, asked), await queries.listed(tx, asked)]
  return { total, rows: await rowsOf(context, people) }
}

/** The part of the tree under `path` in which the reader sees people. */
function narrowed(seen: string[] | 'all', path: string): string[] {
  if (seen === 'all' || seen.some((own) => path.startsWith(own))) return [path]
  return seen.filter((own) => own.startsWith(path))
}

/** As they are shown in lists and search: with what they hold today, and as much of the phone number as the reader may see. */
export async function rowsOf(
  context: Context,
  people: readonly { id: string; name: string; phone: string | null }[],
): Promise<PersonRow[]> {
  const { tx, me } = context
  const day = todayOf(context)
  const all = await queries.membershipsOf(
    tx,
    people.map(({ id }) => id),
  )
  const byPerson = Map.groupBy(all, ({ personId }) => personId)
  return people.map(({ id, name, phone }) => {
    const memberships = byPerson.get(id) ?? []
    return {
      id,
      name,
      phone: maySeePhone(me, { id, memberships }) ? phone : null,
      phoneTail: phoneTail(phone),
      roles: memberships.filter((held) => holdsOn(held, day)).map(roleShown),
    }
  })
}

const roleShown = ({ role, title, organizationId, organizationName }: queries.HeldMembership) => ({
  role,
  title,
  organizationId,
  organizationName,
})

export async function readPerson(context: Context, { id }: { id: string }): Promise<PersonCard> {
  const { tx, me } = context
  const person = await knownPerson(context, id)
  const phones = maySeePhone(me, person)
  return {
    id,
    name: person.name,
    phone: phones ? person.phone : null,
    phoneTail: phoneTail(person.phone),
    email: phones ? person.email : null,
    memberships: person.memberships.map((held) => ({
      ...roleShown(held),
      id: held.id,
      fromDate: held.fromDate,
      toDate: held.toDate,
      mayChange: mayGive(me, held.role, held.path),
    })),
    groups: await queries.groupsOf(tx, id),
    namesakes: (await namesakesSeen(context, person.name, id)).length,
    mayChange: mayChangePerson(me, person, todayOf(context)),
  }
}

/** Others of this name, as far as the reader may see them. */
async function namesakesSeen({ tx, me }: Context, name: string, exceptId: string | null) {
  const others = await queries.namesakes(tx, name, exceptId)
  const all = await queries.membershipsOf(
    tx,
    others.map((other) => other.id),
  )
  return others.filter(({ id }) => maySee(me, { id, memberships: all.filter((held) => held.personId === id) }))
}

export async function createPerson(context: Context, input: CreatePerson): Promise<PersonCard> {
  const { tx, me } = context
  const { name, phone, email, anyway, organizationId, role, title, fromDate, toDate } = input
  const { path, closedOn } = await organizationNamed(context, organizationId)
  allow(mayGive(me, role, path))
  if (!anyway) await refuseKnown(context, name, phone)
  const refusal = startRefusal({ role, path, closedOn, fromDate, toDate }, [])
  if (refusal) throw new Refused(refusal)
  const id = newId()
  await queries.insertPerson(tx, { id, name, phone, email, search: searchKey(name, phone) })
  await queries.insertMembership(tx, { id: newId(), personId: id, organizationId, role, title, fromDate, toDate })
  return readPerson(context, { id })
}

/** The same name and the same phone number, or no number to tell them apart: most likely the same person. */
async function refuseKnown(context: Context, name: string, phone: string | null): Promise<void> {
  const same = await namesakesSeen(context, name, null)
  const rows = await rowsOf(
    context,
    same.filter((other) => phone === null || other.phone === phone),
  )
  const known = rows[0]
  if (known) throw new Refused('knownAlready', { name, organization: known.roles[0]?.organizationName ?? '—' })
}

export async function changePerson(
  context: Context,
  { id, name, phone, email }: { id: string; name: string; phone: string | null; email: string | null },
): Promise<PersonCard> {
  await queries.holdStill(context.tx, id)
  const person = await knownPerson(context, id)
  allow(mayChangePerson(context.me, person, todayOf(context)))
  await queries.updatePerson(context.tx, id, { name, phone, email, search: searchKey(name, phone) })
  return readPerson(context, { id })
}
