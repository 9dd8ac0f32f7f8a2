import { z } from 'zod'
import { endpoint } from '../../../../platform/endpoint.ts'
import { Bilingual } from '../../bank/contract.ts'

/** Short texts that wait for somebody to mark them; whose they are is not said. */
export const listToMark = endpoint({
  name: 'listToMark',
  method: 'GET',
  path: '/api/quizzes/:quizId/marking',
  input: z.object({ quizId: z.uuid() }),
  output: z.object({
    quizName: z.string(),
    answers: z.array(
      z.object({
        attemptId: z.uuid(),
        position: z.int(),
        stem: Bilingual,
        guide: Bilingual.nullable(),
        points: z.number(),
        answer: z.string(),
      }),
    ),
  }),
})

export const markAnswer = endpoint({
  name: 'markAnswer',
  method: 'PUT',
  path: '/api/quizzes/:quizId/attempts/:attemptId/marks/:position',
  input: z.object({
    quizId: z.uuid(),
    attemptId: z.uuid(),
    position: z.coerce.number().int().min(0).max(400),
    share: z.number().min(0).max(1),
  }),
  output: z.object({ done: z.literal(true), score: z.number().nullable() }),
})
