import { z } from 'zod'
import { done, endpoint } from '../../../platform/endpoint.ts'
import { Grade } from '../findings/contract.ts'

export const checklistUses = ['safety', 'review'] as const
export const askedKinds = ['yesNo', 'score', 'measure', 'choice', 'photo', 'signature'] as const
export type AskedKind = (typeof askedKinds)[number]

const mark = z
  .string()
  .regex(/^[A-Za-z_][\w-]*$/)
  .max(40)
const line = (max: number) => z.string().trim().max(max)
const finite = z.number().min(-1e9).max(1e9)

/** One of several answers; whether it is as it should be. */
export const Choice = z.object({ id: mark, text: line(200), fine: z.boolean() })

/** What is asked. Fields that its kind does not know are not looked at. */
export const Asked = z.object({
  id: mark,
  kind: z.enum(askedKinds),
  text: line(500),
  help: line(1000).default(''),
  /** how much it counts beside the others; 0: not at all */
  weight: z.int().min(0).max(100).default(1),
  /** when this is not in order, the whole is not */
  critical: z.boolean().default(false),
  /** how bad it is when it is not in order, unless whoever checks says otherwise */
  grade: Grade.default('minor'),
  /** a word for the kind of fault, by which faults are found again */
  fault: line(40).default(''),
  /** in reviews: the named figure that stands beside it; of a measured value, it is the value */
  indicatorId: z.uuid().nullable().default(null),
  /** yesNo: the answer that is as it should be */
  good: z.enum(['yes', 'no']).default('yes'),
  /** score: from 0 to this; below `least` it is not in order */
  most: z.int().min(1).max(100).default(5),
  least: z.int().min(0).max(100).default(3),
  /** measure: in order between these, each of which may be missing */
  unit: line(20).default(''),
  from: finite.nullable().default(null),
  to: finite.nullable().default(null),
  choices: z.array(Choice).max(20).default([]),
  /** asked only if an earlier question was answered with one of `is`: 'fine', 'amiss', or an answer itself */
  when: z
    .object({ id: mark, is: z.array(z.string().max(40)).min(1).max(20) })
    .nullable()
    .default(null),
})
export type Asked = z.output<typeof Asked>

export const Content = z.object({
  about: line(1000).default(''),
  /** in hundredths of all points: from here on the whole is in order, if nothing critical is amiss */
  enough: z.int().min(0).max(100).default(0),
  sections: z
    .array(z.object({ id: mark, title: line(120), questions: z.array(Asked).min(1).max(200) }))
    .min(1)
    .max(40),
})
export type Content = z.output<typeof Content>

/** 'na': does not apply here. A photo or signature is answered by the file's own id. */
export const Answer = z.object({
  value: z.union([z.enum(['yes', 'no', 'na']), mark, finite]).nullable(),
  note: line(1000).default(''),
})
export type Answer = z.output<typeof Answer>
export const Answers = z.record(mark, Answer)
export type Answers = z.output<typeof Answers>

const Line = z.object({
  id: z.uuid(),
  name: z.string(),
  use: z.enum(checklistUses),
  version: z.int(),
  questions: z.int(),
  retired: z.boolean(),
})
export type ChecklistLine = z.output<typeof Line>

export const Checklist = Line.extend({
  content: Content,
  changedAt: z.coerce.date(),
  changedBy: z.string().nullable(),
  mayChange: z.boolean(),
})
export type Checklist = z.output<typeof Checklist>

const one = { checklistId: z.uuid() }
const name = line(80).min(1)

export const listChecklists = endpoint({
  name: 'listChecklists',
  method: 'GET',
  path: '/api/checklists',
  input: z.object({
    use: z.enum(checklistUses).optional(),
    retired: z.stringbool().or(z.boolean()).default(false),
  }),
  output: z.object({ checklists: z.array(Line), mayKeep: z.boolean() }),
})

export const seeChecklist = endpoint({
  name: 'seeChecklist',
  method: 'GET',
  path: '/api/checklists/:checklistId',
  input: z.object({ ...one, version: z.coerce.number().int().optional() }),
  output: Checklist.extend({
    versions: z.array(z.object({ number: z.int(), changedAt: z.coerce.date(), changedBy: z.string().nullable() })),
  }),
})

export const addChecklist = endpoint({
  name: 'addChecklist',
  method: 'POST',
  path: '/api/checklists',
  input: z.object({ name, use: z.enum(checklistUses), content: Content }),
  output: Checklist,
})

/** Checks that were begun keep the version that they were begun with; this is the next one. */
export const changeChecklist = endpoint({
  name: 'changeChecklist',
  method: 'POST',
  path: '/api/checklists/:checklistId/versions',
  input: z.object({ ...one, name, content: Content }),
  output: Checklist,
})

/** Is not used for new checks; those that have it keep it. */
export const retireChecklist = endpoint({
  name: 'retireChecklist',
  method: 'DELETE',
  path: '/api/checklists/:checklistId',
  input: z.object(one),
  output: done,
})

export const bringBackChecklist = endpoint({
  name: 'bringBackChecklist',
  method: 'POST',
  path: '/api/checklists/:checklistId/return',
  input: z.object(one),
  output: done,
})
