import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { ParticipationState } from '../contract.ts'
import { marks } from './rules.ts'

export const Mark = z.enum(marks)

export const SheetRow = z.object({
  personId: z.uuid(),
  name: z.string(),
  /** a member of the group on that day, or invited; whoever else came is not */
  expected: z.boolean(),
  status: ParticipationState.nullable(),
  minutes: z.int().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: z.coerce.date().nullable(),
})
export type SheetRow = z.output<typeof SheetRow>

export const Sheet = z.object({
  activityId: z.uuid(),
  mayRecord: z.boolean(),
  /** group members who joined later or had left: not expected, shown so that nobody looks for them */
  notMembers: z.array(z.object({ personId: z.uuid(), name: z.string() })),
  rows: z.array(SheetRow),
})
export type Sheet = z.output<typeof Sheet>

const activityId = z.uuid()

export const getSheet = endpoint({
  name: 'getSheet',
  method: 'GET',
  path: '/api/activities/:activityId/sheet',
  input: z.object({ activityId }),
  output: Sheet,
})

export const SheetEntry = z.object({
  personId: z.uuid(),
  /** null: nothing is known again */
  status: Mark.nullable(),
  minutes: z.int().min(0).max(1440).nullable().default(null),
  note: z.string().trim().max(300).nullable().default(null),
  at: z.coerce.date(),
  seen: z.coerce.date().nullable().default(null),
})
export type SheetEntry = z.output<typeof SheetEntry>

/** Some lines of the sheet: those that were touched. Sent again, they change nothing. */
export const recordAttendance = endpoint({
  name: 'recordAttendance',
  method: 'PUT',
  path: '/api/activities/:activityId/sheet',
  input: z.object({ activityId, entries: z.array(SheetEntry).min(1).max(1000) }),
  output: z.object({
    /** as they stand now */
    rows: z.array(SheetRow),
    /** lines that somebody else wrote meanwhile, left as they are */
    conflicts: z.array(z.uuid()),
  }),
})
