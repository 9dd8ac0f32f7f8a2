import { z } from 'zod'
import { TemplateFault } from '../../../platform/document/tags.ts'
import { done, download, endpoint, nothing, storedFile } from '../../../platform/endpoint.ts'
import { Said } from '../../indicators/contract.ts'

const template = z.object({ wordTemplateId: z.uuid() })

export const WordTemplate = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The tags that it uses, without braces. */
  tags: z.array(z.string()),
  addedBy: z.string(),
  addedAt: z.coerce.date(),
})
export type WordTemplate = z.output<typeof WordTemplate>

export const listWordTemplates = endpoint({
  name: 'listWordTemplates',
  method: 'GET',
  path: '/api/word-templates',
  input: nothing,
  output: z.array(WordTemplate),
})

/** Everything that may stand in braces: each tag by its names, with what it becomes. */
export const listTags = endpoint({
  name: 'listTags',
  method: 'GET',
  path: '/api/word-templates/tags',
  input: nothing,
  output: z.array(
    z.object({ names: z.array(z.string()), means: Said, kind: z.enum(['text', 'whole', 'loop', 'inLoop', 'figure']) }),
  ),
})

/** Takes a Word file in, or says all that is wrong with it and keeps nothing. */
export const addWordTemplate = endpoint({
  name: 'addWordTemplate',
  method: 'POST',
  path: '/api/word-templates',
  upload: true,
  input: z.object({ file: storedFile }),
  output: z.object({ kept: WordTemplate.nullable(), faults: z.array(TemplateFault) }),
})

export const wordTemplateFile = endpoint({
  name: 'wordTemplateFile',
  method: 'GET',
  path: '/api/word-templates/:wordTemplateId/file',
  input: template,
  output: download,
})

export const retireWordTemplate = endpoint({
  name: 'retireWordTemplate',
  method: 'DELETE',
  path: '/api/word-templates/:wordTemplateId',
  input: template,
  output: done,
})

export const bringBackWordTemplate = endpoint({
  name: 'bringBackWordTemplate',
  method: 'POST',
  path: '/api/word-templates/:wordTemplateId/return',
  input: template,
  output: done,
})

/** A draft as a Word file, in the official layout or in the office's own: counted now, not sealed. */
export const draftWord = endpoint({
  name: 'draftWord',
  method: 'GET',
  path: '/api/reports/:reportId/word',
  input: z.object({ reportId: z.uuid(), wordTemplateId: z.uuid().optional() }),
  output: download,
})
