import { z } from 'zod'
import { endpoint, secret } from '../../../../platform/endpoint.ts'
import { Bilingual, questionKinds } from '../../bank/contract.ts'

const one = { quizId: z.uuid(), attemptId: z.uuid() }
const option = z.object({ id: z.string(), text: Bilingual })

const Shown = z.object({
  position: z.int(),
  kind: z.enum(questionKinds),
  points: z.number(),
  stem: Bilingual,
  /** in the order in which they stand, named by their place */
  options: z.array(option),
  targets: z.array(option),
  blanks: z.int(),
  /** so many options may be chosen */
  most: z.int().nullable(),
  /** of several things: what each asks, and which options and targets are its */
  pieces: z.array(
    z.object({
      kind: z.enum(questionKinds),
      text: Bilingual,
      most: z.int().nullable(),
      options: z.array(z.string()),
      targets: z.array(z.string()),
    }),
  ),
})
export type Shown = z.output<typeof Shown>

const Given = z.object({
  position: z.int().min(0).max(400),
  /** places of options, in an order theirs, pairs as '2 1'; texts by blank */
  answer: z.array(z.string().max(4000)).max(50),
  /** when it was given, on the clock of whoever answers; of two the later one stands, of the same moment the one with the higher counter */
  givenAt: z.coerce.date(),
  counter: z.int().min(0),
})
export type Given = z.output<typeof Given>

const Sitting = z.object({
  id: z.uuid(),
  quizId: z.uuid(),
  quizName: z.string(),
  number: z.int(),
  startedAt: z.coerce.date(),
  endsAt: z.coerce.date().nullable(),
  /** what time it is on the server */
  now: z.coerce.date(),
  submittedAt: z.coerce.date().nullable(),
  questions: z.array(Shown),
  answers: z.array(Given),
})
export type Sitting = z.output<typeof Sitting>

/** Draws once; whoever has begun comes back to the same questions. */
export const startAttempt = endpoint({
  name: 'startAttempt',
  method: 'POST',
  path: '/api/quizzes/:quizId/attempts',
  input: z.object({ quizId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
})

export const seeAttempt = endpoint({
  name: 'seeAttempt',
  method: 'GET',
  path: '/api/quizzes/:quizId/attempts/:attemptId',
  input: z.object(one),
  output: Sitting,
})

/** Each answer as it is given, as often as it takes: the same sent twice is one. */
export const saveAnswers = endpoint({
  name: 'saveAnswers',
  method: 'POST',
  path: '/api/quizzes/:quizId/attempts/:attemptId/answers',
  input: z.object({ ...one, answers: secret(z.array(Given).min(1).max(200)) }),
  output: z.object({ saved: z.array(z.int()), now: z.coerce.date() }),
})

export const submitAttempt = endpoint({
  name: 'submitAttempt',
  method: 'POST',
  path: '/api/quizzes/:quizId/attempts/:attemptId/submission',
  input: z.object(one),
  output: z.object({ score: z.number().nullable(), most: z.number(), passed: z.boolean().nullable() }),
})

const Told = Shown.extend({
  answer: z.array(z.string()),
  share: z.number().nullable(),
  right: z.array(z.string()),
  /** of numbers and blanks in words */
  rightText: z.array(z.string()),
  explanation: Bilingual.nullable(),
})
export type Told = z.output<typeof Told>

/** How it went; what was right only when the quiz says so. */
export const seeResult = endpoint({
  name: 'seeResult',
  method: 'GET',
  path: '/api/quizzes/:quizId/attempts/:attemptId/result',
  input: z.object(one),
  output: z.object({
    quizName: z.string(),
    submittedAt: z.coerce.date(),
    score: z.number().nullable(),
    most: z.number(),
    passed: z.boolean().nullable(),
    passPercent: z.int(),
    hidden: z.enum(['never', 'afterEnd']).nullable(),
    questions: z.array(Told),
  }),
})
