import { z } from 'zod'
import { TemplateFault } from '../../../platform/document/tags.ts'
import { day, done, download, endpoint, nothing, storedFile } from '../../../platform/endpoint.ts'
import { DutyCard } from '../contract.ts'

/** A letter as it was said when it was issued. */
export const Said = z.object({
  duty: z.string(),
  about: z.string(),
  organization: z.string(),
  policy: z.string().nullable(),
  section: z.string().nullable(),
})
export type Said = z.output<typeof Said>

export const LetterTemplate = z.object({ id: z.uuid(), name: z.string(), addedBy: z.string(), addedOn: day })
export type LetterTemplate = z.output<typeof LetterTemplate>

/** To whoever holds the duty from now on or will. */
export const issueLetter = endpoint({
  name: 'issueLetter',
  method: 'POST',
  path: '/api/duty-holdings/:holdingId/letters',
  input: z.object({ holdingId: z.uuid(), language: z.enum(['en', 'zh-CN']).default('zh-CN') }),
  output: DutyCard,
})

export const letterFile = endpoint({
  name: 'letterFile',
  method: 'GET',
  path: '/api/duty-letters/:letterId/file',
  input: z.object({ letterId: z.uuid() }),
  output: download,
})

export const readLetterTemplate = endpoint({
  name: 'readLetterTemplate',
  method: 'GET',
  path: '/api/duty-letter-templates',
  input: nothing,
  output: z.object({
    /** Null: letters come in the official layout. */
    template: LetterTemplate.nullable(),
    tags: z.array(z.object({ names: z.array(z.string()), means: z.tuple([z.string(), z.string()]) })),
  }),
})

/** Takes a Word file in, or says all that is wrong with it and keeps nothing. */
export const addLetterTemplate = endpoint({
  name: 'addLetterTemplate',
  method: 'POST',
  path: '/api/duty-letter-templates',
  upload: true,
  input: z.object({ file: storedFile }),
  output: z.object({ kept: LetterTemplate.nullable(), faults: z.array(TemplateFault) }),
})

const one = z.object({ letterTemplateId: z.uuid() })

export const letterTemplateFile = endpoint({
  name: 'letterTemplateFile',
  method: 'GET',
  path: '/api/duty-letter-templates/:letterTemplateId/file',
  input: one,
  output: download,
})

export const removeLetterTemplate = endpoint({
  name: 'removeLetterTemplate',
  method: 'DELETE',
  path: '/api/duty-letter-templates/:letterTemplateId',
  input: one,
  output: done,
})

export const bringBackLetterTemplate = endpoint({
  name: 'bringBackLetterTemplate',
  method: 'POST',
  path: '/api/duty-letter-templates/:letterTemplateId/return',
  input: one,
  output: done,
})
