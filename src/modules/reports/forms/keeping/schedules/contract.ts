import { z } from 'zod'
import { done, endpoint } from '../../../../../platform/endpoint.ts'
import { rhythms } from '../../../rhythm/rules.ts'

/** A form that fills itself for the period that is over, on the first working day after it. */
export const Schedule = z.object({
  rhythm: z.enum(rhythms),
  /** Who is told, and with whose rights it is counted. */
  person: z.object({ id: z.uuid(), name: z.string() }),
  /** May they still fill it? Otherwise it waits until somebody else is named. */
  mayFill: z.boolean(),
  /** A day of a year whose holidays are not announced yet may still move. */
  next: z.object({ period: z.string(), on: z.string(), announced: z.boolean() }),
})
export type Schedule = z.output<typeof Schedule>

const form = z.object({ formId: z.uuid() })

export const readFormSchedule = endpoint({
  name: 'readFormSchedule',
  method: 'GET',
  path: '/api/forms/:formId/schedule',
  input: form,
  output: z.object({ schedule: Schedule.nullable() }),
})

/** From now on; set again it changes the rhythm and who is told. */
export const setFormSchedule = endpoint({
  name: 'setFormSchedule',
  method: 'PUT',
  path: '/api/forms/:formId/schedule',
  input: form.extend({ rhythm: z.enum(rhythms), personId: z.uuid() }),
  output: Schedule,
})

export const endFormSchedule = endpoint({
  name: 'endFormSchedule',
  method: 'DELETE',
  path: '/api/forms/:formId/schedule',
  input: form,
  output: done,
})
