import { z } from 'zod'
import { done, download, endpoint, storedFile } from '../../../../platform/endpoint.ts'

const id = z.uuid()

export const partKinds = ['reading', 'video', 'session', 'quiz', 'signOff'] as const
export const PartKind = z.enum(partKinds)
export type PartKind = z.output<typeof PartKind>

export const Part = z.object({
  id,
  kind: PartKind,
  title: z.string(),
  body: z.string().nullable(),
  url: z.string().nullable(),
  fileName: z.string().nullable(),
  /** of a session: any on this topic, this one, or any of this series */
  topic: z.string().nullable(),
  activityId: id.nullable(),
  seriesId: id.nullable(),
  /** what that session or series is called, and when the session is */
  sessionTitle: z.string().nullable(),
  sessionAt: z.coerce.date().nullable(),
  quizId: id.nullable(),
  signerId: id.nullable(),
  signerName: z.string().nullable(),
})
export type Part = z.output<typeof Part>

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((value) => value || null)
const one = { courseId: id }
const part = { partId: id }

export const addPart = endpoint({
  name: 'addPart',
  method: 'POST',
  path: '/api/courses/:courseId/parts',
  input: z.object({
    ...one,
    kind: PartKind,
    title: z.string().trim().min(1).max(200),
    body: text(50_000),
    url: z
      .url({ protocol: /^https$/ })
      .max(2000)
      .nullable()
      .default(null),
    topic: text(200),
    activityId: id.nullable().default(null),
    /** not only that session: any of its series */
    wholeSeries: z.boolean().default(false),
    quizId: id.nullable().default(null),
    signerId: id.nullable().default(null),
  }),
  output: z.object(part),
})

/** A file to read, or a video: by the ending of its name. */
export const addPartFile = endpoint({
  name: 'addPartFile',
  method: 'POST',
  path: '/api/courses/:courseId/parts/file',
  upload: true,
  input: z.object({ ...one, file: storedFile }),
  output: z.object(part),
})

export const removePart = endpoint({
  name: 'removePart',
  method: 'DELETE',
  path: '/api/course-parts/:partId',
  input: z.object(part),
  output: done,
})

export const restorePart = endpoint({
  name: 'restorePart',
  method: 'POST',
  path: '/api/course-parts/:partId/restore',
  input: z.object(part),
  output: done,
})

export const readPartFile = endpoint({
  name: 'readPartFile',
  method: 'GET',
  path: '/api/course-parts/:partId/file',
  input: z.object(part),
  output: download,
})
