import { z } from 'zod'
import { done, download, endpoint, storedFile } from '../../../../platform/endpoint.ts'
import { Said } from '../../../indicators/contract.ts'
import { ListBinding, Shown } from '../contract.ts'

const form = z.object({ formId: z.uuid() })
const Named = z.object({ id: z.uuid(), name: z.string() })

export const placeStates = ['sure', 'unsure', 'open', 'hand'] as const
export type PlaceState = (typeof placeStates)[number]

/** A place of the blank that is to be filled: a cell, a blank of a sentence, or a column of a list. */
export const Place = z.object({
  sheet: z.string(),
  /** Where it stands; of a list's column its first row, which `last` ends. */
  cell: z.string(),
  last: z.int().nullable(),
  /** Which blank of the sentence. */
  blank: z.int().nullable(),
  /** Which characters of the cell's text the blank is. */
  start: z.int().nullable(),
  end: z.int().nullable(),
  kind: z.enum(['cell', 'sentence', 'list']),
  label: z.string(),
  content: Shown,
  confidence: z.number(),
  reason: Said,
  state: z.enum(placeStates),
})
export type Place = z.output<typeof Place>

const DrawnCell = z.object({
  cell: z.string(),
  text: z.string(),
  across: z.int(),
  down: z.int(),
  bold: z.boolean(),
  bordered: z.boolean(),
  align: z.enum(['left', 'center', 'right']).nullable(),
})
/** A sheet as data, to be drawn as it looks. */
export const Drawing = z.object({
  sheet: z.string(),
  /** In characters. */
  widths: z.array(z.number()),
  rows: z.array(z.object({ row: z.int(), cells: z.array(DrawnCell) })),
  /** Is there more than is drawn? */
  cut: z.boolean(),
})
export type Drawing = z.output<typeof Drawing>

/** A form as a line of the list. */
export const FormLine = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Who demands it. */
  sender: z.string(),
  organization: Named,
  retired: z.boolean(),
  version: z.int(),
  versionAt: z.coerce.date(),
  /** How many places of each state. */
  places: z.record(z.enum(placeStates), z.int()),
  lastFill: z.object({ id: z.uuid(), period: z.string(), at: z.coerce.date() }).nullable(),
})
export type FormLine = z.output<typeof FormLine>

export const FormCard = FormLine.extend({
  fileName: z.string(),
  drawings: z.array(Drawing),
  found: z.array(Place),
  /** What the rows of its lists are. */
  lists: z.array(
    z.object({
      sheet: z.string(),
      columns: z.array(z.object({ column: z.string(), cell: z.string(), label: z.string() })),
      source: ListBinding.shape.source,
    }),
  ),
  mayWrite: z.boolean(),
})
export type FormCard = z.output<typeof FormCard>

export const listForms = endpoint({
  name: 'listForms',
  method: 'GET',
  path: '/api/forms',
  input: z.object({ retired: z.enum(['no', 'yes']).default('no') }),
  output: z.array(FormLine),
})

export const readForm = endpoint({
  name: 'readForm',
  method: 'GET',
  path: '/api/forms/:formId',
  input: form,
  output: FormCard,
})

/** Without an organization: the largest part of the tree on which the asker may write reports. */
export const uploadForm = endpoint({
  name: 'uploadForm',
  method: 'POST',
  path: '/api/forms',
  input: z.object({ organizationId: z.uuid().optional(), file: storedFile }),
  output: FormCard,
  upload: true,
})

/** The next blank of the same form: what asks the same keeps its binding. */
export const uploadFormVersion = endpoint({
  name: 'uploadFormVersion',
  method: 'POST',
  path: '/api/forms/:formId/versions',
  input: form.extend({ file: storedFile }),
  output: FormCard,
  upload: true,
})

export const changeForm = endpoint({
  name: 'changeForm',
  method: 'PUT',
  path: '/api/forms/:formId',
  input: form.extend({
    name: z.string().trim().min(1).max(120),
    sender: z.string().trim().max(120).default(''),
    organizationId: z.uuid(),
  }),
  output: FormCard,
})

export const retireForm = endpoint({
  name: 'retireForm',
  method: 'DELETE',
  path: '/api/forms/:formId',
  input: form,
  output: done,
})

export const restoreForm = endpoint({
  name: 'restoreForm',
  method: 'POST',
  path: '/api/forms/:formId/restoration',
  input: form,
  output: done,
})

/** Says what a place asks. Forms that come later learn it. */
export const bindPlace = endpoint({
  name: 'bindPlace',
  method: 'PUT',
  path: '/api/forms/:formId/places',
  input: form.extend({
    /** The version that was looked at. */
    version: z.int().min(1),
    sheet: z.string().max(64),
    cell: z.string().max(12),
    blank: z.int().min(0).nullable().default(null),
    content: Shown,
  }),
  output: FormCard,
})

/** Says what the rows of a list are; columns that mean nothing of such rows are open again. */
export const bindList = endpoint({
  name: 'bindList',
  method: 'PUT',
  path: '/api/forms/:formId/lists',
  input: form.extend({
    version: z.int().min(1),
    sheet: z.string().max(64),
    /** The first place of any of its columns. */
    cell: z.string().max(12),
    source: ListBinding.shape.source.pick({ fact: true, filter: true, order: true }),
  }),
  output: FormCard,
})

export const formBlank = endpoint({
  name: 'formBlank',
  method: 'GET',
  path: '/api/forms/:formId/file',
  input: form,
  output: download,
})
