import { loadPublishedYears } from '../modules/organizations/working-days/actions.ts'
import type { Db } from '../platform/database.ts'
import { newId, type Tx } from '../platform/database.ts'
import { searchKey } from '../platform/search.ts'
import { asTenant } from '../platform/tenancy.ts'
import * as cast from './cast.ts'

/** The named cast moves in: a tenant with its tree, its people, what they hold, one study group, and the public holidays. */
export async function settle(db: Db, name: cast.TenantName): Promise<void> {
  const { id, name: title, slug } = cast.tenants[name]
  await asTenant(db, id, async (tx) => {
    await tx.insertInto('tenant').values({ id, name: title, slug }).execute()
    await organizations(tx, name)
    await people(tx, name)
    await loadPublishedYears(tx)
  })
}

async function organizations(tx: Tx, tenant: cast.TenantName): Promise<void> {
  const own = Object.entries(cast.organizations).filter(([, organization]) => organization.tenant === tenant)
  const rows = own.map(([key, { id, below, kind, name, ...more }]) => ({
    id,
    parentId: below ? cast.organizations[below].id : null,
    path: cast.pathOf(key as cast.OrganizationName),
    kind,
    name,
    category: 'category' in more ? more.category : null,
    search: searchKey(name),
  }))
  await tx.insertInto('organization').values(rows).execute()
}

async function people(tx: Tx, tenant: cast.TenantName): Promise<void> {
  const names = (Object.keys(cast.people) as cast.PersonName[]).filter((name) => cast.tenantOf(name) === tenant)
  const all = names.map((name) => cast.people[name])
  const rows = all.map((person) => ({
    id: person.id,
    name: person.name,
    phone: person.phone,
    email: 'email' in person ? person.email : null,
    search: searchKey(person.name, person.phone),
  }))
  await tx.insertInto('person').values(rows).execute()
  const held = all.flatMap(({ id: personId, roles }) =>
    roles.map(([role, at, title]) => ({
      id: newId(),
      personId,
      organizationId: cast.organizations[at].id,
      role,
      title: title ?? null,
      fromDate: cast.beginning,
    })),
  )
  await tx.insertInto('membership').values(held).execute()
  if (tenant === 'willow') await group(tx)
}

async function group(tx: Tx): Promise<void> {
  const { id, organization, name } = cast.studyGroup
  await tx
    .insertInto('peopleGroup')
    .values({ id, organizationId: cast.organizations[organization].id, kind: 'study', name })
    .execute()
  const members = [
    ['lina', 'leader', cast.beginning],
    ['wang', 'member', cast.beginning],
    // The secretary of the other community came in March.
    ['qian', 'member', '2026-03-01'],
  ] as const
  const rows = members.map(([who, position, fromDate]) => ({
    id: newId(),
    groupId: id,
    personId: cast.people[who].id,
    position,
    fromDate,
  }))
  await tx.insertInto('groupMember').values(rows).execute()
}
