import { z } from 'zod'
import { download, endpoint } from '../../../../../platform/endpoint.ts'
import { PeriodText } from '../../../../indicators/contract.ts'
import { FilledCell } from '../../contract.ts'
import { Drawing } from '../contract.ts'

const form = z.object({ formId: z.uuid() })
const fill = form.extend({ fillId: z.uuid() })

/** A filled form as a line of the list. */
export const FillLine = z.object({
  id: z.uuid(),
  period: z.string(),
  version: z.int(),
  filledAt: z.coerce.date(),
  filledBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  filled: z.int(),
  /** Places that stayed empty although something was asked. */
  unfilled: z.int(),
})
export type FillLine = z.output<typeof FillLine>

export const FillCard = FillLine.extend({
  form: z.object({ id: z.uuid(), name: z.string() }),
  cells: z.array(FilledCell),
})
export type FillCard = z.output<typeof FillCard>

export const fillKeptForm = endpoint({
  name: 'fillKeptForm',
  method: 'POST',
  path: '/api/forms/:formId/fills',
  input: form.extend({ period: PeriodText }),
  output: FillCard,
})

export const listFills = endpoint({
  name: 'listFills',
  method: 'GET',
  path: '/api/forms/:formId/fills',
  input: form,
  output: z.array(FillLine),
})

export const readFill = endpoint({
  name: 'readFill',
  method: 'GET',
  path: '/api/forms/:formId/fills/:fillId',
  input: fill,
  output: FillCard,
})

export const filledForm = endpoint({
  name: 'filledForm',
  method: 'GET',
  path: '/api/forms/:formId/fills/:fillId/file',
  input: fill,
  output: download,
})

/** The filled file as it looks. */
export const pictureOfFill = endpoint({
  name: 'pictureOfFill',
  method: 'GET',
  path: '/api/forms/:formId/fills/:fillId/picture',
  input: fill,
  output: z.object({ drawings: z.array(Drawing) }),
})
