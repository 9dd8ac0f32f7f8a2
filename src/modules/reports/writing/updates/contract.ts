import { z } from 'zod'
import { endpoint, secret } from '../../../../platform/endpoint.ts'

const report = z.object({ reportId: z.uuid() })
/** The server keeps no larger change: it is more than a person writes between two of them. */
export const largestUpdate = 400 * 1024

/** The name under which the editor keeps the text in the shared document. */
export const textField = 'default'

/** What is heard when a report's text has changed. */
export const topicOf = (reportId: string): string => `report:${reportId}`

/** What was written since, as one change of the shared document (Yjs, base64); null when nothing was. */
export const readUpdates = endpoint({
  name: 'readUpdates',
  method: 'GET',
  path: '/api/reports/:reportId/updates',
  input: report.extend({ after: z.coerce.number().int().min(-1).default(-1) }),
  output: z.object({ seq: z.int(), update: z.string().nullable() }),
})

/** What somebody wrote, as one change of the shared document. Sent again under the same key it is the same change. */
export const addUpdate = endpoint({
  name: 'addUpdate',
  method: 'POST',
  path: '/api/reports/:reportId/updates',
  input: report.extend({
    key: z.string().regex(/^[a-z0-9-]{10,40}$/),
    update: secret(z.base64().max(Math.ceil((largestUpdate * 4) / 3) + 4)),
  }),
  output: z.object({ seq: z.int() }),
})
