import { z } from 'zod'
import { day, done, download, endpoint, storedFile } from '../../../platform/endpoint.ts'
import { Figure, Said } from '../../indicators/contract.ts'

/** The worst first: what wants somebody to act stands above what does not. */
export const states = ['late', 'atRisk', 'onTrack', 'met'] as const
export const State = z.enum(states)
export type State = z.output<typeof State>
export const senses = ['atLeast', 'atMost'] as const
export type Sense = (typeof senses)[number]

const Amount = z.object({ value: z.number(), inWords: Said })

export const ObjectiveRow = z.object({
  id: z.uuid(),
  title: z.string(),
  year: z.int(),
  organization: z.object({ id: z.uuid(), name: z.string() }),
  holder: z.object({ id: z.uuid(), name: z.string() }),
  parentId: z.uuid().nullable(),
  /** Null: evidence is counted, not records. */
  indicatorId: z.uuid().nullable(),
  sense: z.enum(senses),
  target: Amount,
  steps: z.array(z.number()).nullable(),
  stepsInWords: z.array(Said).nullable(),
  state: State,
  since: day,
  /** Of the year so far; null when there is nothing to measure, or nothing is counted under the indicator any more. */
  figure: Figure.nullable(),
  /** Confirmed pieces of evidence, where those are counted. */
  confirmed: z.int(),
  /** What should be reached by today. */
  expected: Amount,
  /** What the year ends with at this pace, and whose pace that is. Null: too early to say. */
  projection: Amount.extend({ basis: z.enum(['earlierYears', 'pace', 'value']) }).nullable(),
  mayChange: z.boolean(),
})
export type ObjectiveRow = z.output<typeof ObjectiveRow>

export const Evidence = z.object({
  id: z.uuid(),
  what: z.string(),
  onDate: day,
  fileName: z.string().nullable(),
  enteredBy: z.object({ id: z.uuid(), name: z.string() }),
  confirmedBy: z.string().nullable(),
  mayConfirm: z.boolean(),
  mayRemove: z.boolean(),
})
export type Evidence = z.output<typeof Evidence>

export const Objective = ObjectiveRow.extend({
  evidence: z.array(Evidence),
  /** What the parts below contribute. */
  below: z.array(ObjectiveRow),
  /** Parts just below that have none yet. */
  without: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
export type Objective = z.output<typeof Objective>

const one = z.object({ objectiveId: z.uuid() })
const year = z.coerce.number().int().min(2000).max(2200)

export const Fields = z.object({
  title: z.string().trim().min(1).max(120),
  holderId: z.uuid(),
  indicatorId: z.uuid().nullable().default(null),
  sense: z.enum(senses).default('atLeast'),
  target: z.coerce.number().min(0).max(1e12),
  steps: z.array(z.coerce.number().min(0).max(1e12)).length(4).nullable().default(null),
})
export type Fields = z.output<typeof Fields>

export const listObjectives = endpoint({
  name: 'listObjectives',
  method: 'GET',
  path: '/api/objectives',
  /** Of one organization and all below; without one, wherever the reader may count. */
  input: z.object({ year, organizationId: z.uuid().optional() }),
  output: z.array(ObjectiveRow),
})

export const readObjective = endpoint({
  name: 'readObjective',
  method: 'GET',
  path: '/api/objectives/:objectiveId',
  input: one,
  output: Objective,
})

export const keepObjective = endpoint({
  name: 'keepObjective',
  method: 'POST',
  path: '/api/objectives',
  input: Fields.extend({ organizationId: z.uuid(), year, parentId: z.uuid().nullable().default(null) }),
  output: ObjectiveRow,
})

export const changeObjective = endpoint({
  name: 'changeObjective',
  method: 'PUT',
  path: '/api/objectives/:objectiveId',
  input: one.extend(Fields.shape),
  output: ObjectiveRow,
})

export const removeObjective = endpoint({
  name: 'removeObjective',
  method: 'DELETE',
  path: '/api/objectives/:objectiveId',
  input: one,
  output: done,
})

export const bringBackObjective = endpoint({
  name: 'bringBackObjective',
  method: 'POST',
  path: '/api/objectives/:objectiveId/return',
  input: one,
  output: done,
})

export const addEvidence = endpoint({
  name: 'addEvidence',
  method: 'POST',
  path: '/api/objectives/:objectiveId/evidence',
  input: one.extend({ what: z.string().trim().min(1).max(300), onDate: day }),
  output: Evidence.pick({ id: true }),
})

const piece = z.object({ evidenceId: z.uuid() })

export const addEvidenceFile = endpoint({
  name: 'addEvidenceFile',
  method: 'POST',
  path: '/api/objective-evidence/:evidenceId/file',
  upload: true,
  input: piece.extend({ file: storedFile }),
  output: done,
})

export const readEvidenceFile = endpoint({
  name: 'readEvidenceFile',
  method: 'GET',
  path: '/api/objective-evidence/:evidenceId/file',
  input: piece,
  output: download,
})

/** By another person than whoever entered it; from then on it counts. */
export const confirmEvidence = endpoint({
  name: 'confirmEvidence',
  method: 'POST',
  path: '/api/objective-evidence/:evidenceId/confirmation',
  input: piece,
  output: done,
})

export const removeEvidence = endpoint({
  name: 'removeEvidence',
  method: 'DELETE',
  path: '/api/objective-evidence/:evidenceId',
  input: piece,
  output: done,
})
