import { sql } from 'kysely'
import type { Role } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { searchPatterns } from '../../../platform/search.ts'
import { heldOn, inPart } from '../queries.ts'
import type { ListPeople, PersonCard } from './contract.ts'

type Part = string[] | 'all'

export type Asked = Pick<ListPeople, 'q' | 'role' | 'state' | 'sort' | 'page' | 'size'> & {
  /** Where the reader may look, narrowed to the organization asked for. */
  part: Part
  /** Where they may see whole phone numbers, and so find people by them. */
  phonePart: Part
  day: string
}

const memberships = (tx: Tx) =>
  tx.selectFrom('membership').innerJoin('organization', 'organization.id', 'membership.organizationId')

/** The ids of those who hold, held or no longer hold something in a part of the tree. */
const idsIn = (tx: Tx, part: Part, { role, state, day }: Pick<Asked, 'role' | 'state' | 'day'>) =>
  memberships(tx)
    .$if(part !== 'all', (q) => q.where(inPart(part as string[])))
    .$if(role !== undefined, (q) => q.where('membership.role', '=', role as Role))
    .$if(state === 'current', (q) => q.where(heldOn(day)))
    .$if(state === 'former', (q) => q.groupBy('personId').having(sql<boolean>`bool_and(to_date <= ${day}::date)`))
    .select('personId')

function people(tx: Tx, asked: Asked) {
  const { part, phonePart, q, role, state, day } = asked
  const everybody = part === 'all' && role === undefined && state === 'all'
  const patterns = searchPatterns(q)
  const digits = /^\+?\d{5,}$/.test(q.trim()) ? q.trim() : null
  const anybody = { role: undefined, state: 'all', day } as const
  return tx
    .selectFrom('person')
    .where('forgottenAt', 'is', null)
    .$if(!everybody, (query) => query.where('person.id', 'in', idsIn(tx, part, asked)))
    .$if(patterns !== null && !digits, (query) => query.where('person.search', 'like', patterns?.inside ?? ''))
    .$if(digits !== null, (query) =>
      query
        .where('phone', 'like', `%${digits}%`)
        .$if(phonePart !== 'all', (found) => found.where('person.id', 'in', idsIn(tx, phonePart, anybody))),
    )
}

export const countListed = async (tx: Tx, asked: Asked): Promise<number> =>
  (await people(tx, asked).select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow()).n

const byPinyin = sql`split_part(person.search, ' ', 3) collate "C"`

export function listed(tx: Tx, asked: Asked) {
  const direction = asked.sort.startsWith('-') ? 'desc' : 'asc'
  return people(tx, asked)
    .select(['person.id', 'person.name', 'person.phone'])
    .$if(asked.sort.endsWith('name'), (q) => q.orderBy(byPinyin, direction))
    .orderBy('person.id', direction)
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
}

export const personById = (tx: Tx, id: string) =>
  tx
    .selectFrom('person')
    .where('id', '=', id)
    .where('forgottenAt', 'is', null)
    .select(['id', 'name', 'phone', 'email'])
    .executeTakeFirst()

/** Names of those of them who are known and not forgotten. */
export const namesById = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('person')
    .where('id', 'in', ids.length > 0 ? ids : [nobody])
    .where('forgottenAt', 'is', null)
    .select(['id', 'name'])
    .execute()

export type HeldMembership = Awaited<ReturnType<typeof membershipsOf>>[number]

/** All that these people ever held, the latest first. */
export const membershipsOf = (tx: Tx, personIds: readonly string[]) =>
  memberships(tx)
    .where('personId', 'in', personIds.length > 0 ? personIds : [nobody])
    .select([
      'membership.id',
      'personId',
      'organizationId',
      'organization.name as organizationName',
      'organization.path',
      'organization.closedOn',
      'title',
      'fromDate',
      'toDate',
    ])
    .select(({ ref }) => ref('role').$castTo<Role>().as('role'))
    .orderBy('fromDate', 'desc')
    .orderBy('membership.id', 'desc')
    .execute()

const nobody = '00000000-0000-0000-0000-000000000000'

export const membershipById = async (tx: Tx, id: string): Promise<HeldMembership | undefined> => {
  const row = await tx.selectFrom('membership').where('id', '=', id).select('personId').executeTakeFirst()
  return row && (await membershipsOf(tx, [row.personId])).find((membership) => membership.id === id)
}

export const groupsOf = (tx: Tx, personId: string): Promise<PersonCard['groups']> =>
  tx
    .selectFrom('groupMember')
    .innerJoin('peopleGroup', 'peopleGroup.id', 'groupMember.groupId')
    .where('personId', '=', personId)
    .select(['groupMember.id', 'groupId', 'peopleGroup.name as groupName', 'fromDate', 'toDate'])
    .select(({ ref }) => ref('position').$castTo<'leader' | 'deputy' | 'member'>().as('position'))
    .orderBy('fromDate', 'desc')
    .execute()

export const namesakes = (tx: Tx, name: string, exceptId: string | null) =>
  tx
    .selectFrom('person')
    .where('name', '=', name)
    .where('forgottenAt', 'is', null)
    .$if(exceptId !== null, (q) => q.where('id', '!=', exceptId))
    .select(['id', 'name', 'phone'])
    .execute()

export const insertPerson = (
  tx: Tx,
  row: { id: string; name: string; phone: string | null; email: string | null; search: string },
) => tx.insertInto('person').values(row).execute()

export const updatePerson = (
  tx: Tx,
  id: string,
  change: { name: string; phone: string | null; email: string | null; search: string },
) => tx.updateTable('person').set(change).where('id', '=', id).execute()

export const insertMembership = (
  tx: Tx,
  row: {
    id: string
    personId: string
    organizationId: string
    role: Role
    title: string | null
    fromDate: string
    toDate: string | null
  },
) => tx.insertInto('membership').values(row).execute()

export const updateMembership = (
  tx: Tx,
  id: string,
  change: { fromDate?: string; toDate: string | null; title?: string | null },
) => tx.updateTable('membership').set(change).where('id', '=', id).execute()

export const deleteMembership = (tx: Tx, id: string) => tx.deleteFrom('membership').where('id', '=', id).execute()

/** Who administers the whole, other than by this membership. */
export const otherAdministrators = (tx: Tx, exceptId: string) =>
  memberships(tx)
    .innerJoin('person', 'person.id', 'membership.personId')
    .where('role', '=', 'administrator')
    .where('organization.parentId', 'is', null)
    .where('person.forgottenAt', 'is', null)
    .where('membership.id', '!=', exceptId)
    .select(['fromDate', 'toDate'])
    .execute()

/** One decision at a time about a person, and about who administers: the rules judge facts that cannot change under them. */
export async function holdStill(tx: Tx, ...keys: string[]): Promise<void> {
  for (const key of keys)
    await sql`select pg_advisory_xact_lock(hashtextextended(current_tenant()::text || ${key}, 0))`.execute(tx)
}
