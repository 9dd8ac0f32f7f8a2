import { z } from 'zod'
import { day, download, endpoint, nothing } from '../../../platform/endpoint.ts'
import { MemberState } from '../courses/progress/contract.ts'

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
  /** why the one that there was does not stand any more: there is no other for the same */
  revoked: z.string().nullable(),
})
export type RecordedCourse = z.output<typeof RecordedCourse>

/** A quiz that was passed, in the year of the first pass; a round of a contest stands with the contest. */
export const RecordedQuiz = z.object({
  quizId: z.uuid(),
  name: z.string(),
  organizationName: z.string(),
  passedOn: day,
  /** the best score so far, as a share of what could be had: told to nobody but whose record it is */
  best: z.number(),
})
export type RecordedQuiz = z.output<typeof RecordedQuiz>

/** A contest that is finished, in which they or their team sat. */
export const RecordedContest = z.object({
  contestId: z.uuid(),
  name: z.string(),
  organizationName: z.string(),
  day,
  place: z.int(),
  /** sides that took part */
  of: z.int(),
  team: z.string().nullable(),
  prize: z.string().nullable(),
  /** the certificate of the prize, if one was issued and stands */
  credentialId: z.uuid().nullable(),
  revoked: z.string().nullable(),
})
export type RecordedContest = z.output<typeof RecordedContest>

export const RecordedYear = z.object({
  year: z.int(),
  sessions: z.array(RecordedSession),
  courses: z.array(RecordedCourse),
  quizzes: z.array(RecordedQuiz),
  contests: z.array(RecordedContest),
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

/** A prize, certified to whoever won it or was in the team that did; asked again, it is the same certificate. */
export const certifyPrize = endpoint({
  name: 'certifyPrize',
  method: 'POST',
  path: '/api/contests/:contestId/certificate',
  input: z.object({ contestId: z.uuid() }),
  output: z.object({ credentialId: z.uuid() }),
})

/** What somebody had to learn in a year, and what of it was done by its end; asked for by modules that know who may read it. */
export const TrainingOfYear = z.object({
  /** Those that were due or done in that year, or due before and still open. */
  courses: z.array(
    z.object({
      courseId: z.uuid(),
      name: z.string(),
      organizationName: z.string(),
      dueOn: day,
      doneOn: day.nullable(),
      state: MemberState,
    }),
  ),
  sessions: RecordedYear.pick({ attended: true, madeUp: true, minutes: true }),
})
export type TrainingOfYear = z.output<typeof TrainingOfYear>
