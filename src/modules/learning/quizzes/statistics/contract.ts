import { z } from 'zod'
import { endpoint } from '../../../../platform/endpoint.ts'
import { Bilingual, questionKinds } from '../../bank/contract.ts'

/** How a quiz went: people and questions, for those who keep it. */
export const quizResults = endpoint({
  name: 'quizResults',
  method: 'GET',
  path: '/api/quizzes/:quizId/results',
  input: z.object({ quizId: z.uuid() }),
  output: z.object({
    begun: z.int(),
    over: z.int(),
    passed: z.int(),
    toMark: z.int(),
    people: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        attempts: z.int(),
        best: z.number().nullable(),
        most: z.number(),
        passed: z.boolean(),
      }),
    ),
    questions: z.array(
      z.object({
        questionId: z.uuid(),
        kind: z.enum(questionKinds),
        stem: Bilingual,
        count: z.int(),
        difficulty: z.number(),
        discrimination: z.number().nullable(),
        options: z.array(z.object({ text: Bilingual, right: z.boolean(), chosen: z.int() })),
        doubt: z.enum(['tooEasy', 'tooHard', 'wrongWay', 'distractorUnused']).nullable(),
      }),
    ),
  }),
})
