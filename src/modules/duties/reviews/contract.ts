import { z } from 'zod'
import { day, done, download, endpoint } from '../../../platform/endpoint.ts'
import { Answers, Content } from '../../checks/checklists/contract.ts'
import { Action, Grade, NewAction } from '../../checks/findings/contract.ts'
import { Figure, PeriodText, Records } from '../../indicators/contract.ts'

const named = z.object({ id: z.uuid(), name: z.string() })

/** planned: the reviewer is at it; sent: the community answers; final: nothing of it changes any more. */
export const stages = ['planned', 'sent', 'final'] as const
export const Stage = z.enum(stages)
export type Stage = z.output<typeof Stage>

export const ReviewRow = z.object({
  id: z.uuid(),
  organization: named,
  checklist: named,
  period: z.string(),
  plannedOn: day,
  reviewer: named,
  stage: Stage,
  findings: z.int(),
  answered: z.int(),
})
export type ReviewRow = z.output<typeof ReviewRow>

/** Seen beside what the list asks. */
export const SeenToo = z.object({ words: z.string().trim().min(1).max(500), grade: Grade.nullable().default(null) })
export type SeenToo = z.output<typeof SeenToo>

export const ReviewFinding = z.object({
  id: z.uuid(),
  question: z.string().nullable(),
  words: z.string(),
  grade: Grade.nullable(),
  closedAt: z.coerce.date().nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.coerce.date().nullable(),
  actions: z.array(Action),
})
export type ReviewFinding = z.output<typeof ReviewFinding>

export const Review = ReviewRow.extend({
  content: Content,
  /** With those that records give. */
  answers: Answers,
  /** By the mark of the question: as they stand, or stood when it was sent. */
  figures: z.record(z.string(), Figure),
  more: z.array(SeenToo),
  seen: z.string(),
  found: z.array(ReviewFinding),
  sentAt: z.coerce.date().nullable(),
  finalAt: z.coerce.date().nullable(),
  mayDo: z.boolean(),
  mayAnswer: z.boolean(),
  mayFinish: z.boolean(),
})
export type Review = z.output<typeof Review>

const one = z.object({ reviewId: z.uuid() })

export const listReviews = endpoint({
  name: 'listReviews',
  method: 'GET',
  path: '/api/reviews',
  /** Of one organization and all below; without one, wherever the reader may see them. The latest first. */
  input: z.object({ organizationId: z.uuid().optional() }),
  output: z.object({ reviews: z.array(ReviewRow), mayPlan: z.boolean() }),
})

export const planReview = endpoint({
  name: 'planReview',
  method: 'POST',
  path: '/api/reviews',
  input: z.object({
    organizationId: z.uuid(),
    checklistId: z.uuid(),
    reviewerId: z.uuid(),
    period: PeriodText,
    plannedOn: day,
  }),
  output: z.object({ id: z.uuid() }),
})

export const readReview = endpoint({
  name: 'readReview',
  method: 'GET',
  path: '/api/reviews/:reviewId',
  input: one,
  output: Review,
})

/** Kept as it goes: all that was seen so far. */
export const keepReview = endpoint({
  name: 'keepReview',
  method: 'PUT',
  path: '/api/reviews/:reviewId',
  input: one.extend({ answers: Answers, more: z.array(SeenToo).max(50), seen: z.string().trim().max(5000) }),
  output: done,
})

/** To the community. What is not in order becomes a finding; the figures stand from now on. */
export const sendReview = endpoint({
  name: 'sendReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/sending',
  input: one,
  output: done,
})

/** By the community: what it says to it, and what it will do until when. */
export const answerFinding = endpoint({
  name: 'answerFinding',
  method: 'PUT',
  path: '/api/reviews/:reviewId/findings/:findingId',
  input: one.extend({
    findingId: z.uuid(),
    words: z.string().trim().min(1).max(2000),
    action: NewAction.nullable().default(null),
  }),
  output: done,
})

/** By the reviewer, once every finding is answered. */
export const finishReview = endpoint({
  name: 'finishReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/final',
  input: one,
  output: done,
})

/** It was planned by mistake; one that was sent stays. */
export const removeReview = endpoint({
  name: 'removeReview',
  method: 'DELETE',
  path: '/api/reviews/:reviewId',
  input: one,
  output: done,
})

export const bringBackReview = endpoint({
  name: 'bringBackReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/return',
  input: one,
  output: done,
})

/** The records that a figure of a review that was sent was counted from, as they stand today. */
export const reviewRecords = endpoint({
  name: 'reviewRecords',
  method: 'GET',
  path: '/api/reviews/:reviewId/records',
  input: one.extend({ question: z.string().max(3000), limit: z.coerce.number().int().min(1).max(200).default(20) }),
  output: Records.extend({ missing: z.int() }),
})

const Beside = z.object({
  id: z.uuid(),
  period: z.string(),
  plannedOn: day,
  findings: z.int(),
  /** Of those findings, how many are closed today. */
  closed: z.int(),
})

/** A review beside earlier ones of the same community with the same list. Never beside another's. */
export const compareReview = endpoint({
  name: 'compareReview',
  method: 'GET',
  path: '/api/reviews/:reviewId/comparison',
  input: one,
  output: z.object({
    organization: named,
    checklist: named,
    /** This one first, then earlier ones, the latest first. */
    reviews: z.array(Beside),
    questions: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        /** One for each review; null: not asked then, or not answered. */
        given: z.array(
          z
            .object({
              value: z.union([z.string(), z.number()]).nullable(),
              fine: z.boolean().nullable(),
              figure: Figure.nullable(),
            })
            .nullable(),
        ),
      }),
    ),
  }),
})
export type Comparison = z.output<(typeof compareReview)['output']>

export const reviewFile = endpoint({
  name: 'reviewFile',
  method: 'GET',
  path: '/api/reviews/:reviewId/file',
  input: one,
  output: download,
})
