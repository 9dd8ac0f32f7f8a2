import { z } from 'zod'
import { done, endpoint } from '../../../../platform/endpoint.ts'
import { languages } from '../../../../platform/i18n.ts'

const Name = z.string().trim().min(1).max(120)
const template = z.object({ templateId: z.uuid() })

/** A text that reports begin with: the office's own. */
export const Template = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string(),
  language: z.enum(languages),
  organization: z.object({ id: z.uuid(), name: z.string() }),
  changedAt: z.coerce.date(),
  mayChange: z.boolean(),
})
export type Template = z.output<typeof Template>

export const listTemplates = endpoint({
  name: 'listTemplates',
  method: 'GET',
  path: '/api/report-templates',
  input: z.object({}),
  output: z.array(Template),
})

/** A report's text as it is now becomes a template of the same part of the tree; with `templateId` it takes that one's place. */
export const saveAsTemplate = endpoint({
  name: 'saveAsTemplate',
  method: 'POST',
  path: '/api/reports/:reportId/template',
  input: z.object({ reportId: z.uuid(), name: Name, templateId: z.uuid().optional() }),
  output: Template,
})

export const renameTemplate = endpoint({
  name: 'renameTemplate',
  method: 'PUT',
  path: '/api/report-templates/:templateId',
  input: template.extend({ name: Name }),
  output: Template,
})

/** Nothing new begins with it; reports that did stay as they are. */
export const retireTemplate = endpoint({
  name: 'retireTemplate',
  method: 'DELETE',
  path: '/api/report-templates/:templateId',
  input: template,
  output: done,
})
