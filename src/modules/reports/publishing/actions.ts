import { record } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import type { Download } from '../../../platform/endpoint.ts'
import { allow, found, NotFound, Refused, refuse } from '../../../platform/errors.ts'
import { keptFiles } from '../../../platform/files.ts'
import { job } from '../../../platform/jobs.ts'
import { dayIn } from '../../../platform/zone.ts'
import { type Figure, type Question, questionFrom, questionText } from '../../indicators/contract.ts'
import { figureKeys } from '../../indicators/keys/actions.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { can, pathsOf } from '../../organizations/rules.ts'
import { ownWord } from '../word-templates/actions.ts'
import { draftOf } from '../writing/drafts/actions.ts'
import { mayWrite } from '../writing/rules.ts'
import { settle } from '../writing/settled/actions.ts'
import type { Settled } from '../writing/settled/contract.ts'
import type { FileKind, PublishedCard, PublishedReport } from './contract.ts'
import { makeFiles, makePdf, typeOf } from './files/actions.ts'
import { asDocument } from './files/rules.ts'
import { forEverybody } from './open/rules.ts'
import * as queries from './queries.ts'
import { missingPlaces } from './rules.ts'
import { sealOf } from './sealing/actions.ts'
import { sealedAs } from './verifying/actions.ts'

export const drawPdf = job<{ publishedId: string }>('drawPdf')

const page = 50

/** Freezes a draft as it stands at this moment. Refuses while a figure of it cannot be counted. */
export async function publishReport(
  context: Context,
  { reportId, wordTemplateId }: { reportId: string; wordTemplateId?: string | undefined },
): Promise<PublishedCard> {
  const { tx, me, now } = context
  const { report, document, path } = await draftOf(context, { reportId })
  allow(mayWrite(me, path))
  const { title, language, period, organization: scope, signer } = report
  refuse(signer && signer.id !== me.id ? 'signerPublishes' : null, { name: signer?.name ?? '' })
  await queries.holdReport(tx, reportId)
  const settled = await settle(context, document, { title, period, language, scope: scope.id })
  const places = missingPlaces(settled)
  if (places.length > 0) throw new Refused('figuresMissing', { places: places.join(language === 'en' ? '; ' : '；') })
  const id = newId()
  const signature = { organization: scope.name, date: dayIn(me.timeZone, now) }
  const own = wordTemplateId
    ? await ownWord(context, wordTemplateId, asDocument({ id, settled, signature }), settled)
    : null
  const counts: queries.Count[] = []
  for (const [question, value] of countedIn([...Object.values(settled.figures), ...(own?.figures ?? [])]))
    counts.push({ question, value, ...(await figureKeys(context, questionOf(question))) })
  const number = (await queries.latestNumber(tx, reportId)) + 1
  const sealed = {
    reportId,
    number,
    title: settled.title.join(''),
    language,
    period,
    scopeId: scope.id,
    settled,
    counts,
  }
  const hash = sealOf(sealed)
  const { counts: _, settled: __, ...row } = sealed
  await queries.insertPublished(tx, {
    id,
    ...row,
    settled: JSON.stringify(settled),
    hash,
    publishedBy: found(me.id),
    publishedAt: now,
  })
  await queries.insertCounts(tx, id, counts)
  const files = await makeFiles({ id, settled, signature }, own?.file ?? null)
  for (const file of files) await queries.insertFile(tx, id, file)
  await record(context, sealedAs, id, { hash, files: Object.fromEntries(files.map(({ kind, hash }) => [kind, hash])) })
  await context.enqueue(drawPdf, { publishedId: id }, { key: `pdf ${id}` })
  return found(await queries.publishedById(tx, id))
}

/** The question of a count that was kept. */
export const questionOf = (text: string): Question => found(questionFrom(text))

/** What was counted for these figures, each question once; a change is counted on both its sides. */
function countedIn(figures: readonly Figure[]): Map<string, number | null> {
  const counted = new Map<string, number | null>()
  for (const figure of figures) {
    const sides = figure.change ? [figure.change.now, figure.change.before] : [figure]
    for (const { question, value } of sides) counted.set(questionText(question), value)
  }
  return counted
}

export async function listPublished(
  { tx, me }: Context,
  { reportId, offset }: { reportId?: string | undefined; offset: number },
): Promise<PublishedCard[]> {
  const paths = pathsOf(me, 'readFigures')
  return queries.published(tx, { paths, reportId, offset, limit: page })
}

/** What was published, for those who may read figures of its part of the tree. */
export async function readable({ tx, me }: Context, publishedId: string) {
  const published = found(await queries.publishedById(tx, publishedId))
  allow(can(me, 'readFigures', published.path))
  return published
}

export async function publishedReport(
  context: Context,
  { publishedId }: { publishedId: string },
): Promise<PublishedReport> {
  const { tx, me } = context
  const published = await readable(context, publishedId)
  const files = await queries.filesOf(tx, publishedId)
  return {
    ...published,
    latest: await queries.latestNumber(tx, published.reportId),
    files: files.map(({ kind, name, faces }) => ({ kind, name, faces })),
    mayOpen: mayWrite(me, published.path),
  }
}

export async function publishedReportFile(
  context: Context,
  { publishedId, kind }: { publishedId: string; kind: FileKind },
): Promise<Download> {
  await readable(context, publishedId)
  const file = (await queries.filesOf(context.tx, publishedId)).find((one) => one.kind === kind)
  if (!file) throw kind === 'pdf' ? new Refused('pdfNotReady') : new NotFound()
  return { name: file.name, type: typeOf[kind], body: await keptFiles().read(file.hash), etag: file.hash }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What was opened to everybody, without small numbers; null for anything else. */
export async function publishedForEverybody(
  context: Context,
  publishedId: string,
): Promise<{ settled: Settled; date: string } | null> {
  const { tx, me } = context
  const published = uuid.test(publishedId) ? await queries.publishedById(tx, publishedId) : undefined
  if (!published?.open) return null
  const scopes = Object.values(published.settled.figures).flatMap(({ question }) => question.scope ?? [])
  const paths = new Map<string, string>()
  for (const id of new Set(scopes)) paths.set(id, (await organizationNamed(context, id)).path)
  const settled = forEverybody(published.settled, (scopeId) => paths.get(scopeId) ?? published.path)
  return { settled, date: dayIn(me.timeZone, published.publishedAt) }
}

/** Draws the PDF of what was published, once; its hash joins the seal in the audit log. */
export async function drawPublishedPdf(context: Context, { publishedId }: { publishedId: string }): Promise<void> {
  const { tx } = context
  const published = found(await queries.publishedById(tx, publishedId))
  const files = await queries.filesOf(tx, publishedId)
  const docx = found(files.find(({ kind }) => kind === 'docx'))
  if (files.some(({ kind }) => kind === 'pdf')) return
  const pdf = await makePdf(published.settled, docx.hash)
  await queries.insertFile(tx, publishedId, pdf)
  await record(context, sealedAs, publishedId, { files: { pdf: pdf.hash } })
}

export async function openPublished(
  context: Context,
  { publishedId, open }: { publishedId: string; open: boolean },
): Promise<PublishedCard> {
  const { tx, me } = context
  const published = await readable(context, publishedId)
  allow(mayWrite(me, published.path))
  await queries.setOpen(tx, publishedId, open)
  return { ...published, open }
}
