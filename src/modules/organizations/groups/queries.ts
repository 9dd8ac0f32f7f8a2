import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { GroupMember, GroupRow, Position } from './contract.ts'

const groups = (tx: Tx, day: string) =>
  tx
    .selectFrom('peopleGroup')
    .innerJoin('organization', 'organization.id', 'peopleGroup.organizationId')
    .select(['peopleGroup.id', 'peopleGroup.name', 'organizationId', 'organization.name as organizationName', 'path'])
    .select(({ ref }) => ref('peopleGroup.kind').$castTo<GroupRow['kind']>().as('kind'))
    .select((eb) =>
      eb
        .selectFrom('groupMember')
        .whereRef('groupId', '=', 'peopleGroup.id')
        .where('fromDate', '<=', day)
        .where((m) => m.or([m('toDate', 'is', null), m('toDate', '>', day)]))
        .select(sql<number>`count(*)::int`.as('n'))
        .$asScalar()
        .$notNull()
        .as('members'),
    )

export type WholeGroup = GroupRow & { path: string }

export const allGroups = (tx: Tx, day: string): Promise<WholeGroup[]> =>
  groups(tx, day).orderBy('path').orderBy('peopleGroup.name').execute()

export const groupById = (tx: Tx, id: string, day: string): Promise<WholeGroup | undefined> =>
  groups(tx, day).where('peopleGroup.id', '=', id).executeTakeFirst()

/** The groups that somebody is in on a day. */
export const groupsOf = async (tx: Tx, personId: string, day: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('groupMember')
      .where('personId', '=', personId)
      .where('fromDate', '<=', day)
      .where((m) => m.or([m('toDate', 'is', null), m('toDate', '>', day)]))
      .select('groupId')
      .execute()
  ).map(({ groupId }) => groupId)

/** Everybody who ever was in it. */
export const membersOf = (tx: Tx, groupId: string): Promise<GroupMember[]> =>
  tx
    .selectFrom('groupMember')
    .innerJoin('person', 'person.id', 'groupMember.personId')
    .where('groupId', '=', groupId)
    .select(['groupMember.id', 'personId', 'person.name', 'fromDate', 'toDate'])
    .select(sql<string | null>`right(person.phone, 4)`.as('phoneTail'))
    .select(({ ref }) => ref('position').$castTo<Position>().as('position'))
    .orderBy(sql`split_part(person.search, ' ', 3) collate "C"`)
    .orderBy('personId')
    .execute()

export const groupOfMember = (tx: Tx, id: string) =>
  tx.selectFrom('groupMember').where('id', '=', id).select(['groupId', 'personId']).executeTakeFirst()

export const groupNamed = (tx: Tx, organizationId: string, name: string) =>
  tx
    .selectFrom('peopleGroup')
    .where('organizationId', '=', organizationId)
    .where('name', '=', name)
    .select('id')
    .executeTakeFirst()

export const insertGroup = (tx: Tx, row: { id: string; organizationId: string; kind: string; name: string }) =>
  tx.insertInto('peopleGroup').values(row).execute()

export const updateGroup = (tx: Tx, id: string, change: { kind: string; name: string }) =>
  tx.updateTable('peopleGroup').set(change).where('id', '=', id).execute()

export const insertMember = (
  tx: Tx,
  row: { id: string; groupId: string; personId: string; position: string; fromDate: string; toDate: string | null },
) => tx.insertInto('groupMember').values(row).execute()

export const updateMember = (
  tx: Tx,
  id: string,
  change: { position: string; fromDate: string; toDate: string | null },
) => tx.updateTable('groupMember').set(change).where('id', '=', id).execute()

export const deleteMember = (tx: Tx, id: string) => tx.deleteFrom('groupMember').where('id', '=', id).execute()
