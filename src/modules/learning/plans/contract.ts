import { z } from 'zod'
import { day, done, endpoint } from '../../../platform/endpoint.ts'

const month = z.int().min(1).max(12)
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((value) => value || null)

/** What is to be studied, and when. `id` is the same in every version of the plan, whatever the topic is called. */
export const TopicFields = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1).max(200),
  aim: text(2000),
  material: text(2000),
  minutes: z.int().min(1).max(60_000),
  fromMonth: month,
  toMonth: month,
})
export type TopicFields = z.output<typeof TopicFields>

export const topicStates = ['covered', 'thin', 'open', 'late'] as const
export const TopicState = z.enum(topicStates)
export type TopicState = z.output<typeof TopicState>

export const VersionSummary = z.object({
  number: z.int(),
  state: z.enum(['draft', 'agreed']),
  reason: z.string().nullable(),
  writtenBy: z.string(),
  writtenAt: z.coerce.date(),
  agreedBy: z.string().nullable(),
  agreedAt: z.coerce.date().nullable(),
})
export type VersionSummary = z.output<typeof VersionSummary>

export const StudySession = z.object({
  id: z.uuid(),
  title: z.string(),
  topic: z.string().nullable(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
})
export type StudySession = z.output<typeof StudySession>

export const CoveredTopic = TopicFields.extend({
  state: TopicState,
  /** minutes of the sessions held on it */
  held: z.int(),
  /** minutes of sessions ahead that name it */
  ahead: z.int(),
  sessions: z.array(StudySession),
})
export type CoveredTopic = z.output<typeof CoveredTopic>

/** Where what is missing fits: a session ahead that has no topic yet, or a day of the rule on which nothing stands. */
export const Proposal = z.object({
  topicId: z.uuid(),
  title: z.string(),
  late: z.boolean(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  activityId: z.uuid().nullable(),
  seriesId: z.uuid().nullable(),
})
export type Proposal = z.output<typeof Proposal>

const Tally = z.object({ covered: z.int(), thin: z.int(), open: z.int(), late: z.int() })
export type Tally = z.output<typeof Tally>

const Head = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  groupName: z.string(),
  organizationName: z.string(),
  year: z.int(),
  /** the number of the agreed version; null: none yet */
  agreed: z.int().nullable(),
  drafting: z.boolean(),
})

export const PlanRow = Head.extend({ topics: Tally })
export type PlanRow = z.output<typeof PlanRow>

export const StudyPlan = Head.extend({
  /** the agreed version's topics, or those of the first draft */
  topics: z.array(CoveredTopic),
  tally: Tally,
  /** sessions held whose topic is none of the plan, or which name none */
  otherSessions: z.array(StudySession),
  proposals: z.array(Proposal),
  /** what is missing and fits on no free day */
  unfitted: z.array(z.object({ topicId: z.uuid(), title: z.string(), minutes: z.int() })),
  versions: z.array(VersionSummary),
  draft: z
    .object({ number: z.int(), revision: z.int(), reason: z.string().nullable(), topics: z.array(TopicFields) })
    .nullable(),
  may: z.object({ change: z.boolean(), agree: z.boolean() }),
})
export type StudyPlan = z.output<typeof StudyPlan>

const year = z.coerce.number().int().min(1900).max(2200)
const one = { studyPlanId: z.uuid() }

export const listStudyPlans = endpoint({
  name: 'listStudyPlans',
  method: 'GET',
  path: '/api/study-plans',
  input: z.object({ year: year.optional() }),
  output: z.object({
    year: z.int(),
    plans: z.array(PlanRow),
    /** groups without a plan for that year, for which the reader may begin one */
    without: z.array(z.object({ id: z.uuid(), name: z.string(), organizationName: z.string() })),
  }),
})

export const getStudyPlan = endpoint({
  name: 'getStudyPlan',
  method: 'GET',
  path: '/api/study-plans/:studyPlanId',
  input: z.object(one),
  output: StudyPlan,
})

/** Begins as an empty draft, or with what the year before was agreed. */
export const beginStudyPlan = endpoint({
  name: 'beginStudyPlan',
  method: 'POST',
  path: '/api/study-plans',
  input: z.object({ groupId: z.uuid(), year, asLastYear: z.boolean().default(false) }),
  output: StudyPlan,
})

/** All topics in their order. Of an agreed plan this begins the next version. */
export const writeStudyPlan = endpoint({
  name: 'writeStudyPlan',
  method: 'PUT',
  path: '/api/study-plans/:studyPlanId/draft',
  input: z.object({
    ...one,
    topics: z.array(TopicFields).max(100),
    reason: text(500),
    /** the `revision` that the form was opened with; null: there was no draft */
    revision: z.int().nullable().default(null),
  }),
  output: StudyPlan,
})

/** What is agreed stands; a plan of which nothing was agreed goes away. */
export const discardStudyDraft = endpoint({
  name: 'discardStudyDraft',
  method: 'DELETE',
  path: '/api/study-plans/:studyPlanId/draft',
  input: z.object(one),
  output: done,
})

export const agreeStudyPlan = endpoint({
  name: 'agreeStudyPlan',
  method: 'POST',
  path: '/api/study-plans/:studyPlanId/agree',
  input: z.object({ ...one, reason: text(500) }),
  output: StudyPlan,
})

export const changedFields = ['title', 'aim', 'material', 'minutes', 'fromMonth', 'toMonth'] as const
export const TopicChange = z.object({
  topicId: z.uuid(),
  title: z.string(),
  change: z.enum(['added', 'gone', 'changed', 'same']),
  fields: z.array(
    z.object({
      field: z.enum(changedFields),
      from: z.union([z.string(), z.int()]).nullable(),
      to: z.union([z.string(), z.int()]).nullable(),
    }),
  ),
})
export type TopicChange = z.output<typeof TopicChange>

export const compareStudyPlan = endpoint({
  name: 'compareStudyPlan',
  method: 'GET',
  path: '/api/study-plans/:studyPlanId/comparison',
  input: z.object({ ...one, from: z.coerce.number().int(), to: z.coerce.number().int() }),
  output: z.array(TopicChange),
})

/** Puts a topic onto a session ahead, or onto a free day of the series' rule, which gets a session. */
export const fitTopic = endpoint({
  name: 'fitTopic',
  method: 'POST',
  path: '/api/study-plans/:studyPlanId/fit',
  input: z.object({
    ...one,
    topicId: z.uuid(),
    activityId: z.uuid().nullable().default(null),
    day: day.nullable().default(null),
  }),
  output: StudyPlan,
})
