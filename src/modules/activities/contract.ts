import { z } from 'zod'
import { day, endpoint } from '../../platform/endpoint.ts'
import { SeriesChoice, SeriesSummary } from './series/contract.ts'

export const activityKinds = ['meeting', 'study', 'training', 'service', 'event', 'visit'] as const
export const ActivityKind = z.enum(activityKinds)
export type ActivityKind = z.output<typeof ActivityKind>

export const participationStates = [
  'invited',
  'registered',
  'waitlisted',
  'confirmed',
  'cancelled',
  'attended',
  'late',
  'excused',
  'absent',
] as const
export const ParticipationState = z.enum(participationStates)
export type ParticipationState = z.output<typeof ParticipationState>

const named = z.object({ id: z.uuid(), name: z.string() })

export const ActivitySummary = z.object({
  id: z.uuid(),
  kind: ActivityKind,
  title: z.string(),
  topic: z.string().nullable(),
  hostId: z.uuid(),
  hostName: z.string(),
  placeId: z.uuid().nullable(),
  placeName: z.string().nullable(),
  seriesId: z.uuid().nullable(),
  seriesDate: day.nullable(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  cancelledAt: z.coerce.date().nullable(),
  /** people expected (the group's members that day, and whoever was invited), and how many of them came */
  expected: z.int(),
  attended: z.int(),
  recorded: z.int(),
  /** what the reader has to do with it; null: nothing */
  mine: ParticipationState.nullable(),
})
export type ActivitySummary = z.output<typeof ActivitySummary>

export const Activity = ActivitySummary.extend({
  description: z.string().nullable(),
  groupId: z.uuid().nullable(),
  groupName: z.string().nullable(),
  ledgerNumber: z.string().nullable(),
  teams: z.array(named),
  equipmentIds: z.array(z.uuid()),
  series: SeriesSummary.nullable(),
  detached: z.boolean(),
  sequence: z.int(),
  changedAt: z.coerce.date(),
  cancelReason: z.string().nullable(),
  /** why the reader said that they will not come */
  declined: z.string().nullable(),
  may: z.object({ change: z.boolean(), record: z.boolean(), seePeople: z.boolean() }),
})
export type Activity = z.output<typeof Activity>

/** Which activities of a series a change is meant for. */
export const Scope = z.enum(['this', 'following', 'all'])
export type Scope = z.output<typeof Scope>

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((value) => value || null)

export const ActivityFields = z.object({
  kind: ActivityKind,
  title: z.string().trim().min(1).max(200),
  topic: text(200),
  description: text(5000),
  hostId: z.uuid(),
  placeId: z.uuid().nullable().default(null),
  groupId: z.uuid().nullable().default(null),
  teamIds: z.array(z.uuid()).max(50).default([]),
  equipmentIds: z.array(z.uuid()).max(50).default([]),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
})
export type ActivityFields = z.output<typeof ActivityFields>

export const listActivities = endpoint({
  name: 'listActivities',
  method: 'GET',
  path: '/api/activities',
  input: z.object({
    /** days of the tenant's calendar; `to` is not included */
    from: day,
    to: day,
    kind: z.union([ActivityKind, z.literal('')]).optional(),
    organizationId: z.uuid().optional(),
    placeId: z.uuid().optional(),
    mine: z.stringbool().default(false),
  }),
  output: z.object({
    activities: z.array(ActivitySummary),
    specialDays: z.array(z.object({ date: day, name: z.string(), works: z.boolean() })),
    unpublishedYears: z.array(z.int()),
    timeZone: z.string(),
    today: day,
    /** there were more than fit: narrow the range */
    more: z.boolean(),
  }),
})
export type Calendar = z.output<(typeof listActivities)['output']>

const one = { activityId: z.uuid() }

export const getActivity = endpoint({
  name: 'getActivity',
  method: 'GET',
  path: '/api/activities/:activityId',
  input: z.object(one),
  output: Activity,
})

export const createActivity = endpoint({
  name: 'createActivity',
  method: 'POST',
  path: '/api/activities',
  input: ActivityFields.extend({ series: SeriesChoice.nullable().default(null) }),
  output: Activity,
})

export const changeActivity = endpoint({
  name: 'changeActivity',
  method: 'PUT',
  path: '/api/activities/:activityId',
  input: ActivityFields.extend({
    ...one,
    scope: Scope.default('this'),
    series: SeriesChoice.nullable().default(null),
    /** the `sequence` that the form was opened with: what somebody else changed since is not overwritten unseen */
    sequence: z.int().optional(),
  }),
  output: Activity,
})

export const cancelActivity = endpoint({
  name: 'cancelActivity',
  method: 'POST',
  path: '/api/activities/:activityId/cancel',
  input: z.object({ ...one, reason: z.string().trim().min(1).max(500), scope: Scope.default('this') }),
  output: Activity,
})

/** It takes place after all. */
export const restoreActivity = endpoint({
  name: 'restoreActivity',
  method: 'POST',
  path: '/api/activities/:activityId/restore',
  input: z.object(one),
  output: Activity,
})

export const invitePeople = endpoint({
  name: 'invitePeople',
  method: 'POST',
  path: '/api/activities/:activityId/people',
  input: z.object({ ...one, personIds: z.array(z.uuid()).min(1).max(500) }),
  output: Activity,
})

export const uninvitePerson = endpoint({
  name: 'uninvitePerson',
  method: 'DELETE',
  path: '/api/activities/:activityId/people/:personId',
  input: z.object({ ...one, personId: z.uuid() }),
  output: Activity,
})

export const searchActivities = endpoint({
  name: 'searchActivities',
  method: 'GET',
  path: '/api/activities/search',
  input: z.object({ q: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(50).default(8) }),
  output: z.array(
    z.object({
      id: z.uuid(),
      kind: ActivityKind,
      name: z.string(),
      where: z.string().nullable(),
      startsAt: z.coerce.date(),
      cancelledAt: z.coerce.date().nullable(),
    }),
  ),
})

/** What is on for the reader, and which attendance sheets they owe. */
export const myDay = endpoint({
  name: 'myDay',
  method: 'GET',
  path: '/api/my-day',
  input: z.object({}),
  output: z.object({
    day,
    timeZone: z.string(),
    today: z.array(ActivitySummary),
    week: z.array(ActivitySummary),
    owed: z.array(ActivitySummary.extend({ late: z.boolean() })),
  }),
})
export type MyDay = z.output<(typeof myDay)['output']>

export const yearOfActivities = endpoint({
  name: 'yearOfActivities',
  method: 'GET',
  path: '/api/activities/year/:year',
  input: z.object({
    year: z.coerce.number().int().min(1900).max(2200),
    kind: z.union([ActivityKind, z.literal('')]).optional(),
    organizationId: z.uuid().optional(),
  }),
  output: z.object({
    days: z.array(z.object({ date: day, activities: z.int() })),
    specialDays: z.array(z.object({ date: day, name: z.string(), works: z.boolean() })),
    published: z.boolean(),
  }),
})
