import { z } from 'zod'
import { download, endpoint } from '../../../platform/endpoint.ts'
import { Comparison, Figure, Series } from '../../indicators/contract.ts'

export const Year = z.object({ year: z.coerce.number().int().min(1950).max(2100), scope: z.uuid().optional() })
export type Year = z.output<typeof Year>

/** All that a yearly report says, before it is words: figures by name, some beside the year before, some in their parts. */
export const YearInFigures = z.object({
  year: z.int(),
  scope: z.object({ id: z.uuid(), name: z.string() }),
  /** The day on which it was counted, on the office's calendar. */
  counted: z.iso.date(),
  figures: z.record(z.string(), Figure),
  compared: z.record(z.string(), Comparison),
  series: z.record(z.string(), Series),
})
export type YearInFigures = z.output<typeof YearInFigures>

export const yearInFigures = endpoint({
  name: 'yearInFigures',
  method: 'GET',
  path: '/api/reports/yearly',
  input: Year,
  output: YearInFigures,
})

export const yearlyReportFile = endpoint({
  name: 'yearlyReportFile',
  method: 'GET',
  path: '/api/reports/yearly.docx',
  input: Year.extend({ language: z.enum(['en', 'zh-CN']).default('zh-CN') }),
  output: download,
})
