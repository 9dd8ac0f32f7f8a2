import { z } from 'zod'
import { roles } from '../../../platform/context.ts'
import { day, done, download, endpoint, storedFile } from '../../../platform/endpoint.ts'

const id = z.uuid()
const named = z.object({ id, name: z.string() })

export const Condition = z.discriminatedUnion('is', [
  z.object({ is: z.literal('inGroup'), groupId: id }),
  /** the role at this node and everywhere below it */
  z.object({ is: z.literal('holds'), role: z.enum(roles), organizationId: id }),
  /** any post here or below that began so recently and is still held */
  z.object({
    is: z.literal('began'),
    role: z.enum(roles).nullable().default(null),
    organizationId: id,
    last: z.int().min(1).max(3650),
    unit: z.enum(['days', 'years']),
  }),
  z.object({ is: z.literal('at'), organizationId: id }),
  z.object({ is: z.literal('named'), personIds: z.array(id).min(1).max(200) }),
])
export type Condition = z.output<typeof Condition>

/** Any of these, each of which asks for all of its conditions. */
export const Audience = z.array(z.array(Condition).min(1).max(6)).max(10)
export type Audience = z.output<typeof Audience>

/** The names of what an audience speaks of, by id. */
const Names = z.record(z.string(), z.string())
export type Names = z.output<typeof Names>

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
  topic: z.string().nullable(),
  activityId: id.nullable(),
  quizId: id.nullable(),
  signerId: id.nullable(),
  signerName: z.string().nullable(),
})
export type Part = z.output<typeof Part>

export const memberStates = ['todo', 'late', 'done', 'exempt'] as const
export const MemberState = z.enum(memberStates)
export type MemberState = z.output<typeof MemberState>

const Tally = z.object({ todo: z.int(), late: z.int(), done: z.int(), exempt: z.int() })
export type Tally = z.output<typeof Tally>

const Due = z.object({
  dueDays: z.int().min(1).max(3650).nullable().default(null),
  dueDate: day.nullable().default(null),
  renewMonths: z.int().min(1).max(120).nullable().default(null),
})
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((value) => value || null)
const CourseFields = Due.extend({ name: z.string().trim().min(1).max(120), about: text(2000) })

export const CourseRow = z.object({
  id,
  name: z.string(),
  organizationId: id,
  organizationName: z.string(),
  open: z.boolean(),
  closed: z.boolean(),
  parts: z.int(),
})
export type CourseRow = z.output<typeof CourseRow>

const Difference = z.object({
  comesIn: z.array(named),
  fallsOut: z.array(named),
  /** how many there are in all: the lists show the first fifty */
  in: z.int(),
  out: z.int(),
})
export type Difference = z.output<typeof Difference>

export const Member = z.object({
  personId: id,
  name: z.string(),
  organizationId: id.nullable(),
  organizationName: z.string().nullable(),
  dueOn: day,
  partsDone: z.int(),
  state: MemberState,
})
export type Member = z.output<typeof Member>

const Exemption = z.object({
  id,
  personId: id,
  personName: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  decidedBy: z.string().nullable(),
  granted: z.boolean().nullable(),
  mayDecide: z.boolean(),
})
export type Exemption = z.output<typeof Exemption>

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
  tally: Tally,
  byOrganization: z.array(Tally.extend({ id: id.nullable(), name: z.string().nullable() })),
  members: z.array(Member),
  exemptions: z.array(Exemption),
  may: z.object({ change: z.boolean(), decide: z.boolean() }),
})
export type Course = z.output<typeof Course>

export const MyPart = Part.extend({
  done: z.boolean(),
  /** earlier parts first */
  open: z.boolean(),
})
export type MyPart = z.output<typeof MyPart>

export const MyCourse = z.object({
  id,
  name: z.string(),
  about: z.string().nullable(),
  organizationName: z.string(),
  dueOn: day,
  state: MemberState,
  parts: z.array(MyPart),
  /** they have asked to be exempt, and nobody has answered yet */
  asked: z.boolean(),
})
export type MyCourse = z.output<typeof MyCourse>

export const ToSign = z.object({
  partId: id,
  title: z.string(),
  courseName: z.string(),
  personId: id,
  personName: z.string(),
})
export type ToSign = z.output<typeof ToSign>

const one = { courseId: id }

export const myCourses = endpoint({
  name: 'myCourses',
  method: 'GET',
  path: '/api/courses/mine',
  input: z.object({}),
  output: z.object({ courses: z.array(MyCourse), toSign: z.array(ToSign) }),
})

export const listCourses = endpoint({
  name: 'listCourses',
  method: 'GET',
  path: '/api/courses',
  input: z.object({}),
  output: z.object({
    courses: z.array(CourseRow.extend({ tally: Tally })),
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
  input: CourseFields.extend({ organizationId: id }),
  output: Course,
})

export const changeCourse = endpoint({
  name: 'changeCourse',
  method: 'PUT',
  path: '/api/courses/:courseId',
  input: CourseFields.extend(one),
  output: Course,
})

/** Written down beside the audience in force; its differences are shown until somebody lets it take effect. */
export const proposeAudience = endpoint({
  name: 'proposeAudience',
  method: 'PUT',
  path: '/api/courses/:courseId/audience',
  input: z.object({ ...one, audience: Audience }),
  output: Course,
})

/** `in`, `out`: the differences that were seen; what has become another difference meanwhile is shown again first. */
export const applyAudience = endpoint({
  name: 'applyAudience',
  method: 'POST',
  path: '/api/courses/:courseId/audience/apply',
  input: z.object({ ...one, in: z.int(), out: z.int() }),
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
    quizId: id.nullable().default(null),
    signerId: id.nullable().default(null),
  }),
  output: Course,
})

/** A file to read, or a video: by the ending of its name. */
export const addPartFile = endpoint({
  name: 'addPartFile',
  method: 'POST',
  path: '/api/courses/:courseId/parts/file',
  upload: true,
  input: z.object({ ...one, file: storedFile }),
  output: Course,
})

export const removePart = endpoint({
  name: 'removePart',
  method: 'DELETE',
  path: '/api/course-parts/:partId',
  input: z.object({ partId: id }),
  output: done,
})

export const restorePart = endpoint({
  name: 'restorePart',
  method: 'POST',
  path: '/api/course-parts/:partId/restore',
  input: z.object({ partId: id }),
  output: Course,
})

export const readPartFile = endpoint({
  name: 'readPartFile',
  method: 'GET',
  path: '/api/course-parts/:partId/file',
  input: z.object({ partId: id }),
  output: download,
})

/** A reading or a video: whoever did it says so. */
export const finishPart = endpoint({
  name: 'finishPart',
  method: 'POST',
  path: '/api/course-parts/:partId/finish',
  input: z.object({ partId: id }),
  output: done,
})

/** What somebody can do, seen by the person who was named for it. */
export const signOff = endpoint({
  name: 'signOff',
  method: 'POST',
  path: '/api/course-parts/:partId/sign-off',
  input: z.object({ partId: id, personId: id }),
  output: done,
})

export const askExemption = endpoint({
  name: 'askExemption',
  method: 'POST',
  path: '/api/courses/:courseId/exemptions',
  input: z.object({ ...one, personId: id, reason: z.string().trim().min(1).max(500) }),
  output: done,
})

export const decideExemption = endpoint({
  name: 'decideExemption',
  method: 'POST',
  path: '/api/course-exemptions/:exemptionId/decide',
  input: z.object({ exemptionId: id, granted: z.boolean() }),
  output: done,
})
