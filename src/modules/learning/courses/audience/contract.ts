import { z } from 'zod'
import { roles } from '../../../../platform/context.ts'
import { endpoint } from '../../../../platform/endpoint.ts'

const id = z.uuid()

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
export const Names = z.record(z.string(), z.string())
export type Names = z.output<typeof Names>

const People = z.array(z.object({ id, name: z.string() }))
/** Whom a change of the audience would bring in and let go. */
export const Difference = z.object({
  /** the first fifty by name */
  comesIn: People,
  fallsOut: People,
  /** how many in all */
  in: z.int(),
  out: z.int(),
})
export type Difference = z.output<typeof Difference>

const one = { courseId: id }

/** Written down beside the audience in force; its differences are shown until somebody lets it take effect. */
export const proposeAudience = endpoint({
  name: 'proposeAudience',
  method: 'PUT',
  path: '/api/courses/:courseId/audience',
  input: z.object({ ...one, audience: Audience }),
  output: Difference,
})

/** `in`, `out`: the differences that were seen; what has become another difference meanwhile is shown again first. */
export const applyAudience = endpoint({
  name: 'applyAudience',
  method: 'POST',
  path: '/api/courses/:courseId/audience/apply',
  input: z.object({ ...one, in: z.int(), out: z.int() }),
  /** of how many people it is required now */
  output: z.object({ people: z.int() }),
})
