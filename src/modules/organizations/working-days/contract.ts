import { z } from 'zod'
import { day, endpoint } from '../../../platform/endpoint.ts'

export const SpecialDay = z.object({ date: day, name: z.string().trim().min(1).max(40), works: z.boolean() })
export type SpecialDay = z.output<typeof SpecialDay>

export const WorkingYear = z.object({
  year: z.int(),
  /** Have this year's holidays been announced? */
  published: z.boolean(),
  source: z.string().nullable(),
  days: z.array(SpecialDay),
  /** Does Linli bring this year's announcement with it? */
  shipped: z.boolean(),
  mayChange: z.boolean(),
})
export type WorkingYear = z.output<typeof WorkingYear>

const year = z.coerce.number().int().min(2000).max(2100)

export const readWorkingYear = endpoint({
  name: 'readWorkingYear',
  method: 'GET',
  path: '/api/working-days/:year',
  input: z.object({ year }),
  output: WorkingYear,
})

export const setSpecialDay = endpoint({
  name: 'setSpecialDay',
  method: 'PUT',
  path: '/api/working-days/special/:date',
  input: SpecialDay,
  output: WorkingYear,
})

export const removeSpecialDay = endpoint({
  name: 'removeSpecialDay',
  method: 'DELETE',
  path: '/api/working-days/special/:date',
  input: z.object({ date: day }),
  output: WorkingYear,
})

/** The office has entered the announcement itself, or takes that back. */
export const announceYear = endpoint({
  name: 'announceYear',
  method: 'PUT',
  path: '/api/working-days/:year/announced',
  input: z.object({ year, published: z.boolean() }),
  output: WorkingYear,
})

/** Puts the year back to the announcement that Linli brings with it. */
export const restoreYear = endpoint({
  name: 'restoreYear',
  method: 'POST',
  path: '/api/working-days/:year/restore',
  input: z.object({ year }),
  output: WorkingYear,
})
