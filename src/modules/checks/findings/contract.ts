import { z } from 'zod'
import { day } from '../../../platform/endpoint.ts'

export const origins = ['check', 'review', 'meeting'] as const
export const Origin = z.enum(origins)
export type Origin = z.output<typeof Origin>

/** The gravest first. */
export const grades = ['danger', 'major', 'minor'] as const
export const Grade = z.enum(grades)
export type Grade = z.output<typeof Grade>

/** What wants somebody to act stands first. */
export const actionStates = ['overdue', 'open', 'done', 'closed'] as const
export const ActionState = z.enum(actionStates)
export type ActionState = z.output<typeof ActionState>

const named = z.object({ id: z.uuid(), name: z.string() })

export const NewAction = z.object({
  what: z.string().trim().min(1).max(300),
  ownerId: z.uuid(),
  dueOn: day,
})
export type NewAction = z.output<typeof NewAction>

export const Action = z.object({
  id: z.uuid(),
  what: z.string(),
  owner: named,
  dueOn: day,
  /** More time is asked for, until this day. */
  askedDue: day.nullable(),
  state: ActionState,
  doneAt: z.coerce.date().nullable(),
  doneBy: z.string().nullable(),
  closedAt: z.coerce.date().nullable(),
  closedBy: z.string().nullable(),
})
export type Action = z.output<typeof Action>

export const FindingFields = z.object({
  id: z.uuid(),
  words: z.string(),
  origin: Origin,
  originId: z.uuid(),
  grade: Grade.nullable(),
  fault: z.string().nullable(),
  organization: named,
  place: named.nullable(),
  raisedAt: z.coerce.date(),
  raisedBy: z.string().nullable(),
  closedAt: z.coerce.date().nullable(),
  closedBy: z.string().nullable(),
})

export const Finding = FindingFields.extend({ actions: z.array(Action) })
export type Finding = z.output<typeof Finding>

/** One line of the list: an action, and what it belongs to. */
export const ActionRow = Action.extend({ finding: FindingFields })
export type ActionRow = z.output<typeof ActionRow>

export const eventKinds = [
  'raised',
  'given',
  'evidence',
  'done',
  'closed',
  'reopened',
  'asked',
  'extended',
  'declined',
] as const
export const FindingEvent = z.object({
  id: z.uuid(),
  actionId: z.uuid().nullable(),
  kind: z.enum(eventKinds),
  by: z.string().nullable(),
  at: z.coerce.date(),
  words: z.string(),
  dueOn: day.nullable(),
  owner: z.string().nullable(),
  fileName: z.string().nullable(),
  /** What may be put to it: it is the reader's own evidence, and has no file yet. */
  takes: z.enum(['picture', 'file']).nullable(),
})
export type FindingEvent = z.output<typeof FindingEvent>

/** What the reader may do with an action now; why not, the rules say. */
const May = z.object({
  show: z.boolean(),
  finish: z.boolean(),
  close: z.boolean(),
  reopen: z.boolean(),
  ask: z.boolean(),
  answer: z.boolean(),
  give: z.boolean(),
})
export type May = z.output<typeof May>

export const FindingCard = FindingFields.extend({
  actions: z.array(Action.extend({ may: May })),
  story: z.array(FindingEvent),
  /** May add an action. */
  mayWork: z.boolean(),
})
export type FindingCard = z.output<typeof FindingCard>
