import { z } from 'zod'
import { endpoint } from '../../../../platform/endpoint.ts'
import { ActionRow, FindingCard, FindingFields, Grade, Origin } from '../contract.ts'

export const listActions = endpoint({
  name: 'listActions',
  method: 'GET',
  path: '/api/corrective-actions',
  /** Of one organization and all below, or wherever the reader may see them; overdue ones first. */
  input: z.object({
    whose: z.enum(['mine', 'all']).default('mine'),
    organizationId: z.uuid().optional(),
    state: z.enum(['open', 'overdue', 'done', 'closed']).default('open'),
    origin: Origin.optional(),
    grade: Grade.optional(),
    sort: z.enum(['due', 'owner', 'organization', 'grade']).default('due'),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({
    rows: z.array(ActionRow),
    more: z.boolean(),
    /** Open findings that nobody answers for yet. */
    unassigned: z.array(FindingFields),
  }),
})
export type ListActions = z.output<(typeof listActions)['input']>

export const readFinding = endpoint({
  name: 'readFinding',
  method: 'GET',
  path: '/api/findings/:findingId',
  input: z.object({ findingId: z.uuid() }),
  output: FindingCard,
})

export const searchFindings = endpoint({
  name: 'searchFindings',
  method: 'GET',
  path: '/api/findings',
  input: z.object({ q: z.string().trim().min(1).max(80), limit: z.coerce.number().int().min(1).max(20).default(8) }),
  output: z.array(FindingFields.pick({ id: true, words: true, organization: true, closedAt: true })),
})
