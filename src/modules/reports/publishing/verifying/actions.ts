import { detailsOf } from '../../../../platform/audit.ts'
import type { Context } from '../../../../platform/context.ts'
import { contentOf } from '../../../../platform/files.ts'
import * as queries from '../queries.ts'
import { hashOf, sealOf } from '../sealing/actions.ts'
import type { ReportVerdict } from './contract.ts'
import { readBrought } from './reading/actions.ts'
import { differingLines } from './rules.ts'

/** The names under which the audit log holds what was sealed. */
export const sealedAs = 'sealReport'

const unknown: ReportVerdict = { verdict: 'unknown', report: null, reason: null, lines: null }

/**
 * Is this a report that this office published? `genuine`: to the byte a file that was handed out, and its record answers to the
 * seal in the audit log. `altered`: it says that it is one and is another. `unknown`: it does not even say so.
 */
export async function verifyReport(context: Context, { content }: { content: Buffer }): Promise<ReportVerdict> {
  const { tx } = context
  const hash = hashOf(content)
  const file = await queries.fileWithHash(tx, hash)
  if (file) {
    const published = await queries.publishedById(tx, file.publishedId)
    if (!published) return unknown
    const whole = await answersToSeal(context, published, hash)
    const report = reportOf(published, file.kind)
    return { verdict: whole ? 'genuine' : 'altered', report, reason: whole ? null : 'record', lines: null }
  }
  const { mark, lines } = await readBrought(content)
  const published = mark ? await queries.publishedById(tx, mark) : undefined
  if (!published) return unknown
  const differing = lines && (await differences(context, published.id, lines))
  return { verdict: 'altered', report: reportOf(published, null), reason: 'file', lines: differing }
}

type Published = NonNullable<Awaited<ReturnType<typeof queries.publishedById>>>
type Reported = NonNullable<ReportVerdict['report']>

const reportOf = (
  { id, number, title, period, publishedAt, hash, scope }: Published,
  kind: Reported['kind'],
): Reported => ({ id, number, title, period, publishedAt, hash, office: scope.name, kind })

/** Does what stands in the database, and this file, answer to what the audit log says was sealed? */
async function answersToSeal({ tx }: Context, published: Published, fileHash: string): Promise<boolean> {
  const { id, reportId, number, title, language, period, scope, settled } = published
  const sealed = (await detailsOf(tx, sealedAs, id)) as { hash?: string; files: Record<string, string> }[]
  const counts = await queries.allCounts(tx, id)
  const hash = sealOf({ reportId, number, title, language, period, scopeId: scope.id, settled, counts })
  return (
    hash === published.hash &&
    sealed.some((entry) => entry.hash === hash) &&
    sealed.some((entry) => Object.values(entry.files).includes(fileHash))
  )
}

type Line = NonNullable<ReportVerdict['lines']>[number]

/** The brought lines beside those of our own file of the same kind: the one that it is most like. */
async function differences({ tx }: Context, publishedId: string, lines: string[]): Promise<Line[]> {
  const compared: Line[][] = []
  for (const file of await queries.filesOf(tx, publishedId)) {
    if (file.kind === 'pdf') continue
    const ours = await readBrought(await contentOf(file.hash))
    if (ours.lines) compared.push(differingLines(ours.lines, lines))
  }
  return compared.toSorted((a, b) => a.length - b.length)[0] ?? []
}
