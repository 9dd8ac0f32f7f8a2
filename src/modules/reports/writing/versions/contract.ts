import { z } from 'zod'
import { done, endpoint } from '../../../../platform/endpoint.ts'
import { ReportDocument } from '../contract.ts'
import { ComparedLine } from '../history/contract.ts'

const report = z.object({ reportId: z.uuid() })
/** Which change a moment comes after; 0 is how the report began. */
const Moment = z.coerce.number().int().min(0)

export const Version = z.object({
  id: z.uuid(),
  name: z.string(),
  seq: z.int(),
  namedBy: z.string().nullable(),
  namedAt: z.coerce.date(),
})
export type Version = z.output<typeof Version>

export const listVersions = endpoint({
  name: 'listVersions',
  method: 'GET',
  path: '/api/reports/:reportId/versions',
  input: report,
  output: z.array(Version),
})

/** Gives the report as it stands, or as it stood after a change, a name. */
export const nameVersion = endpoint({
  name: 'nameVersion',
  method: 'POST',
  path: '/api/reports/:reportId/versions',
  input: report.extend({ name: z.string().trim().min(1).max(100), seq: z.int().min(0).optional() }),
  output: Version,
})

/** Takes the name away; what the report said stays in its history. */
export const removeVersion = endpoint({
  name: 'removeVersion',
  method: 'DELETE',
  path: '/api/report-versions/:versionId',
  input: z.object({ versionId: z.uuid() }),
  output: done,
})

/** What has changed from one moment to another; without `to`, until now. */
export const compareMoments = endpoint({
  name: 'compareMoments',
  method: 'GET',
  path: '/api/reports/:reportId/comparison',
  input: report.extend({ from: Moment, to: Moment.optional() }),
  output: z.object({ lines: z.array(ComparedLine) }),
})

/** What it said at a moment, as the editor keeps it. */
export const readMoment = endpoint({
  name: 'readMoment',
  method: 'GET',
  path: '/api/reports/:reportId/moments/:seq',
  input: report.extend({ seq: Moment }),
  output: ReportDocument,
})
