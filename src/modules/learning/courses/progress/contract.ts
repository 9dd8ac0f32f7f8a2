import { z } from 'zod'
import { day, done, endpoint } from '../../../../platform/endpoint.ts'
import { Part } from '../parts/contract.ts'

const id = z.uuid()

export const memberStates = ['late', 'todo', 'done', 'exempt'] as const
export const MemberState = z.enum(memberStates)
export type MemberState = z.output<typeof MemberState>

export const Tally = z.object({ todo: z.int(), late: z.int(), done: z.int(), exempt: z.int() })
export type Tally = z.output<typeof Tally>

export const Member = z.object({
  personId: id,
  name: z.string(),
  organizationId: id,
  organizationName: z.string(),
  dueOn: day,
  partsDone: z.int(),
  state: MemberState,
})
export type Member = z.output<typeof Member>

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

/** Those of the reader's people of whom the course is required, who is late first. */
export const listCourseMembers = endpoint({
  name: 'listCourseMembers',
  method: 'GET',
  path: '/api/courses/:courseId/members',
  input: z.object({
    courseId: id,
    q: z.string().trim().max(60).default(''),
    state: MemberState.optional(),
    organizationId: id.optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
  }),
  output: z.object({ members: z.array(Member), total: z.int() }),
})

export const myCourses = endpoint({
  name: 'myCourses',
  method: 'GET',
  path: '/api/courses/mine',
  input: z.object({}),
  output: z.object({ courses: z.array(MyCourse), toSign: z.array(ToSign) }),
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
