import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Keys } from '../../indicators/keys/contract.ts'
import type { Settled } from '../writing/settled/contract.ts'
import type { FileKind, PublishedCard } from './contract.ts'

const cards = (tx: Tx) =>
  tx
    .selectFrom('publishedReport as p')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'p.tenantId').onRef('o.id', '=', 'p.scopeId'),
    )
    .innerJoin('person as n', (join) => join.onRef('n.tenantId', '=', 'p.tenantId').onRef('n.id', '=', 'p.publishedBy'))
    .select([
      'p.id',
      'p.reportId',
      'p.number',
      'p.title',
      sql<'en' | 'zh-CN'>`p.language`.as('language'),
      'p.period',
      'p.publishedAt',
      'p.open',
      'n.name as publishedBy',
      'o.path',
      sql<PublishedCard['scope']>`json_build_object('id', o.id, 'name', o.name)`.as('scope'),
    ])

export type StoredCard = PublishedCard & { path: string }

/** Of these parts of the tree, newest first. */
export const published = (
  tx: Tx,
  {
    paths,
    reportId,
    offset,
    limit,
  }: { paths: readonly string[]; reportId: string | undefined; offset: number; limit: number },
): Promise<StoredCard[]> =>
  cards(tx)
    .where((eb) => eb.or(paths.map((path) => eb('o.path', 'like', `${path}%`))))
    .$if(reportId !== undefined, (q) => q.where('p.reportId', '=', reportId as string))
    .orderBy('p.publishedAt', 'desc')
    .orderBy('p.id')
    .offset(offset)
    .limit(limit)
    .execute()

export const publishedById = (tx: Tx, id: string) =>
  cards(tx).where('p.id', '=', id).select(['p.hash']).select(sql<Settled>`p.settled`.as('settled')).executeTakeFirst()

export async function latestNumber(tx: Tx, reportId: string): Promise<number> {
  const { latest } = await tx
    .selectFrom('publishedReport')
    .where('reportId', '=', reportId)
    .select(({ fn }) => fn.max('number').as('latest'))
    .executeTakeFirstOrThrow()
  return latest ?? 0
}

/** One publication of a report at a time: each has a number of its own. */
export const holdReport = (tx: Tx, reportId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`publish ${reportId}`}, 0))`.execute(tx)

type New = {
  id: string
  reportId: string
  number: number
  title: string
  language: string
  period: string
  scopeId: string
  settled: string
  hash: string
  publishedBy: string
  publishedAt: Date
}

export const insertPublished = (tx: Tx, values: New) => tx.insertInto('publishedReport').values(values).execute()

export type Count = Keys & { question: string; value: number | null }

export async function insertCounts(tx: Tx, publishedId: string, counts: readonly Count[]): Promise<void> {
  for (const { amounts, ...count } of counts)
    await tx
      .insertInto('publishedCount')
      // an amount may be missing, which the type of a column of numbers does not say
      .values({ publishedId, ...count, amounts: amounts as number[] | null })
      .execute()
}

export const countOf = (tx: Tx, publishedId: string, question: string): Promise<Count | undefined> =>
  tx
    .selectFrom('publishedCount')
    .where('publishedId', '=', publishedId)
    .where('question', '=', question)
    .select(['question', 'value', 'recordIds', 'amounts'])
    .executeTakeFirst()

/** What was counted, with the number of records but without the records. */
export const countsOf = (tx: Tx, publishedId: string) =>
  tx
    .selectFrom('publishedCount')
    .where('publishedId', '=', publishedId)
    .select(['question', 'value', sql<number>`cardinality(record_ids)`.as('records')])
    .execute()

type Faces = { missing: string[] | null; used: string[] } | null
export type StoredFile = { kind: FileKind; hash: string; name: string; faces: Faces }

export const insertFile = (tx: Tx, publishedId: string, { faces, ...file }: StoredFile) =>
  tx
    .insertInto('publishedFile')
    .values({ publishedId, ...file, faces: faces && JSON.stringify(faces) })
    // Made twice by a job that was begun again: the first one is the one that was sealed.
    .onConflict((conflict) => conflict.columns(['tenantId', 'publishedId', 'kind']).doNothing())
    .execute()

export const filesOf = (tx: Tx, publishedId: string): Promise<StoredFile[]> =>
  tx
    .selectFrom('publishedFile')
    .where('publishedId', '=', publishedId)
    .select([sql<FileKind>`kind`.as('kind'), 'hash', 'name', sql<Faces>`faces`.as('faces')])
    .orderBy('kind')
    .execute()

export const setOpen = (tx: Tx, id: string, open: boolean) =>
  tx.updateTable('publishedReport').set({ open }).where('id', '=', id).execute()

export const fileWithHash = (tx: Tx, hash: string) =>
  tx
    .selectFrom('publishedFile')
    .where('hash', '=', hash)
    .select(['publishedId', sql<FileKind>`kind`.as('kind')])
    .executeTakeFirst()

export const allCounts = (tx: Tx, publishedId: string): Promise<Count[]> =>
  tx
    .selectFrom('publishedCount')
    .where('publishedId', '=', publishedId)
    .select(['question', 'value', 'recordIds', 'amounts'])
    .execute()
