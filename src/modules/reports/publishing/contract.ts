import { z } from 'zod'
import { download, endpoint } from '../../../platform/endpoint.ts'
import { Records, Said } from '../../indicators/contract.ts'
import { Settled } from '../writing/settled/contract.ts'

/** `own` is the office's own Word file with its tags filled. */
export const fileKinds = ['docx', 'own', 'pdf', 'xlsx'] as const
export const FileKind = z.enum(fileKinds)
export type FileKind = z.output<typeof FileKind>

const PublishedFile = z.object({
  kind: FileKind,
  name: z.string(),
  /** Of a PDF: the faces that this machine lacked, and those that it is set in instead. Null when nobody could tell. */
  faces: z.object({ missing: z.array(z.string()).nullable(), used: z.array(z.string()) }).nullable(),
})

export const PublishedCard = z.object({
  id: z.uuid(),
  reportId: z.uuid(),
  /** The first, second … time that this report was published. */
  number: z.int(),
  title: z.string(),
  language: z.enum(['en', 'zh-CN']),
  period: z.string(),
  scope: z.object({ id: z.uuid(), name: z.string() }),
  publishedBy: z.string(),
  publishedAt: z.coerce.date(),
  /** May everybody read it? */
  open: z.boolean(),
})
export type PublishedCard = z.output<typeof PublishedCard>

export const PublishedReport = PublishedCard.extend({
  settled: Settled,
  /** SHA-256 over all that was published, as it stands in the audit log too. */
  hash: z.string(),
  /** The number of the latest publication of the same report. */
  latest: z.int(),
  files: z.array(PublishedFile),
  mayOpen: z.boolean(),
})
export type PublishedReport = z.output<typeof PublishedReport>

const reportId = z.object({ reportId: z.uuid() })
const publishedId = z.object({ publishedId: z.uuid() })
const Side = z.object({ value: z.number().nullable(), inWords: Said, records: z.int() })

/** A figure that is counted differently today. */
export const Difference = z.object({
  question: z.string(),
  definition: Said,
  before: Side,
  now: Side,
  /** By how much, with sign and unit; '—' where only the records differ. */
  written: Said,
})
export type Difference = z.output<typeof Difference>

export const recordFates = ['changed', 'removed', 'added'] as const
/** Why it is counted differently: records that count now and did not then, that no longer count, or that give something else. */
export const DifferenceRecords = z.object({
  columns: Records.shape.columns,
  records: z.array(
    z.object({
      fate: z.enum(recordFates),
      /** What it gave then and gives now, in the measure's own unit; null where it is only counted. */
      before: z.number().nullable(),
      now: z.number().nullable(),
      /** As it stands today; null when it is no longer on record. */
      row: Records.shape.rows.element.nullable(),
    }),
  ),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
})
export type DifferenceRecords = z.output<typeof DifferenceRecords>

/** Freezes a draft: its figures, the records behind each, its files; all sealed in the audit log. */
export const publishReport = endpoint({
  name: 'publishReport',
  method: 'POST',
  path: '/api/reports/:reportId/publish',
  /** With a template, the office's own Word file is among what is published. */
  input: reportId.extend({ wordTemplateId: z.uuid().optional() }),
  output: PublishedCard,
})

export const listPublished = endpoint({
  name: 'listPublished',
  method: 'GET',
  path: '/api/published-reports',
  input: z.object({ reportId: z.uuid().optional(), offset: z.coerce.number().int().min(0).default(0) }),
  output: z.array(PublishedCard),
})

export const publishedReport = endpoint({
  name: 'publishedReport',
  method: 'GET',
  path: '/api/published-reports/:publishedId',
  input: publishedId,
  output: PublishedReport,
})

export const publishedReportFile = endpoint({
  name: 'publishedReportFile',
  method: 'GET',
  path: '/api/published-reports/:publishedId/file',
  input: publishedId.extend({ kind: FileKind }),
  output: download,
})

/** The figures that are counted differently today. */
export const publishedDifferences = endpoint({
  name: 'publishedDifferences',
  method: 'GET',
  path: '/api/published-reports/:publishedId/differences',
  input: publishedId,
  output: z.array(Difference),
})

/** The records that made one of the differences, the first hundred of each fate. */
export const differenceRecords = endpoint({
  name: 'differenceRecords',
  method: 'GET',
  path: '/api/published-reports/:publishedId/differences/records',
  input: publishedId.extend({ question: z.string().max(3000) }),
  output: DifferenceRecords,
})

/** The records that stood behind a figure when it was published, as they stand today. */
export const publishedRecords = endpoint({
  name: 'publishedRecords',
  method: 'GET',
  path: '/api/published-reports/:publishedId/records',
  input: publishedId.extend({
    question: z.string().max(3000),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(20),
  }),
  output: Records.extend({ missing: z.int() }),
})

/** Lets everybody read it at a public page, with numbers below five hidden, or ends that. */
export const openPublished = endpoint({
  name: 'openPublished',
  method: 'PUT',
  path: '/api/published-reports/:publishedId/open',
  input: publishedId.extend({ open: z.boolean() }),
  output: PublishedCard,
})
