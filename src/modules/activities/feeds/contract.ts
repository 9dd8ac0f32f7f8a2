import { z } from 'zod'
import { done, download, endpoint } from '../../../platform/endpoint.ts'

export const Feed = z.object({
  id: z.uuid(),
  /** null: the reader's own calendar */
  organizationId: z.uuid().nullable(),
  organizationName: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.coerce.date(),
})
export type Feed = z.output<typeof Feed>

/** The link is told once, when it is made: only its hash is kept. */
export const FreshFeed = Feed.extend({ address: z.string() })
export type FreshFeed = z.output<typeof FreshFeed>

export const listFeeds = endpoint({
  name: 'listFeeds',
  method: 'GET',
  path: '/api/feeds',
  input: z.object({}),
  output: z.array(Feed),
})

export const createFeed = endpoint({
  name: 'createFeed',
  method: 'POST',
  path: '/api/feeds',
  input: z.object({ organizationId: z.uuid().nullable().default(null) }),
  output: FreshFeed,
})

/** A new link in place of the old one, which stops. */
export const renewFeed = endpoint({
  name: 'renewFeed',
  method: 'POST',
  path: '/api/feeds/:feedId/renew',
  input: z.object({ feedId: z.uuid() }),
  output: FreshFeed,
})

export const revokeFeed = endpoint({
  name: 'revokeFeed',
  method: 'DELETE',
  path: '/api/feeds/:feedId',
  input: z.object({ feedId: z.uuid() }),
  output: done,
})

/** Whoever has the link has the calendar: no cookie, no name. */
export const readFeed = endpoint({
  name: 'readFeed',
  method: 'GET',
  path: '/calendar/:file',
  input: z.object({ file: z.string().regex(/^[0-9a-f]{64}\.ics$/) }),
  output: download,
})
