import { z } from 'zod'
import { day, endpoint } from '../../../platform/endpoint.ts'

const Period = { from: day, /** the last day that counts */ to: day }

/** What a certificate of somebody's hours would say. */
export const hoursToCertify = endpoint({
  name: 'hoursToCertify',
  method: 'GET',
  path: '/api/people/:personId/certificates/hours',
  input: z.object({ personId: z.uuid(), ...Period }),
  output: z.object({ minutes: z.int(), services: z.int(), roles: z.array(z.string()) }),
})

/** Certifies the hours approved so far, in the office's name. For oneself, or by whoever organizes the whole office. */
export const certifyHours = endpoint({
  name: 'certifyHours',
  method: 'POST',
  path: '/api/people/:personId/certificates/hours',
  input: z.object({ personId: z.uuid(), ...Period }),
  output: z.object({ id: z.uuid() }),
})
