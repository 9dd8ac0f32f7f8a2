import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { allow, BadInput, found, refuse } from '../../../../platform/errors.ts'
import type { Language } from '../../../../platform/i18n.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { organizationNamed, rolesOf } from '../../../organizations/actions.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import { pathsOf } from '../../../organizations/rules.ts'
import type { ReportDocument } from '../contract.ts'
import { documentIn, mayRead, mayUseTemplate, mayWrite, titleOf } from '../rules.ts'
import { settle } from '../settled/actions.ts'
import type { Settled } from '../settled/contract.ts'
import { builtTemplate } from '../templates/built/rules.ts'
import { templateById } from '../templates/queries.ts'
import { documentOf } from '../updates/state/actions.ts'
import { stateOf } from '../updates/text/actions.ts'
import type * as contract from './contract.ts'
import type { ReportCard, ReportLine } from './contract.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Row = NonNullable<Awaited<ReturnType<typeof queries.reportById>>>

const named = (id: string | null, name: string | null) => (id && name !== null ? { id, name } : null)

function lineOf(row: Row): ReportLine {
  const language = row.language as Language
  return {
    id: row.id,
    title: titleOf(language, row.writtenTitle, row.organizationName, row.period),
    writtenTitle: row.writtenTitle,
    language,
    organization: { id: row.organizationId, name: row.organizationName },
    period: row.period,
    signer: named(row.signerId, row.signerName),
    changedAt: row.changedAt,
    changedBy: named(row.changedBy, row.changedByName),
  }
}

export async function listReports(context: Context, { organizationId, search }: In<typeof contract.listReports>) {
  const rows = await queries.findReports(context.tx, pathsOf(context.me, 'readFigures'), organizationId)
  return rows.map(lineOf).filter(({ title }) => title.toLowerCase().includes(search.toLowerCase()))
}

/** The row of a report, for those who may read it. */
export async function readableReport({ tx, me }: Context, reportId: string): Promise<Row> {
  const row = found(await queries.reportById(tx, reportId))
  allow(mayRead(me, row.path))
  return row
}

/** … and for those who may write it. */
export async function writableReport({ tx, me }: Context, reportId: string): Promise<Row> {
  const row = found(await queries.reportById(tx, reportId))
  allow(mayWrite(me, row.path))
  return row
}

export async function readReport(context: Context, { reportId }: { reportId: string }): Promise<ReportCard> {
  const row = await readableReport(context, reportId)
  return { ...lineOf(row), seq: row.seq, mayWrite: row.deletedAt === null && mayWrite(context.me, row.path) }
}

export type Draft = { report: ReportLine; document: ReportDocument; path: string }

/** A report with its text, for those who may read it: what publishing begins with. */
export async function draftOf(context: Context, { reportId }: { reportId: string }): Promise<Draft> {
  const row = await readableReport(context, reportId)
  const document = await documentOf(context, reportId)
  return { report: lineOf(row), document, path: row.path }
}

/** What the report says as counted now. */
export async function settledReport(context: Context, ask: { reportId: string }): Promise<Settled> {
  const { report, document } = await draftOf(context, ask)
  const { title, period, language, organization } = report
  return settle(context, document, { title, period, language, scope: organization.id })
}

export async function readSettledReport(context: Context, ask: { reportId: string }) {
  return { ...(await settledReport(context, ask)), counted: dayIn(context.me.timeZone, context.now) }
}

export async function createReport(context: Context, input: In<typeof contract.createReport>): Promise<ReportCard> {
  const { me } = context
  const { templateId, template, campaign, ...fields } = input
  const { path } = await organizationNamed(context, input.organizationId)
  allow(mayWrite(me, path))
  const begun = template ? builtTemplate(template, input.language, campaign).document : empty
  const document = templateId ? await begunWith(context, templateId) : begun
  return readReport(context, { reportId: await beginReport(context, { ...fields, signerId: me.id }, document) })
}

type New = { organizationId: string; language: Language; title: string; period: string; signerId: string | null }

/** A new report with this text. */
export async function beginReport({ tx, me, now }: Context, fields: New, begun: ReportDocument): Promise<string> {
  const id = newId()
  const snapshot = Buffer.from(stateOf(begun))
  await queries.insertReport(tx, { ...fields, id, createdBy: me.id, snapshot }, now)
  return id
}

async function begunWith({ tx, me }: Context, templateId: string): Promise<ReportDocument> {
  const template = found(await templateById(tx, templateId))
  allow(mayUseTemplate(me, template.path))
  const document = documentIn(template.document)
  if (!document) throw new BadInput('documentBroken')
  return document
}

const empty: ReportDocument = { type: 'doc', content: [{ type: 'paragraph', content: [] }] }

export async function changeReport(context: Context, input: In<typeof contract.changeReport>): Promise<ReportCard> {
  const { tx, me, now } = context
  const { reportId, ...fields } = input
  const row = await writableReport(context, reportId)
  refuse(row.deletedAt ? 'reportDeleted' : null)
  if (fields.signerId !== null && fields.signerId !== row.signerId)
    await judgeSigner(context, fields.signerId, row.path)
  await queries.updateReport(tx, reportId, fields, { changedBy: me.id, changedAt: now })
  return readReport(context, { reportId })
}

/** Only who may write there signs there. */
export async function judgeSigner(context: Context, signerId: string, path: string): Promise<void> {
  const { name } = await knownPerson(context, signerId)
  const roles = await rolesOf(context.tx, signerId, context.now)
  refuse(mayWrite({ roles }, path) ? null : 'signerMayNotSign', { name })
}

export async function deleteReport(context: Context, { reportId }: { reportId: string }): Promise<{ done: true }> {
  const row = await writableReport(context, reportId)
  if (!row.deletedAt) await queries.setDeleted(context.tx, reportId, context.now)
  return { done: true }
}

export async function bringBackReport(context: Context, { reportId }: { reportId: string }): Promise<ReportCard> {
  await writableReport(context, reportId)
  await queries.setDeleted(context.tx, reportId, null)
  return readReport(context, { reportId })
}
