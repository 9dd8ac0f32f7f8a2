import { z } from 'zod'
import { done, endpoint, nothing } from '../../../platform/endpoint.ts'

export const Notice = z.object({
  id: z.uuid(),
  title: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  at: z.coerce.date(),
  readAt: z.coerce.date().nullable(),
})
export type Notice = z.output<typeof Notice>

/** What I have been told, the newest first; `before` is the `next` of the page before. */
export const listNotices = endpoint({
  name: 'listNotices',
  method: 'GET',
  path: '/api/notices',
  input: z.object({ before: z.coerce.date().optional(), show: z.enum(['all', 'unread']).default('all') }),
  output: z.object({ notices: z.array(Notice), next: z.coerce.date().nullable() }),
})

export const countUnread = endpoint({
  name: 'countUnread',
  method: 'GET',
  path: '/api/notices/unread',
  input: nothing,
  output: z.object({ unread: z.int() }),
})

export const readNotice = endpoint({
  name: 'readNotice',
  method: 'POST',
  path: '/api/notices/:noticeId/read',
  input: z.object({ noticeId: z.uuid() }),
  output: done,
})

/** All that I was told up to this moment. */
export const readAllNotices = endpoint({
  name: 'readAllNotices',
  method: 'POST',
  path: '/api/notices/read',
  input: nothing,
  output: done,
})
