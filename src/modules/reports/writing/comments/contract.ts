import { z } from 'zod'
import { done, endpoint } from '../../../../platform/endpoint.ts'

const Named = z.object({ id: z.uuid(), name: z.string() })
const Text = z.string().trim().min(1).max(2000)

export const Comment = z.object({
  id: z.uuid(),
  person: Named.nullable(),
  /** Empty when it was deleted: that somebody said something stays, what they said does not. */
  text: z.string(),
  at: z.coerce.date(),
  editedAt: z.coerce.date().nullable(),
  deleted: z.boolean(),
  mine: z.boolean(),
})
export type Comment = z.output<typeof Comment>

/** What people say about one place in a report, the first first. The text carries `id` as a mark where the place is. */
export const Thread = z.object({
  id: z.uuid(),
  /** What stood there when it was begun. */
  quote: z.string(),
  resolved: z.object({ by: z.string().nullable(), at: z.coerce.date() }).nullable(),
  comments: z.array(Comment),
})
export type Thread = z.output<typeof Thread>

export const listThreads = endpoint({
  name: 'listThreads',
  method: 'GET',
  path: '/api/reports/:reportId/threads',
  input: z.object({ reportId: z.uuid() }),
  output: z.array(Thread),
})

export const beginThread = endpoint({
  name: 'beginThread',
  method: 'POST',
  path: '/api/reports/:reportId/threads',
  input: z.object({ reportId: z.uuid(), quote: z.string().max(300), text: Text }),
  output: Thread,
})

export const answerThread = endpoint({
  name: 'answerThread',
  method: 'POST',
  path: '/api/report-threads/:threadId/comments',
  input: z.object({ threadId: z.uuid(), text: Text }),
  output: Thread,
})

/** What is settled is put away; an answer, or this, takes it up again. */
export const resolveThread = endpoint({
  name: 'resolveThread',
  method: 'PUT',
  path: '/api/report-threads/:threadId/resolved',
  input: z.object({ threadId: z.uuid(), resolved: z.boolean() }),
  output: Thread,
})

export const changeComment = endpoint({
  name: 'changeComment',
  method: 'PUT',
  path: '/api/report-comments/:commentId',
  input: z.object({ commentId: z.uuid(), text: Text }),
  output: Thread,
})

export const deleteComment = endpoint({
  name: 'deleteComment',
  method: 'DELETE',
  path: '/api/report-comments/:commentId',
  input: z.object({ commentId: z.uuid() }),
  output: done,
})
