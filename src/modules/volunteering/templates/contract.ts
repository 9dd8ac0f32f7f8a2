import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { RoleFields, ShiftFields } from '../contract.ts'

/** Nobody plans further away than a hundred years. */
const minutes = z.int().min(-52_560_000).max(52_560_000)

/** A shift as it lies in its activity's day. Minutes on the clock from the activity's beginning, before it when negative. */
export const TemplateShift = ShiftFields.pick({ confirmation: true, confirmMinutes: true }).extend({
  starts: minutes,
  ends: minutes,
  opens: minutes.nullable(),
  closes: minutes.nullable(),
  roles: z
    .array(RoleFields.omit({ id: true }))
    .min(1)
    .max(30),
})
export type TemplateShift = z.output<typeof TemplateShift>

export const ShiftTemplate = z.object({
  id: z.uuid(),
  name: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  shifts: z.array(TemplateShift),
  /** series whose days receive these shifts */
  series: z.int(),
  mayChange: z.boolean(),
})
export type ShiftTemplate = z.output<typeof ShiftTemplate>

const name = z.string().trim().min(1).max(80)
const one = { shiftTemplateId: z.uuid() }
const content = { name, shifts: z.array(TemplateShift).min(1).max(20) }

/** What is kept where the reader plans, and above it. */
export const shiftTemplates = endpoint({
  name: 'shiftTemplates',
  method: 'GET',
  path: '/api/shift-templates',
  input: z.object({ activityId: z.uuid().optional() }),
  output: z.object({
    templates: z.array(ShiftTemplate),
    /** the one that the days of this activity's series receive */
    followed: z.uuid().nullable(),
  }),
})

/**
 * The shifts of an activity, kept by name at its host; one of that name is replaced. `along`: the later days of the series
 * that have no shifts receive them, and so do days that are added later.
 */
export const keepTemplate = endpoint({
  name: 'keepTemplate',
  method: 'POST',
  path: '/api/activities/:activityId/shift-templates',
  input: z.object({ activityId: z.uuid(), name, along: z.boolean().default(false) }),
  output: ShiftTemplate.extend({ created: z.int() }),
})

/** `along`: not only this activity, but the days of its series as well. */
export const applyTemplate = endpoint({
  name: 'applyTemplate',
  method: 'POST',
  path: '/api/activities/:activityId/shifts/from-template',
  input: z.object({ activityId: z.uuid(), ...one, along: z.boolean().default(false) }),
  output: z.object({ created: z.int() }),
})

/** Written by hand, without an activity that has such shifts. */
export const createTemplate = endpoint({
  name: 'createTemplate',
  method: 'POST',
  path: '/api/shift-templates',
  input: z.object({ organizationId: z.uuid(), ...content }),
  output: ShiftTemplate,
})

/** Shifts that stand stay as they are; days that receive it from now on have them so. */
export const changeTemplate = endpoint({
  name: 'changeTemplate',
  method: 'PUT',
  path: '/api/shift-templates/:shiftTemplateId',
  input: z.object({ ...one, ...content }),
  output: ShiftTemplate,
})

/** Series that receive it stand as they are; their new days come without shifts. */
export const removeTemplate = endpoint({
  name: 'removeTemplate',
  method: 'DELETE',
  path: '/api/shift-templates/:shiftTemplateId',
  input: z.object(one),
  output: z.object({ done: z.literal(true) }),
})

export const restoreTemplate = endpoint({
  name: 'restoreTemplate',
  method: 'POST',
  path: '/api/shift-templates/:shiftTemplateId/restore',
  input: z.object(one),
  output: ShiftTemplate,
})
