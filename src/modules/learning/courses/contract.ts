import { z } from 'zod'
import { day, endpoint } from '../../../platform/endpoint.ts'
import { Audience, Difference, Names } from './audience/contract.ts'
import { Exemption } from './exempting/contract.ts'
import { Part } from './parts/contract.ts'
import { Tally } from './progress/contract.ts'

const id = z.uuid()
const named = z.object({ id, name: z.string() })

/** Until when it is to be done: within days of coming in, or by a date; and every how many months again. */
const dueDays = z.int().min(1).max(3650)
const renewMonths = z.int().min(1).max(120)
const Fields = z.object({
  dueDays: dueDays.nullable().default(null),
  dueDate: day.nullable().default(null),
  renewMonths: renewMonths.nullable().default(null),
  name: z.string().trim().min(1).max(120),
  about: z
    .string()
    .trim()
    .max(2000)
    .nullable()
    .default(null)
    .transform((value) => value || null),
})
export type Terms = { dueDays: number | null; dueDate: string | null; renewMonths: number | null }

const CourseRow = z.object({
  id,
  name: z.string(),
  organizationId: id,
  organizationName: z.string(),
  open: z.boolean(),
  closed: z.boolean(),
  parts: z.int(),
  /** how far the reader's people are */
  tally: Tally,
})

export const Course = CourseRow.extend({
  about: z.string().nullable(),
  dueDays: z.int().nullable(),
  dueDate: day.nullable(),
  renewMonths: z.int().nullable(),
  audience: Audience,
  nextAudience: Audience.nullable(),
  names: Names,
  /** what the next audience would change, as of now */
  difference: Difference.nullable(),
  partList: z.array(Part),
  byOrganization: z.array(Tally.extend(named.shape)),
  exemptions: z.array(Exemption),
  may: z.object({ change: z.boolean(), decide: z.boolean() }),
})
export type Course = z.output<typeof Course>

/** For whom other terms would mean another day: the first fifty, the soonest first. Null: it is due no more, or was not before. */
export const Foreseen = z.object({
  changed: z.int(),
  /** of those, who would be late at once */
  late: z.int(),
  people: z.array(named.extend({ before: day.nullable(), after: day.nullable(), late: z.boolean() })),
})
export type Foreseen = z.output<typeof Foreseen>

const one = { courseId: id }

export const listCourses = endpoint({
  name: 'listCourses',
  method: 'GET',
  path: '/api/courses',
  input: z.object({}),
  output: z.object({
    courses: z.array(CourseRow),
    /** where the reader may begin one */
    places: z.array(named),
  }),
})

export const getCourse = endpoint({
  name: 'getCourse',
  method: 'GET',
  path: '/api/courses/:courseId',
  input: z.object(one),
  output: Course,
})

export const createCourse = endpoint({
  name: 'createCourse',
  method: 'POST',
  path: '/api/courses',
  input: Fields.extend({ organizationId: id }),
  output: Course,
})

/** What other terms would do, before anybody lets them take effect. */
export const foreseeCourse = endpoint({
  name: 'foreseeCourse',
  method: 'GET',
  path: '/api/courses/:courseId/foreseen',
  input: z.object({
    ...one,
    dueDays: z.coerce.number().pipe(dueDays).optional(),
    dueDate: day.optional(),
    renewMonths: z.coerce.number().pipe(renewMonths).optional(),
  }),
  output: Foreseen,
})

/** `changed`: for how many the reader saw that the day changes; if it is another number by now, it is shown again first. */
export const changeCourse = endpoint({
  name: 'changeCourse',
  method: 'PUT',
  path: '/api/courses/:courseId',
  input: Fields.extend({ ...one, changed: z.int().default(0) }),
  output: Course,
})

export const closeCourse = endpoint({
  name: 'closeCourse',
  method: 'POST',
  path: '/api/courses/:courseId/close',
  input: z.object(one),
  output: Course,
})

export const reopenCourse = endpoint({
  name: 'reopenCourse',
  method: 'POST',
  path: '/api/courses/:courseId/reopen',
  input: z.object(one),
  output: Course,
})
