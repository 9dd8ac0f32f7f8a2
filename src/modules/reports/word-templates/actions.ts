import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import type { OfficialDocument } from '../../../platform/document/contract.ts'
import { checkTags } from '../../../platform/document/tags.ts'
import { paragraphsOf } from '../../../platform/document/template.ts'
import { writeOfficialDocument } from '../../../platform/document/write.ts'
import type { Download, StoredFile } from '../../../platform/endpoint.ts'
import { allow, found } from '../../../platform/errors.ts'
import { contentOf, keptFiles } from '../../../platform/files.ts'
import { dayIn } from '../../../platform/zone.ts'
import { listIndicators } from '../../indicators/named/actions.ts'
import { canEverywhere, pathsOf } from '../../organizations/rules.ts'
import { picturesOf, typeOf } from '../publishing/files/actions.ts'
import { settledReport } from '../writing/drafts/actions.ts'
import type { Settled } from '../writing/settled/contract.ts'
import type { WordTemplate } from './contract.ts'
import { filled } from './filling/actions.ts'
import * as queries from './queries.ts'
import { describedTags, knownTags } from './rules.ts'

/** Whoever writes reports anywhere uses them; they are the whole office's, so who writes for all of it keeps them. */
const writers = ({ me }: Context): void => allow(pathsOf(me, 'writeReports').length > 0)
const keepers = ({ me }: Context): void => allow(canEverywhere(me, 'writeReports'))

const indicators = (context: Context) => listIndicators(context, { q: '', retired: 'no' })

export async function listWordTemplates(context: Context): Promise<WordTemplate[]> {
  writers(context)
  return queries.allTemplates(context.tx)
}

export async function listTags(context: Context) {
  writers(context)
  return describedTags(await indicators(context))
}

export async function addWordTemplate(context: Context, { file }: { file: StoredFile }) {
  keepers(context)
  const { tx, me, now } = context
  const paragraphs = await paragraphsOf(keptFiles().path(file.hash))
  const { faults, tags } = checkTags(paragraphs, knownTags(await indicators(context)))
  if (faults.length > 0) return { kept: null, faults }
  const id = newId()
  const name = file.name.replace(/\.docx$/i, '')
  await queries.insertTemplate(tx, { id, name, fileHash: file.hash, tags, addedBy: found(me.id), addedAt: now })
  return { kept: found(await queries.templateById(tx, id)), faults }
}

export async function wordTemplateFile(
  context: Context,
  { wordTemplateId }: { wordTemplateId: string },
): Promise<Download> {
  writers(context)
  const { name, fileHash } = found(await queries.templateById(context.tx, wordTemplateId))
  return { name: `${name}.docx`, type: typeOf.docx, body: await keptFiles().read(fileHash), etag: fileHash }
}

export const retireWordTemplate = (context: Context, { wordTemplateId }: { wordTemplateId: string }) =>
  setRetired(context, wordTemplateId, context.now)

export const bringBackWordTemplate = (context: Context, { wordTemplateId }: { wordTemplateId: string }) =>
  setRetired(context, wordTemplateId, null)

async function setRetired(context: Context, wordTemplateId: string, at: Date | null): Promise<{ done: true }> {
  keepers(context)
  found(await queries.templateById(context.tx, wordTemplateId))
  await queries.setRetired(context.tx, wordTemplateId, at)
  return { done: true }
}

/** The office's own Word file filled with a report, and the figures that its tags asked for. */
export async function ownWord(context: Context, wordTemplateId: string, document: OfficialDocument, settled: Settled) {
  const { fileHash, tags } = found(await queries.templateById(context.tx, wordTemplateId))
  const pictures = await picturesOf(settled)
  return filled(context, { template: await contentOf(fileHash), tags, settled, document, pictures })
}

/** A report in its present state as a Word file. */
export async function draftWord(
  context: Context,
  { reportId, wordTemplateId }: { reportId: string; wordTemplateId?: string | undefined },
): Promise<Download> {
  const settled = await settledReport(context, { reportId })
  const signature = { organization: settled.scope.name, date: dayIn(context.me.timeZone, context.now) }
  const { language, title, blocks } = settled
  const document = { language, title, blocks, attachments: [], signature }
  const body = wordTemplateId
    ? (await ownWord(context, wordTemplateId, document, settled)).file
    : await writeOfficialDocument(document, await picturesOf(settled))
  return { name: `${title.join('')}.docx`, type: typeOf.docx, body }
}
