import { z } from 'zod'
import { day, done, download, endpoint, storedFile } from '../../../platform/endpoint.ts'

export const origins = ['check', 'review', 'meeting'] as const
const Origin = z.enum(origins)
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

const FindingFields = z.object({
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

export const addAction = endpoint({
  name: 'addAction',
  method: 'POST',
  path: '/api/findings/:findingId/actions',
  input: NewAction.extend({ findingId: z.uuid() }),
  output: Action.pick({ id: true }),
})

const one = z.object({ actionId: z.uuid() })
const words = z.string().trim().max(1000).default('')
const reason = z.string().trim().min(1).max(1000)

export const addActionEvidence = endpoint({
  name: 'addActionEvidence',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/evidence',
  input: one.extend({ words: reason }),
  output: z.object({ id: z.uuid() }),
})

const piece = z.object({ proofId: z.uuid() })

export const addActionEvidenceFile = endpoint({
  name: 'addActionEvidenceFile',
  method: 'POST',
  path: '/api/action-evidence/:proofId/file',
  upload: true,
  input: piece.extend({ file: storedFile }),
  output: done,
})

export const readActionEvidenceFile = endpoint({
  name: 'readActionEvidenceFile',
  method: 'GET',
  path: '/api/action-evidence/:proofId/file',
  input: piece,
  output: download,
})

/** Said by its owner. */
export const finishAction = endpoint({
  name: 'finishAction',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/finish',
  input: one.extend({ words }),
  output: done,
})

/** By another person, who has seen that it is done. With the last action its finding is closed. */
export const closeAction = endpoint({
  name: 'closeAction',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/close',
  input: one.extend({ words }),
  output: done,
})

/** It was not done after all, or came back: open again, with a date of its own. */
export const reopenAction = endpoint({
  name: 'reopenAction',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/reopen',
  input: one.extend({ words: reason, dueOn: day }),
  output: done,
})

export const askForTime = endpoint({
  name: 'askForTime',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/extension',
  input: one.extend({ dueOn: day, words: reason }),
  output: done,
})

export const answerForTime = endpoint({
  name: 'answerForTime',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/extension/answer',
  input: one.extend({ granted: z.boolean(), words }),
  output: done,
})

/** Somebody else answers for it from now on. */
export const giveAction = endpoint({
  name: 'giveAction',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/owner',
  input: one.extend({ ownerId: z.uuid() }),
  output: done,
})
