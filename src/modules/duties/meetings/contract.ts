import { z } from 'zod'
import { done, download, endpoint } from '../../../platform/endpoint.ts'
import { Finding, NewAction } from '../../checks/findings/contract.ts'

export const itemKinds = ['own', 'finding', 'objective'] as const
const named = z.object({ id: z.uuid(), name: z.string() })

/** How what a point is about stands now. */
export const subjectStates = [
  'open',
  'overdue',
  'done',
  'closed',
  'unassigned',
  'late',
  'atRisk',
  'onTrack',
  'met',
] as const
const SubjectState = z.enum(subjectStates)

export const Item = z.object({
  id: z.uuid(),
  kind: z.enum(itemKinds),
  title: z.string(),
  minutes: z.string(),
  revision: z.int(),
  /** Decided at an earlier meeting and not done since: it came back by itself. */
  carried: z.boolean(),
  state: SubjectState.nullable(),
  decisions: z.array(Finding),
})
export type Item = z.output<typeof Item>

export const Proposal = z.object({
  id: z.uuid(),
  kind: z.enum(['finding', 'objective']),
  title: z.string(),
  organization: z.string(),
  state: SubjectState,
})
export type Proposal = z.output<typeof Proposal>

export const Meeting = z.object({
  activityId: z.uuid(),
  title: z.string(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  host: named,
  placeName: z.string().nullable(),
  cancelledAt: z.coerce.date().nullable(),
  chair: named.nullable(),
  items: z.array(Item),
  /** Not on the agenda yet; for whoever may put it there. */
  proposals: z.array(Proposal),
  confirmedAt: z.coerce.date().nullable(),
  confirmedBy: z.string().nullable(),
  may: z.object({ prepare: z.boolean(), note: z.boolean(), confirm: z.boolean() }),
})
export type Meeting = z.output<typeof Meeting>

const one = { activityId: z.uuid() }

export const readMeeting = endpoint({
  name: 'readMeeting',
  method: 'GET',
  path: '/api/activities/:activityId/meeting',
  input: z.object(one),
  output: Meeting,
})

/** Who leads it and what is on its agenda, in this order. What was not done since the last meeting stays, first where nobody orders it. */
export const keepAgenda = endpoint({
  name: 'keepAgenda',
  method: 'PUT',
  path: '/api/activities/:activityId/meeting',
  input: z.object({
    ...one,
    chairId: z.uuid().nullable().default(null),
    items: z
      .array(z.object({ id: z.uuid(), kind: z.enum(itemKinds), title: z.string().trim().min(1).max(300) }))
      .max(100)
      .default([]),
    /** The points that the asker knew of: what somebody else has added since stays. */
    seen: z.array(z.uuid()).max(200).default([]),
  }),
  output: done,
})

export const noteItem = endpoint({
  name: 'noteItem',
  method: 'PUT',
  path: '/api/activities/:activityId/meeting/items/:itemId',
  input: z.object({ ...one, itemId: z.uuid(), minutes: z.string().trim().max(5000), revision: z.int() }),
  output: done,
})

/** A decision is a finding of this meeting, with who does what until when. */
export const decide = endpoint({
  name: 'decide',
  method: 'POST',
  path: '/api/activities/:activityId/meeting/items/:itemId/decisions',
  input: z.object({
    ...one,
    itemId: z.uuid(),
    words: z.string().trim().min(1).max(500),
    actions: z.array(NewAction).min(1).max(20),
  }),
  output: z.object({ id: z.uuid() }),
})

/** By the chair, once it has begun. */
export const confirmMinutes = endpoint({
  name: 'confirmMinutes',
  method: 'POST',
  path: '/api/activities/:activityId/meeting/confirmation',
  input: z.object(one),
  output: done,
})

/** The minutes in the official layout: confirmed, the file that was confirmed; before, as they stand. */
export const minutesFile = endpoint({
  name: 'minutesFile',
  method: 'GET',
  path: '/api/activities/:activityId/meeting/minutes.docx',
  input: z.object({ ...one, language: z.enum(['en', 'zh-CN']).default('zh-CN') }),
  output: download,
})
