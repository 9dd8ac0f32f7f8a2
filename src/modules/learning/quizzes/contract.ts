import { z } from 'zod'
import { done, endpoint } from '../../../platform/endpoint.ts'

export const feedbacks = ['never', 'afterAttempt', 'afterEnd'] as const

const QuizFixed = z.object({ questionId: z.uuid(), points: z.number().min(0.5).max(100).default(1) })
export type QuizFixed = z.output<typeof QuizFixed>
const QuizDraw = z.object({
  /** all of them */
  tags: z.array(z.string().trim().min(1).max(40)).max(10).default([]),
  /** one of them; none: any */
  difficulties: z.array(z.int().min(1).max(5)).max(5).default([]),
  count: z.int().min(1).max(200),
  points: z.number().min(0.5).max(100).default(1),
})
export type QuizDraw = z.output<typeof QuizDraw>

/** A question of an attempt, as it was drawn: which version, and in which order its options were shown. */
export type Drawn = { questionId: string; version: number; points: number; options: string[]; targets: string[] }

const fields = {
  name: z.string().trim().min(1).max(120),
  about: z.string().trim().max(1000).default(''),
  fixed: z.array(QuizFixed).max(200).default([]),
  draws: z.array(QuizDraw).max(20).default([]),
  shuffle: z.boolean().default(true),
  shuffleOptions: z.boolean().default(true),
  minutes: z.int().min(1).max(600).nullable().default(null),
  attempts: z.int().min(1).max(100).nullable().default(1),
  passPercent: z.int().min(0).max(100).default(60),
  feedback: z.enum(feedbacks).default('afterAttempt'),
  opensAt: z.coerce.date().nullable().default(null),
  closesAt: z.coerce.date().nullable().default(null),
  listed: z.boolean().default(true),
}
export const QuizFields = z.object(fields)
export type QuizFields = z.output<typeof QuizFields>

const one = { quizId: z.uuid() }

/** What everybody may know of a quiz: not what it asks. */
export const QuizCard = z.object({
  id: z.uuid(),
  name: z.string(),
  about: z.string(),
  organizationName: z.string(),
  minutes: z.int().nullable(),
  attempts: z.int().nullable(),
  passPercent: z.int(),
  opensAt: z.coerce.date().nullable(),
  closesAt: z.coerce.date().nullable(),
  questions: z.int(),
  published: z.boolean(),
  mayChange: z.boolean(),
  mine: z.object({
    /** attempts that are over */
    made: z.int(),
    open: z.uuid().nullable(),
    passed: z.boolean(),
    best: z.number().nullable(),
  }),
})
export type QuizCard = z.output<typeof QuizCard>

/** Quizzes that the reader may sit, and those that they keep. */
export const listQuizzes = endpoint({
  name: 'listQuizzes',
  method: 'GET',
  path: '/api/quizzes',
  input: z.object({}),
  output: z.array(QuizCard),
})

const Attempt = z.object({
  id: z.uuid(),
  number: z.int(),
  startedAt: z.coerce.date(),
  submittedAt: z.coerce.date().nullable(),
  score: z.number().nullable(),
  most: z.number(),
  passed: z.boolean().nullable(),
})

export const seeQuiz = endpoint({
  name: 'seeQuiz',
  method: 'GET',
  path: '/api/quizzes/:quizId',
  input: z.object(one),
  output: QuizCard.extend({ attemptsMade: z.array(Attempt), refusal: z.string().nullable() }),
})

/** All of it, for those who keep it. */
export const Quiz = QuizFields.extend({
  id: z.uuid(),
  organizationId: z.uuid(),
  published: z.boolean(),
  /** somebody has begun: what is asked stays */
  begun: z.boolean(),
  extra: z.array(z.object({ personId: z.uuid(), name: z.string(), minutes: z.int() })),
})
export type Quiz = z.output<typeof Quiz>

export const readQuiz = endpoint({
  name: 'readQuiz',
  method: 'GET',
  path: '/api/quizzes/:quizId/plan',
  input: z.object(one),
  output: Quiz.extend({
    stems: z.record(z.string(), z.object({ en: z.string().optional(), zh: z.string().optional() })),
  }),
})

export const addQuiz = endpoint({
  name: 'addQuiz',
  method: 'POST',
  path: '/api/quizzes',
  input: z.object({ organizationId: z.uuid(), ...fields }),
  output: Quiz,
})

/** Once somebody has begun, only its name, times, attempts and feedback change. */
export const changeQuiz = endpoint({
  name: 'changeQuiz',
  method: 'PUT',
  path: '/api/quizzes/:quizId',
  input: z.object({ ...one, ...fields }),
  output: Quiz,
})

export const publishQuiz = endpoint({
  name: 'publishQuiz',
  method: 'POST',
  path: '/api/quizzes/:quizId/publication',
  input: z.object(one),
  output: Quiz,
})

export const retireQuiz = endpoint({
  name: 'retireQuiz',
  method: 'DELETE',
  path: '/api/quizzes/:quizId',
  input: z.object(one),
  output: done,
})

/** More time for somebody who needs it; 0 takes it back. */
export const giveExtraTime = endpoint({
  name: 'giveExtraTime',
  method: 'PUT',
  path: '/api/quizzes/:quizId/extra/:personId',
  input: z.object({ ...one, personId: z.uuid(), minutes: z.int().min(0).max(600) }),
  output: Quiz,
})
