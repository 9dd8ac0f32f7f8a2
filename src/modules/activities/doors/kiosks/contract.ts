import { z } from 'zod'
import { day, done, endpoint, secret } from '../../../../platform/endpoint.ts'
import { Direction, madeId, Taken } from '../contract.ts'

export const Kiosk = z.object({
  id: z.uuid(),
  name: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  createdAt: z.coerce.date(),
  enrolledAt: z.coerce.date().nullable(),
  seenAt: z.coerce.date().nullable(),
})
export type Kiosk = z.output<typeof Kiosk>

const WithCode = Kiosk.extend({ code: z.string(), codeUntil: z.coerce.date() })

export const listKiosks = endpoint({
  name: 'listKiosks',
  method: 'GET',
  path: '/api/kiosks',
  input: z.object({}),
  output: z.array(Kiosk),
})

/** The code is told once, and opens one tablet. */
export const createKiosk = endpoint({
  name: 'createKiosk',
  method: 'POST',
  path: '/api/kiosks',
  input: z.object({ organizationId: z.uuid(), name: z.string().trim().min(1).max(80) }),
  output: WithCode,
})

/** Another tablet in place of the one before, which stops. */
export const renewKiosk = endpoint({
  name: 'renewKiosk',
  method: 'POST',
  path: '/api/kiosks/:kioskId/renew',
  input: z.object({ kioskId: z.uuid() }),
  output: WithCode,
})

export const revokeKiosk = endpoint({
  name: 'revokeKiosk',
  method: 'DELETE',
  path: '/api/kiosks/:kioskId',
  input: z.object({ kioskId: z.uuid() }),
  output: done,
})

export const enrolKiosk = endpoint({
  name: 'enrolKiosk',
  method: 'POST',
  path: '/api/kiosk/enrol',
  input: z.object({ code: secret(z.string().max(40)) }),
  output: z.object({ token: z.string() }),
})

export const KioskActivity = z.object({
  id: z.uuid(),
  title: z.string(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  doorKey: z.string(),
  /** ends of the ids of those who are expected: no names, no phones */
  expected: z.array(z.string()),
  /** of those, who lacks a skill on that day */
  barred: z.array(z.string()),
  /** how many may be there in all; null: as many as come */
  places: z.int().nullable(),
  /** who is here by all that is known */
  here: z.array(z.string()),
})
export type KioskActivity = z.output<typeof KioskActivity>

/** All that a tablet needs to work alone until tomorrow night. */
export const kioskDay = endpoint({
  name: 'kioskDay',
  method: 'GET',
  path: '/api/kiosk/:token',
  input: z.object({ token: secret(z.string().max(80)) }),
  output: z.object({
    name: z.string(),
    now: z.coerce.date(),
    timeZone: z.string(),
    days: z.array(z.object({ day, key: z.string() })),
    activities: z.array(KioskActivity),
  }),
})
export type KioskDay = z.output<(typeof kioskDay)['output']>

export const KioskEvent = z.object({
  id: madeId,
  activityId: z.uuid(),
  /** the end of an id, as the code said it */
  code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  direction: Direction,
  deviceAt: z.coerce.date(),
  /** by how many milliseconds our clock was ahead of the device's at its last contact before */
  ahead: z.int().min(-1e12).max(1e12),
})
export type KioskEvent = z.output<typeof KioskEvent>

/** What a tablet recorded. Sent again, it changes nothing. */
export const tellFromKiosk = endpoint({
  name: 'tellFromKiosk',
  method: 'POST',
  path: '/api/kiosk/:token/events',
  input: z.object({
    token: secret(z.string().max(80)),
    sentAt: z.coerce.date(),
    events: z.array(KioskEvent).min(1).max(1000),
  }),
  output: z.object({ now: z.coerce.date(), taken: z.array(Taken), unknown: z.array(z.uuid()) }),
})
