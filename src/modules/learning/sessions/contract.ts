import { z } from 'zod'
import { done, download, endpoint, storedFile } from '../../../platform/endpoint.ts'

const named = z.object({ id: z.uuid(), name: z.string() })

export const Material = z.object({
  id: z.uuid(),
  title: z.string(),
  url: z.string().nullable(),
  body: z.string().nullable(),
  fileName: z.string().nullable(),
  readingMinutes: z.int(),
  /** the reader has said so */
  read: z.boolean(),
})
export type Material = z.output<typeof Material>

/** Where somebody stands who was expected and did not come. */
export const MakingUp = z.object({
  /** of how many materials they have read so many */
  materials: z.int(),
  read: z.int(),
  until: z.coerce.date(),
  over: z.boolean(),
  /** the session's quiz is passed; null: it has none */
  passed: z.boolean().nullable(),
  madeUpAt: z.coerce.date().nullable(),
})
export type MakingUp = z.output<typeof MakingUp>

export const Session = z.object({
  activityId: z.uuid(),
  title: z.string(),
  topic: z.string().nullable(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  cancelledAt: z.coerce.date().nullable(),
  lecturerId: z.uuid().nullable(),
  /** by name, whether in the office's list or not */
  lecturer: z.string().nullable(),
  agenda: z.array(z.string()),
  noteTaker: named.nullable(),
  materials: z.array(Material),
  quiz: named.nullable(),
  minutes: z.string().nullable(),
  decisions: z.array(z.string()),
  notedBy: z.string().nullable(),
  notedAt: z.coerce.date().nullable(),
  revision: z.int(),
  may: z.object({ plan: z.boolean(), note: z.boolean(), read: z.boolean() }),
  /** null: the reader came, or was not expected, or it is not over */
  makingUp: MakingUp.nullable(),
  /** for those who see the people: whoever was expected and did not come */
  absent: z.array(named.extend({ madeUpAt: z.coerce.date().nullable() })),
})
export type Session = z.output<typeof Session>

const one = { activityId: z.uuid() }
const point = z.string().trim().min(1).max(500)
const readingMinutes = z.int().min(1).max(600)
const title = z.string().trim().min(1).max(200)

export const getSession = endpoint({
  name: 'getSession',
  method: 'GET',
  path: '/api/activities/:activityId/study',
  input: z.object(one),
  output: Session,
})

/** Who speaks, about what in which order, and who takes notes. */
export const planSession = endpoint({
  name: 'planSession',
  method: 'PUT',
  path: '/api/activities/:activityId/study',
  input: z.object({
    ...one,
    /** somebody of the office, or anybody by name */
    lecturerId: z.uuid().nullable().default(null),
    lecturer: z
      .string()
      .trim()
      .max(100)
      .nullable()
      .default(null)
      .transform((value) => value || null),
    agenda: z.array(point).max(50),
    noteTakerId: z.uuid().nullable().default(null),
    /** what whoever makes it up passes as well */
    quizId: z.uuid().nullable().default(null),
  }),
  output: Session,
})

export const writeMinutes = endpoint({
  name: 'writeMinutes',
  method: 'PUT',
  path: '/api/activities/:activityId/study/minutes',
  input: z.object({
    ...one,
    minutes: z
      .string()
      .trim()
      .max(20_000)
      .transform((value) => value || null),
    decisions: z.array(point).max(50),
    /** the `revision` that the form was opened with */
    revision: z.int(),
  }),
  output: Session,
})

/** A link or a text to read. */
export const addMaterial = endpoint({
  name: 'addMaterial',
  method: 'POST',
  path: '/api/activities/:activityId/materials',
  input: z.object({
    ...one,
    title,
    url: z
      .url({ protocol: /^https$/ })
      .max(2000)
      .nullable()
      .default(null),
    body: z
      .string()
      .trim()
      .max(50_000)
      .nullable()
      .default(null)
      .transform((value) => value || null),
    readingMinutes,
  }),
  output: Session,
})

/** A file to read; its name is its title, and its time is a guess until somebody says better. */
export const addMaterialFile = endpoint({
  name: 'addMaterialFile',
  method: 'POST',
  path: '/api/activities/:activityId/materials/file',
  upload: true,
  input: z.object({ ...one, file: storedFile }),
  output: Session,
})

const material = { materialId: z.uuid() }

export const changeMaterial = endpoint({
  name: 'changeMaterial',
  method: 'PUT',
  path: '/api/study-materials/:materialId',
  input: z.object({ ...material, title, readingMinutes }),
  output: Session,
})

export const removeMaterial = endpoint({
  name: 'removeMaterial',
  method: 'DELETE',
  path: '/api/study-materials/:materialId',
  input: z.object(material),
  output: done,
})

export const restoreMaterial = endpoint({
  name: 'restoreMaterial',
  method: 'POST',
  path: '/api/study-materials/:materialId/restore',
  input: z.object(material),
  output: Session,
})

export const readMaterialFile = endpoint({
  name: 'readMaterialFile',
  method: 'GET',
  path: '/api/study-materials/:materialId/file',
  input: z.object(material),
  output: download,
})

/** The reader says that they have read it. Once everything is read, an absent one has made the session up. */
export const markRead = endpoint({
  name: 'markRead',
  method: 'POST',
  path: '/api/study-materials/:materialId/read',
  input: z.object(material),
  output: Session,
})
