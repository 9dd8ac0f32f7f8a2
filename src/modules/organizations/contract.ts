import { z } from 'zod'
import { roles } from '../../platform/context.ts'
import { day, endpoint } from '../../platform/endpoint.ts'

export const organizationKinds = [
  'province',
  'city',
  'district',
  'subdistrict',
  'community',
  'station',
  'team',
  'partner',
] as const
export const OrganizationKind = z.enum(organizationKinds)
export type OrganizationKind = z.output<typeof OrganizationKind>

/** The six standing kinds of volunteer team, and the place's own. */
export const teamCategories = [
  'policyTalks',
  'artsAndCulture',
  'popularScience',
  'legalAid',
  'healthAndEnvironment',
  'helpingThoseInNeed',
  'own',
] as const
export const TeamCategory = z.enum(teamCategories)
export type TeamCategory = z.output<typeof TeamCategory>

export const organizationName = z.string().trim().min(1).max(120)

/** An organization as a line of the tree. */
export const OrganizationNode = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  kind: OrganizationKind,
  name: z.string(),
  category: TeamCategory.nullable(),
  closedOn: day.nullable(),
  /** How many stand directly below it. */
  children: z.int(),
})
export type OrganizationNode = z.output<typeof OrganizationNode>

export const OrganizationCard = OrganizationNode.extend({
  externalId: z.string().nullable(),
  path: z.string(),
  /** From the root down to its parent. */
  above: z.array(OrganizationNode.pick({ id: true, kind: true, name: true })),
  /** People with a membership today, here and below. Null when the reader may not know. */
  people: z.int().nullable(),
  /** Who runs it: the holders of roles with rights at this very node today. Null when the reader may not know. */
  holders: z
    .array(z.object({ personId: z.uuid(), name: z.string(), role: z.enum(roles), title: z.string().nullable() }))
    .nullable(),
  mayOrganize: z.boolean(),
  mayGive: z.array(z.string()),
})
export type OrganizationCard = z.output<typeof OrganizationCard>

const id = z.object({ id: z.uuid() })

/** The children of a node, or the roots. */
export const listOrganizations = endpoint({
  name: 'listOrganizations',
  method: 'GET',
  path: '/api/organizations',
  input: z.object({ parentId: z.uuid().optional(), closed: z.stringbool().default(false) }),
  output: z.array(OrganizationNode),
})

export const readOrganization = endpoint({
  name: 'readOrganization',
  method: 'GET',
  path: '/api/organizations/:id',
  input: id,
  output: OrganizationCard,
})

export const createOrganization = endpoint({
  name: 'createOrganization',
  method: 'POST',
  path: '/api/organizations',
  input: z.object({
    parentId: z.uuid(),
    kind: OrganizationKind,
    name: organizationName,
    category: TeamCategory.nullable().default(null),
    externalId: z.string().trim().min(1).max(60).nullable().default(null),
  }),
  output: OrganizationCard,
})

export const changeOrganization = endpoint({
  name: 'changeOrganization',
  method: 'PUT',
  path: '/api/organizations/:id',
  input: id.extend({ name: organizationName, category: TeamCategory.nullable().default(null) }),
  output: OrganizationCard,
})

export const moveOrganization = endpoint({
  name: 'moveOrganization',
  method: 'POST',
  path: '/api/organizations/:id/move',
  input: id.extend({ parentId: z.uuid() }),
  output: OrganizationCard,
})

/** From this day on it is no more; null opens it again. */
export const closeOrganization = endpoint({
  name: 'closeOrganization',
  method: 'POST',
  path: '/api/organizations/:id/close',
  input: id.extend({ closedOn: day.nullable() }),
  output: OrganizationCard,
})
