import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { found, refuse } from '../../../../platform/errors.ts'
import type { ReportDocument } from '../contract.ts'
import { readableReport, writableReport } from '../drafts/actions.ts'
import { compared } from '../history/comparing/rules.ts'
import { Moments } from '../history/moments/actions.ts'
import type * as contract from './contract.ts'
import type { Version } from './contract.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

export async function listVersions(context: Context, { reportId }: { reportId: string }): Promise<Version[]> {
  await readableReport(context, reportId)
  return queries.versionsOf(context.tx, reportId)
}

export async function nameVersion(context: Context, input: In<typeof contract.nameVersion>): Promise<Version> {
  const { tx, me, now } = context
  const { reportId, name } = input
  const report = await writableReport(context, reportId)
  const seq = input.seq ?? report.seq
  refuse(report.deletedAt ? 'reportDeleted' : seq > report.seq ? 'momentNotYet' : null)
  const id = newId()
  await queries.insertVersion(tx, { id, reportId, seq, name, namedBy: me.id, namedAt: now })
  const { reportId: _, ...version } = found(await queries.versionById(tx, id))
  return version
}

export async function removeVersion(context: Context, { versionId }: { versionId: string }): Promise<{ done: true }> {
  const { reportId } = found(await queries.versionById(context.tx, versionId))
  await writableReport(context, reportId)
  await queries.deleteVersion(context.tx, versionId)
  return { done: true }
}

export async function compareMoments(context: Context, { reportId, from, to }: In<typeof contract.compareMoments>) {
  const { seq } = await readableReport(context, reportId)
  const moments = await Moments.of(context, reportId)
  return { lines: compared(moments.at(from), moments.at(to ?? seq)) }
}

/** With the comments of today where they stand, so that going back takes none away. */
export async function readMoment(context: Context, ask: In<typeof contract.readMoment>): Promise<ReportDocument> {
  await readableReport(context, ask.reportId)
  return (await Moments.of(context, ask.reportId)).at(ask.seq, { comments: true })
}
