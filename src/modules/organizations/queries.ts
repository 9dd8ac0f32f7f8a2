import { type RawBuilder, sql } from 'kysely'
import { about } from '../../platform/changes.ts'
import type { HeldRole, Role } from '../../platform/context.ts'
import { planned, type Tx } from '../../platform/database.ts'
import type { OrganizationCard, OrganizationKind, OrganizationNode, TeamCategory } from './contract.ts'

const nodes = (tx: Tx) =>
  tx
    .selectFrom('organization')
    .select(['id', 'parentId', 'name', 'closedOn'])
    .select(({ ref }) => [
      ref('kind').$castTo<OrganizationKind>().as('kind'),
      ref('category').$castTo<TeamCategory | null>().as('category'),
    ])
    .select((eb) =>
      eb
        .selectFrom('organization as child')
        .whereRef('child.parentId', '=', 'organization.id')
        .select(sql<number>`count(*)::int`.as('n'))
        .$asScalar()
        .$notNull()
        .as('children'),
    )

/** A node's children in order; those closed only when asked for. */
export const childrenOf = (
  tx: Tx,
  parentId: string | null,
  today: string,
  closed: boolean,
): Promise<OrganizationNode[]> =>
  nodes(tx)
    .where('parentId', parentId === null ? 'is' : '=', parentId)
    .$if(!closed, (q) => q.where((eb) => eb.or([eb('closedOn', 'is', null), eb('closedOn', '>', today)])))
    .orderBy('position')
    .orderBy('externalId')
    .orderBy('name')
    .execute()

type Whole = OrganizationNode & Pick<OrganizationCard, 'externalId' | 'path'>

export const organizationById = (tx: Tx, id: string): Promise<Whole | undefined> =>
  nodes(tx).where('id', '=', id).select(['externalId', 'path']).executeTakeFirst()

/** The nodes that this path goes through, from the root down, without its last. */
export async function nodesAbove(tx: Tx, path: string): Promise<OrganizationCard['above']> {
  const ids = path.split('/').slice(1, -2)
  if (ids.length === 0) return []
  return tx
    .selectFrom('organization')
    .where('id', 'in', ids)
    .select(['id', 'name'])
    .select(({ ref }) => ref('kind').$castTo<OrganizationKind>().as('kind'))
    .orderBy(sql`length(path)`)
    .execute()
}

export const countPeople = async (tx: Tx, path: string, today: string): Promise<number> =>
  (
    await tx
      .selectFrom('membership')
      .innerJoin('organization', 'organization.id', 'membership.organizationId')
      .where(inPart([path]))
      .where(heldOn(today))
      .select(sql<number>`count(distinct person_id)::int`.as('n'))
      .executeTakeFirstOrThrow()
  ).n

export const holdersAt = (tx: Tx, organizationId: string, today: string) =>
  tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .where('organizationId', '=', organizationId)
    .where('person.forgottenAt', 'is', null)
    .where(heldOn(today))
    .where('role', 'not in', ['volunteer'])
    .select(['personId', 'person.name', 'title'])
    .select(({ ref }) => ref('role').$castTo<Role>().as('role'))
    .orderBy(sql`split_part(person.search, ' ', 3) collate "C"`)
    .limit(50)
    .execute()

/**
 * The organization joined stands in one of these parts of the tree. `starts_with` does not leak what it is given, so it may use
 * the index behind the wall between tenants; LIKE may not.
 */
export const inPart = (paths: readonly string[]): RawBuilder<boolean> =>
  paths.length === 0
    ? sql`false`
    : sql`(${sql.join(
        paths.map((path) => sql`starts_with(organization.path, ${path})`),
        sql` or `,
      )})`

/** The membership joined is held on this day. */
export const heldOn = (day: string): RawBuilder<boolean> =>
  sql`(membership.from_date <= ${day}::date and (membership.to_date is null or membership.to_date > ${day}::date))`

/** One that is new has nothing yet that could be counted. */
export const insertOrganization = (
  tx: Tx,
  row: {
    id: string
    parentId: string | null
    path: string
    kind: OrganizationKind
    name: string
    category: string | null
    externalId: string | null
    search: string
  },
) => about(tx, []).insertInto('organization').values(row).execute()

/** None of this decides what of an organization's is counted. */
export const updateOrganization = (
  tx: Tx,
  id: string,
  change: { name?: string; category?: string | null; search?: string; closedOn?: string | null },
) => about(tx, []).updateTable('organization').set(change).where('id', '=', id).execute()

/** One statement moves a whole part of the tree. */
export async function movePart(tx: Tx, id: string, parentId: string, from: string, to: string): Promise<void> {
  await tx
    .updateTable('organization')
    .where(sql<boolean>`starts_with(path, ${from})`)
    .set({
      path: sql<string>`${to} || substr(path, ${from.length + 1})`,
      parentId: sql<string | null>`case when id = ${id} then ${parentId}::uuid else parent_id end`,
    })
    .execute()
}

export const openChildren = async (tx: Tx, path: string, day: string): Promise<number> =>
  (
    await tx
      .selectFrom('organization')
      .where(sql<boolean>`starts_with(path, ${path})`)
      .where('path', '!=', path)
      .where((eb) => eb.or([eb('closedOn', 'is', null), eb('closedOn', '>', day)]))
      .select(sql<number>`count(*)::int`.as('n'))
      .executeTakeFirstOrThrow()
  ).n

export const sibling = (tx: Tx, parentId: string | null, kind: string, name: string) =>
  tx
    .selectFrom('organization')
    .where('parentId', parentId === null ? 'is' : '=', parentId)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .select('id')
    .executeTakeFirst()

/** The tree changes one at a time: two moves at once could make a ring. */
export const holdTreeStill = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('tree' || current_tenant()::text, 0))`.execute(tx)

/** The roles that these people hold on the tenant's own day, at organizations that are not closed. */
export const rolesHeld = (
  tx: Tx,
  personIds: readonly string[],
  now: Date,
): Promise<(HeldRole & { personId: string })[]> =>
  tx
    .selectFrom('membership')
    .modifyFront(planned)
    .innerJoin('organization', 'organization.id', 'membership.organizationId')
    .innerJoin('person', 'person.id', 'membership.personId')
    .innerJoin('tenant', 'tenant.id', 'membership.tenantId')
    .where(sql<boolean>`person_id = any(${sql.val(personIds)}::uuid[])`)
    .where('person.forgottenAt', 'is', null)
    .where(sql<boolean>`daterange(from_date, to_date) @> (${now}::timestamptz at time zone tenant.time_zone)::date`)
    .where(sql<boolean>`coalesce(closed_on > (${now}::timestamptz at time zone tenant.time_zone)::date, true)`)
    .select(['membership.personId', 'membership.organizationId', 'organization.path'])
    .select(({ ref }) => ref('role').$castTo<Role>().as('role'))
    .execute()

export const insertTenant = (
  tx: Tx,
  row: { id: string; name: string; slug: string; timeZone: string; language: string },
) => tx.insertInto('tenant').values(row).execute()
