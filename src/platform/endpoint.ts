import { z } from 'zod'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One thing a browser may ask of the server. The server implements it, the web calls it, the OpenAPI document shows it. */
export type Endpoint<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  /** What is done, in one word of code: the operation's id in the API and the action's name in the audit log. */
  name: string
  method: Method
  path: `/${string}`
  input: I
  output: O
  /** With `upload`, the body is one file (multipart field `file`); the action receives it stored, as `input.file`. */
  upload?: true
}

export function endpoint<I extends z.ZodType, O extends z.ZodType>(e: Endpoint<I, O>): Endpoint<I, O> {
  return e
}

/** A file to hand out: the output of an endpoint that answers with something else than JSON. */
export type Download = {
  name: string
  type: string
  body: Uint8Array | AsyncIterable<Uint8Array> | string
  inline?: boolean
  /** Names this content: whoever has it already is told so instead of being sent it again. */
  etag?: string
}
export const download = z.custom<Download>((value) => typeof value === 'object' && value !== null && 'body' in value)

/** A file taken in and stored under the hash of its content. */
export const storedFile = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: z.string(), size: z.int() })
export type StoredFile = z.output<typeof storedFile>

export const nothing = z.object({})
export const done = z.object({ done: z.literal(true) })
/** A day as people mean it, without a time zone: YYYY-MM-DD. */
export const day = z.iso.date()
/** A field whose value never reaches a log or the audit trail. */
export const secret = <T extends z.ZodType>(schema: T): T => schema.meta({ secret: true }) as T
