import { detailsOf } from '../../../../platform/audit.ts'
import type { Context } from '../../../../platform/context.ts'
import type { PublishedCard } from '../contract.ts'
import { contentOf } from '../files/actions.ts'
import * as queries from '../queries.ts'
import { hashOf, type Sealed, sealOf } from '../sealing/actions.ts'
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
    const report = await reportOf(context, file.publishedId, file.kind)
    if (!report) return unknown
    const whole = await answersToSeal(context, file.publishedId, hash)
    return { verdict: whole ? 'genuine' : 'altered', report, reason: whole ? null : 'record', lines: null }
  }
  const { mark, lines } = await readBrought(content)
  const report = mark ? await reportOf(context, mark, null) : null
  if (!mark || !report) return unknown
  return { verdict: 'altered', report, reason: 'file', lines: lines && (await differences(context, mark, lines)) }
}

async function reportOf(
  { tx }: Context,
  publishedId: string,
  kind: NonNullable<ReportVerdict['report']>['kind'],
): Promise<ReportVerdict['report']> {
  const found = await queries.publishedById(tx, publishedId)
  if (!found) return null
  const { id, number, title, period, publishedAt, hash, scope } = found
  return { id, number, title, period, publishedAt, hash, office: scope.name, kind }
}

/** Does what stands in the database, and this file, answer to what the audit log says was sealed? */
async function answersToSeal({ tx }: Context, publishedId: string, fileHash: string): Promise<boolean> {
  const published = await queries.publishedById(tx, publishedId)
  if (!published) return false
  const sealed = (await detailsOf(tx, sealedAs, publishedId)) as { hash?: string; files: Record<string, string> }[]
  const counts = await queries.allCounts(tx, publishedId)
  const hash = sealOf(sealedPart(published, counts))
  return (
    hash === published.hash &&
    sealed.some((entry) => entry.hash === hash) &&
    sealed.some((entry) => Object.values(entry.files).includes(fileHash))
  )
}

type Line = NonNullable<ReportVerdict['lines']>[number]
type Stored = Omit<Sealed, 'scopeId' | 'counts'> & { scope: PublishedCard['scope'] }

export const sealedPart = (
  { reportId, number, title, language, period, scope, settled }: Stored,
  counts: Sealed['counts'],
): Sealed => ({ reportId, number, title, language, period, scopeId: scope.id, settled, counts })

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
