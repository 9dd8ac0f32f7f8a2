import { record } from '../../platform/audit.ts'
import { type Context, type HeldRole, type Role, roles } from '../../platform/context.ts'
import { type Db, newId, type Tx } from '../../platform/database.ts'
import { allow, found, refuse } from '../../platform/errors.ts'
import type { Language } from '../../platform/i18n.ts'
import { searchKey } from '../../platform/search.ts'
import { asTenant } from '../../platform/tenancy.ts'
import { dayIn } from '../../platform/zone.ts'
import type { OrganizationCard, OrganizationKind, OrganizationNode, TeamCategory } from './contract.ts'
import * as queries from './queries.ts'
import { can, closeRefusal, movedPath, moveRefusal, placeRefusal, rolesToGive } from './rules.ts'
import { loadPublishedYears } from './working-days/actions.ts'

/** Whoever moves or closes a node changes what it stands below; the root stands below nothing. */
const above = ({ id, parentId, path }: { id: string; parentId: string | null; path: string }): string =>
  parentId ? path.slice(0, -id.length - 1) : path

const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

/** Which roles these people hold now, for whoever begins a request. */
export async function recognise(tx: Tx, personIds: readonly string[], now: Date): Promise<Map<string, HeldRole[]>> {
  const held = new Map<string, HeldRole[]>(personIds.map((id) => [id, []]))
  for (const { personId, ...role } of await queries.rolesHeld(tx, personIds, now)) held.get(personId)?.push(role)
  return held
}

export const rolesOf = async (tx: Tx, personId: string, now: Date): Promise<HeldRole[]> =>
  (await recognise(tx, [personId], now)).get(personId) ?? []

export const listOrganizations = (
  context: Context,
  { parentId, closed }: { parentId?: string | undefined; closed: boolean },
): Promise<OrganizationNode[]> => queries.childrenOf(context.tx, parentId ?? null, todayOf(context), closed)

export async function readOrganization(context: Context, { id }: { id: string }): Promise<OrganizationCard> {
  const { tx, me } = context
  const node = found(await queries.organizationById(tx, id))
  const seesPeople = can(me, 'seePeople', node.path)
  return {
    ...node,
    above: await queries.nodesAbove(tx, node.path),
    people: seesPeople ? await queries.countPeople(tx, node.path, todayOf(context)) : null,
    holders: seesPeople ? inOrder(await queries.holdersAt(tx, id, todayOf(context))) : null,
    mayOrganize: can(me, 'organize', node.path),
    mayGive: rolesToGive(me, node.path),
  }
}

const inOrder = <H extends { role: Role }>(holders: H[]): H[] =>
  holders.sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))

/** For other modules: where it stands, so that they may judge rights there. */
export const organizationNamed = async ({ tx }: Pick<Context, 'tx'>, id: string) =>
  found(await queries.organizationById(tx, id))

type New = {
  parentId: string
  kind: OrganizationKind
  name: string
  category: TeamCategory | null
  externalId: string | null
}

export async function createOrganization(context: Context, input: New): Promise<OrganizationCard> {
  const { tx, me } = context
  await queries.holdTreeStill(tx)
  const parent = found(await queries.organizationById(tx, input.parentId))
  allow(can(me, 'organize', parent.path))
  refuse(placeRefusal(input.kind, parent, todayOf(context)))
  if (await queries.sibling(tx, parent.id, input.kind, input.name)) refuse('organizationNameTaken')
  const id = newId()
  const category = input.kind === 'team' ? (input.category ?? 'own') : null
  await queries.insertOrganization(tx, {
    ...input,
    id,
    category,
    path: `${parent.path}${id}/`,
    search: searchKey(input.name),
  })
  return readOrganization(context, { id })
}

export async function changeOrganization(
  context: Context,
  { id, name, category }: { id: string; name: string; category: TeamCategory | null },
): Promise<OrganizationCard> {
  const { tx, me } = context
  const node = found(await queries.organizationById(tx, id))
  allow(can(me, 'organize', node.path))
  const namesake = await queries.sibling(tx, node.parentId, node.kind, name)
  if (namesake && namesake.id !== id) refuse('organizationNameTaken')
  await queries.updateOrganization(tx, id, {
    name,
    search: searchKey(name),
    category: node.kind === 'team' ? (category ?? node.category) : null,
  })
  return readOrganization(context, { id })
}

export async function moveOrganization(
  context: Context,
  { id, parentId }: { id: string; parentId: string },
): Promise<OrganizationCard> {
  const { tx, me } = context
  await queries.holdTreeStill(tx)
  const node = found(await queries.organizationById(tx, id))
  const to = found(await queries.organizationById(tx, parentId))
  // Who moves it takes it from one hand and gives it to another: they must organize both.
  const from = above(node)
  allow(can(me, 'organize', from) && can(me, 'organize', to.path))
  refuse(moveRefusal(node, to, todayOf(context)))
  if (node.parentId !== parentId) {
    if (await queries.sibling(tx, parentId, node.kind, node.name)) refuse('organizationNameTaken')
    await queries.movePart(tx, id, parentId, node.path, movedPath(node.path, from, to.path))
  }
  return readOrganization(context, { id })
}

export async function closeOrganization(
  context: Context,
  { id, closedOn }: { id: string; closedOn: string | null },
): Promise<OrganizationCard> {
  const { tx, me } = context
  await queries.holdTreeStill(tx)
  const node = found(await queries.organizationById(tx, id))
  allow(can(me, 'organize', above(node)))
  if (closedOn) {
    const openChildren = await queries.openChildren(tx, node.path, closedOn)
    refuse(closeRefusal({ parentId: node.parentId, openChildren }))
  }
  await queries.updateOrganization(tx, id, { closedOn })
  return readOrganization(context, { id })
}

export type NewTenant = {
  name: string
  slug: string
  timeZone?: string
  language?: Language
  /** What stands at the top of the tree. */
  kind?: OrganizationKind
  rootName?: string
}

/** A customer of this installation: its tree has a root and its calendar the years announced so far. */
export async function createTenant(
  db: Db,
  { name, slug, timeZone = 'Asia/Shanghai', language = 'zh-CN', kind = 'subdistrict', rootName = name }: NewTenant,
  now: Date,
): Promise<{ tenantId: string; rootId: string }> {
  const tenantId = newId()
  const rootId = newId()
  await asTenant(db, tenantId, async (tx) => {
    await queries.insertTenant(tx, { id: tenantId, name, slug, timeZone, language })
    await queries.insertOrganization(tx, {
      id: rootId,
      parentId: null,
      path: `/${rootId}/`,
      kind,
      name: rootName,
      category: null,
      externalId: null,
      search: searchKey(rootName),
    })
    await loadPublishedYears(tx)
    const me = { id: null, tenantId, roles: [], timeZone, language }
    await record({ tx, me, now, requestId: null }, 'createTenant', tenantId, { name, slug, kind })
  })
  return { tenantId, rootId }
}
