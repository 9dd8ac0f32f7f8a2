import { z } from 'zod'
import { day, done, endpoint } from '../../../platform/endpoint.ts'

export const groupKinds = ['study', 'working', 'cohort'] as const
export const GroupKind = z.enum(groupKinds)
export const positions = ['leader', 'deputy', 'member'] as const
export const Position = z.enum(positions)
export type Position = z.output<typeof Position>

export const GroupRow = z.object({
  id: z.uuid(),
  kind: GroupKind,
  name: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  /** Members on the day asked for. */
  members: z.int(),
})
export type GroupRow = z.output<typeof GroupRow>

export const GroupMember = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  phoneTail: z.string().nullable(),
  position: Position,
  fromDate: day,
  toDate: day.nullable(),
})
export type GroupMember = z.output<typeof GroupMember>

export const GroupCard = GroupRow.extend({
  asOf: day,
  people: z.array(GroupMember),
  /** When somebody came or went: the days worth looking at. */
  changes: z.array(day),
  mayChange: z.boolean(),
})
export type GroupCard = z.output<typeof GroupCard>

const id = z.object({ id: z.uuid() })
const asOf = day.optional()
const name = z.string().trim().min(1).max(60)
const Span = z.object({ fromDate: day, toDate: day.nullable().default(null) })

export const listGroups = endpoint({
  name: 'listGroups',
  method: 'GET',
  path: '/api/groups',
  input: z.object({ asOf, organizationId: z.uuid().optional() }),
  output: z.array(GroupRow),
})

export const readGroup = endpoint({
  name: 'readGroup',
  method: 'GET',
  path: '/api/groups/:id',
  input: id.extend({ asOf }),
  output: GroupCard,
})

export const createGroup = endpoint({
  name: 'createGroup',
  method: 'POST',
  path: '/api/groups',
  input: z.object({ organizationId: z.uuid(), kind: GroupKind, name }),
  output: GroupCard,
})

export const changeGroup = endpoint({
  name: 'changeGroup',
  method: 'PUT',
  path: '/api/groups/:id',
  input: id.extend({ kind: GroupKind, name }),
  output: GroupCard,
})

export const addGroupMember = endpoint({
  name: 'addGroupMember',
  method: 'POST',
  path: '/api/groups/:id/members',
  input: Span.extend({ id: z.uuid(), personId: z.uuid(), position: Position.default('member') }),
  output: GroupCard,
})

export const correctGroupMember = endpoint({
  name: 'correctGroupMember',
  method: 'PUT',
  path: '/api/group-members/:id',
  input: Span.extend({ id: z.uuid(), position: Position }),
  output: GroupCard,
})

/** It was entered by mistake and never so. */
export const removeGroupMember = endpoint({
  name: 'removeGroupMember',
  method: 'DELETE',
  path: '/api/group-members/:id',
  input: id,
  output: done,
})
