import { z } from 'zod'
import { day, done, endpoint } from '../../../../platform/endpoint.ts'
import { languages } from '../../../../platform/i18n.ts'
import { PeriodText } from '../../../indicators/contract.ts'
import { Settled } from '../settled/contract.ts'
import { builtTemplates } from '../templates/built/rules.ts'

/** `[office]`, `[单位]` and `[period]`, `[时段]` in it stand for the report's own. */
export const Title = z.string().trim().min(1).max(200)
const report = z.object({ reportId: z.uuid() })
const Named = z.object({ id: z.uuid(), name: z.string() })

/** A report as a line of the list. */
export const ReportLine = z.object({
  id: z.uuid(),
  /** As it reads, and as it was written. */
  title: z.string(),
  writtenTitle: z.string(),
  language: z.enum(languages),
  organization: Named,
  period: z.string(),
  signer: Named.nullable(),
  changedAt: z.coerce.date(),
  changedBy: Named.nullable(),
})
export type ReportLine = z.output<typeof ReportLine>

export const ReportCard = ReportLine.extend({
  /** How many changes its text has had. */
  seq: z.int(),
  mayWrite: z.boolean(),
})
export type ReportCard = z.output<typeof ReportCard>

export const listReports = endpoint({
  name: 'listReports',
  method: 'GET',
  path: '/api/reports',
  input: z.object({ organizationId: z.uuid().optional(), search: z.string().max(100).default('') }),
  output: z.array(ReportLine),
})

export const readReport = endpoint({
  name: 'readReport',
  method: 'GET',
  path: '/api/reports/:reportId',
  input: report,
  output: ReportCard,
})

/** What it says today: its text with every figure counted. */
export const readSettledReport = endpoint({
  name: 'readSettledReport',
  method: 'GET',
  path: '/api/reports/:reportId/settled',
  input: report,
  output: Settled.extend({ counted: day }),
})

export const createReport = endpoint({
  name: 'createReport',
  method: 'POST',
  path: '/api/reports',
  input: z.object({
    organizationId: z.uuid(),
    period: PeriodText,
    language: z.enum(languages),
    title: Title,
    /** What it begins with: a template that every office has, or one of its own; without one it is empty. */
    template: z.enum(builtTemplates).nullable().default(null),
    templateId: z.uuid().nullable().default(null),
    /** For the report on a campaign: the words that the titles of its activities contain. */
    campaign: z.string().trim().max(100).default(''),
  }),
  output: ReportCard,
})

/** Its name, its period and who signs it; its text is changed by updates. */
export const changeReport = endpoint({
  name: 'changeReport',
  method: 'PUT',
  path: '/api/reports/:reportId',
  input: report.extend({ title: Title, period: PeriodText, signerId: z.uuid().nullable() }),
  output: ReportCard,
})

export const deleteReport = endpoint({
  name: 'deleteReport',
  method: 'DELETE',
  path: '/api/reports/:reportId',
  input: report,
  output: done,
})

export const bringBackReport = endpoint({
  name: 'bringBackReport',
  method: 'POST',
  path: '/api/reports/:reportId/bring-back',
  input: report,
  output: ReportCard,
})
