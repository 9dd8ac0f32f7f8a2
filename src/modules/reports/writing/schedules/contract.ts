import { z } from 'zod'
import { done, endpoint } from '../../../../platform/endpoint.ts'
import { languages } from '../../../../platform/i18n.ts'
import { scheduleKinds } from './rules.ts'

const Named = z.object({ id: z.uuid(), name: z.string() })

/** A report that comes by itself as a draft: last week's on Monday, last month's on the first working day. */
export const Schedule = z.object({
  id: z.uuid(),
  kind: z.enum(scheduleKinds),
  language: z.enum(languages),
  organization: Named,
  signer: Named,
  mayChange: z.boolean(),
})
export type Schedule = z.output<typeof Schedule>

export const listSchedules = endpoint({
  name: 'listSchedules',
  method: 'GET',
  path: '/api/report-schedules',
  input: z.object({}),
  output: z.array(Schedule),
})

/** From now on; set again for the same part of the tree it changes who signs. */
export const setSchedule = endpoint({
  name: 'setSchedule',
  method: 'POST',
  path: '/api/report-schedules',
  input: z.object({
    organizationId: z.uuid(),
    kind: z.enum(scheduleKinds),
    language: z.enum(languages),
    signerId: z.uuid(),
  }),
  output: Schedule,
})

export const endSchedule = endpoint({
  name: 'endSchedule',
  method: 'DELETE',
  path: '/api/report-schedules/:scheduleId',
  input: z.object({ scheduleId: z.uuid() }),
  output: done,
})
