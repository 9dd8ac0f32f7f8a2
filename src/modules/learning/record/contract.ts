import { z } from 'zod'
import { day, download, endpoint, nothing } from '../../../platform/endpoint.ts'

export const RecordedSession = z.object({
  activityId: z.uuid(),
  title: z.string(),
  topic: z.string().nullable(),
  day,
  minutes: z.int(),
  /** attended, or made up: never both */
  way: z.enum(['attended', 'madeUp']),
})
export type RecordedSession = z.output<typeof RecordedSession>

export const RecordedCourse = z.object({
  courseId: z.uuid(),
  name: z.string(),
  organizationName: z.string(),
  doneOn: day,
  /** the certificate of it, if one was issued and stands */
  credentialId: z.uuid().nullable(),
})
export type RecordedCourse = z.output<typeof RecordedCourse>

export const RecordedYear = z.object({
  year: z.int(),
  sessions: z.array(RecordedSession),
  courses: z.array(RecordedCourse),
  attended: z.int(),
  madeUp: z.int(),
  /** minutes of the sessions attended; what was made up was read, not sat through */
  minutes: z.int(),
})
export type RecordedYear = z.output<typeof RecordedYear>

/** What the reader has learnt over the years, the last year first. */
export const myRecord = endpoint({
  name: 'myRecord',
  method: 'GET',
  path: '/api/learning/record',
  input: nothing,
  output: z.object({ name: z.string(), years: z.array(RecordedYear) }),
})
export type MyRecord = z.output<(typeof myRecord)['output']>

/** The same to print. */
export const recordFile = endpoint({
  name: 'recordFile',
  method: 'GET',
  path: '/api/learning/record/pdf',
  input: nothing,
  output: download,
})

/** A course that is done, certified in the name of whoever keeps it; asked again, it is the same certificate. */
export const certifyCourse = endpoint({
  name: 'certifyCourse',
  method: 'POST',
  path: '/api/courses/:courseId/certificate',
  input: z.object({ courseId: z.uuid() }),
  output: z.object({ credentialId: z.uuid() }),
})
