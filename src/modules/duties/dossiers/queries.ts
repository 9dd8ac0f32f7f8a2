import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Keys } from '../../indicators/keys/contract.ts'
import type { Counts } from '../kept/actions.ts'
import type { DossierContent, Part, Texts } from './contract.ts'

type Named = { id: string; name: string }

const dossiers = (tx: Tx) =>
  tx
    .selectFrom('dossier as d')
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'd.tenantId').onRef('p.id', '=', 'd.personId'))
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.organizationId'),
    )
    .leftJoin('dossierClosing as c', (join) =>
      join.onRef('c.tenantId', '=', 'd.tenantId').onRef('c.dossierId', '=', 'd.id'),
    )
    .leftJoin('person as b', (join) => join.onRef('b.tenantId', '=', 'c.tenantId').onRef('b.id', '=', 'c.closedBy'))
    .select(['d.id', 'd.personId', 'p.name as personName', 'd.organizationId', 'o.name as organizationName', 'o.path'])
    .select(['d.year', 'd.commentBy', 'd.eraseOn', 'd.handedInAt', 'c.closedAt', 'b.name as closedByName'])
    .select(
      sql<Named[]>`(select json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name, n.id)
        from dossier_reviewer r join person n on n.tenant_id = r.tenant_id and n.id = r.reviewer_id
        where r.tenant_id = d.tenant_id and r.dossier_id = d.id)`.as('reviewers'),
    )
export type DossierOf = Awaited<ReturnType<ReturnType<typeof dossiers>['executeTakeFirstOrThrow']>>

export const dossierById = (tx: Tx, id: string): Promise<DossierOf | undefined> =>
  dossiers(tx).where('d.id', '=', id).executeTakeFirst()

/** Somebody's own, and those that they review. */
export const dossiersFor = (tx: Tx, personId: string): Promise<DossierOf[]> =>
  dossiers(tx)
    .where(
      sql<boolean>`(d.person_id = ${personId}::uuid or exists (select from dossier_reviewer r
        where r.tenant_id = d.tenant_id and r.dossier_id = d.id and r.reviewer_id = ${personId}::uuid))`,
    )
    .orderBy('d.year', 'desc')
    .orderBy('p.name')
    .orderBy('d.id')
    .execute()

/** Whoever writes, hands in and closes wait for one another; one who had read it before begins again. */
export const holdDossier = (tx: Tx, id: string, now: Date) =>
  tx.updateTable('dossier').set({ changedAt: now }).where('id', '=', id).execute()

type New = {
  id: string
  personId: string
  organizationId: string
  year: number
  commentBy: string
  eraseOn: string
  openedBy: string | null
  openedAt: Date
  changedAt: Date
}

/** False: there is one of this person, this part and this year already. */
export async function insertDossier(tx: Tx, row: New, reviewerIds: readonly string[]): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await tx
    .insertInto('dossier')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenantId', 'personId', 'organizationId', 'year']).doNothing())
    .executeTakeFirstOrThrow()
  if (!inserted) return false
  await tx
    .insertInto('dossierReviewer')
    .values(reviewerIds.map((reviewerId) => ({ dossierId: row.id, reviewerId })))
    .execute()
  return true
}

export const handedIn = (tx: Tx, id: string, at: Date | null) =>
  tx.updateTable('dossier').set({ handedInAt: at }).where('id', '=', id).execute()

export async function textsOf(tx: Tx, dossierId: string): Promise<Texts> {
  const rows = await tx.selectFrom('dossierText').where('dossierId', '=', dossierId).select(['part', 'words']).execute()
  return Object.fromEntries(rows.map(({ part, words }) => [part, words]))
}

export const writeText = (tx: Tx, dossierId: string, part: Part, words: string) =>
  tx
    .insertInto('dossierText')
    .values({ dossierId, part, words })
    .onConflict((conflict) => conflict.columns(['tenantId', 'dossierId', 'part']).doUpdateSet({ words }))
    .execute()

export const deleteText = (tx: Tx, dossierId: string, part: Part) =>
  tx.deleteFrom('dossierText').where('dossierId', '=', dossierId).where('part', '=', part).execute()

type Closing = { content: DossierContent; texts: Texts; counts: Counts; closedBy: string; closedAt: Date }

/** What was written meanwhile stands in what was closed, and nowhere else. */
export async function insertClosing(
  tx: Tx,
  dossierId: string,
  { content, texts, counts, ...closed }: Closing,
): Promise<void> {
  const kept = { content: JSON.stringify(content), texts: JSON.stringify(texts), counts: JSON.stringify(counts) }
  await tx
    .insertInto('dossierClosing')
    .values({ dossierId, ...kept, ...closed })
    .execute()
  await tx.deleteFrom('dossierText').where('dossierId', '=', dossierId).execute()
}

export const closedAs = (tx: Tx, dossierId: string) =>
  tx
    .selectFrom('dossierClosing')
    .where('dossierId', '=', dossierId)
    .select(sql<{ content: unknown; texts: Texts }>`json_build_object('content', content, 'texts', texts)`.as('kept'))
    .executeTakeFirst()

export async function recordIdsOf(tx: Tx, dossierId: string, question: string): Promise<string[] | null> {
  const row = await tx
    .selectFrom('dossierClosing')
    .where('dossierId', '=', dossierId)
    .select(sql<Keys | null>`counts -> ${question}::text`.as('keys'))
    .executeTakeFirst()
  return row?.keys?.recordIds ?? null
}

/** Those whose term has ended, or all of one person. */
export const dossiersDue = async (tx: Tx, which: { today: string } | { personId: string }): Promise<string[]> =>
  (
    await tx
      .selectFrom('dossier')
      .$if('today' in which, (q) => q.where('eraseOn', '<=', 'today' in which ? which.today : ''))
      .$if('personId' in which, (q) => q.where('personId', '=', 'personId' in which ? which.personId : ''))
      .select('id')
      .orderBy('id')
      .forUpdate()
      .execute()
  ).map(({ id }) => id)

export async function deleteDossier(tx: Tx, id: string): Promise<void> {
  for (const table of ['dossierClosing', 'dossierText', 'dossierReviewer'] as const)
    await about(tx, []).deleteFrom(table).where('dossierId', '=', id).execute()
  await tx.deleteFrom('dossier').where('id', '=', id).execute()
}

/** All that dossiers about somebody say, as they take it along. */
export const toldOf = async (tx: Tx, personId: string): Promise<unknown[]> =>
  (
    await sql<{ told: unknown }>`
      select to_jsonb(d) - 'tenant_id' || jsonb_build_object(
        'texts', coalesce(c.texts, (select jsonb_object_agg(t.part, t.words) from dossier_text t
          where t.tenant_id = d.tenant_id and t.dossier_id = d.id)),
        'content', c.content, 'closed_at', c.closed_at) as told
      from dossier d left join dossier_closing c on c.tenant_id = d.tenant_id and c.dossier_id = d.id
      where d.tenant_id = current_tenant() and d.person_id = ${personId}::uuid order by d.year, d.id`.execute(tx)
  ).rows.map(({ told }) => told)
