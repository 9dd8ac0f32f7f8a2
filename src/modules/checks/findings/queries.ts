import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Grade, Origin } from './contract.ts'

export type FindingOf = {
  id: string
  words: string
  origin: Origin
  originId: string
  grade: Grade | null
  fault: string | null
  organizationId: string
  organizationName: string
  path: string
  placeId: string | null
  placeName: string | null
  raisedAt: Date
  raisedByName: string | null
  closedAt: Date | null
  closedByName: string | null
}

const findingColumns = sql`f.id, f.words, f.origin, f.origin_id, f.grade, f.fault, f.organization_id, o.name as organization_name,
  o.path, f.place_id, l.name as place_name, f.raised_at, r.name as raised_by_name, f.closed_at, c.name as closed_by_name`
const findingTables = sql`finding f
  join organization o on o.tenant_id = f.tenant_id and o.id = f.organization_id
  left join place l on l.tenant_id = f.tenant_id and l.id = f.place_id
  left join person r on r.tenant_id = f.tenant_id and r.id = f.raised_by
  left join person c on c.tenant_id = f.tenant_id and c.id = f.closed_by`

const findings = async (tx: Tx, which: RawBuilder<unknown>): Promise<FindingOf[]> =>
  (
    await sql<FindingOf>`select ${findingColumns} from ${findingTables}
      where f.tenant_id = current_tenant() and ${which} order by f.raised_at, f.id`.execute(tx)
  ).rows

export const findingById = async (tx: Tx, id: string): Promise<FindingOf | undefined> =>
  (await findings(tx, sql`f.id = ${id}::uuid`))[0]

export const findingsOfOrigins = (tx: Tx, origin: Origin, originIds: readonly string[]): Promise<FindingOf[]> =>
  findings(tx, sql`f.origin = ${origin} and f.origin_id = any(${sql.val(originIds)}::uuid[])`)

export const findingsById = (tx: Tx, ids: readonly string[]): Promise<FindingOf[]> =>
  findings(tx, sql`f.id = any(${sql.val(ids)}::uuid[])`)

/** Whoever raised it, who will want to see that it is done; not to be told of what is their own. */
export const raisersOf = async (tx: Tx, findingId: string, except: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('finding')
      .where('id', '=', findingId)
      .where('raisedBy', 'is not', null)
      .where('raisedBy', '!=', except)
      .select('raisedBy')
      .execute()
  ).map(({ raisedBy }) => String(raisedBy))

/** One decision at a time about a finding and its actions. */
export const holdFinding = (tx: Tx, id: string) =>
  tx.selectFrom('finding').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

type NewFinding = {
  id: string
  organizationId: string
  origin: Origin
  originId: string
  words: string
  grade: Grade | null
  placeId: string | null
  fault: string | null
  raisedBy: string | null
  raisedAt: Date
}
export const insertFindings = async (tx: Tx, rows: NewFinding[]) => {
  if (rows.length > 0) await tx.insertInto('finding').values(rows).execute()
}

export const updateFinding = (tx: Tx, id: string, change: { closedBy: string | null; closedAt: Date | null }) =>
  tx.updateTable('finding').set(change).where('id', '=', id).execute()

/** Of an organization `o`: it stands in one of these parts of the tree. */
export const inParts = (paths: readonly string[]): RawBuilder<unknown> =>
  sql`exists (select from unnest(${sql.val(paths)}::text[]) as part(path) where starts_with(o.path, part.path))`

export const openFindings = (tx: Tx, paths: readonly string[]): Promise<FindingOf[]> =>
  findings(tx, sql`f.closed_at is null and ${inParts(paths)}`)

/** Open, and nobody answers for it yet. */
export const findingsWithoutAction = (
  tx: Tx,
  paths: readonly string[],
  { origin, grade }: { origin?: Origin | undefined; grade?: Grade | undefined },
) =>
  findings(
    tx,
    sql`f.closed_at is null and ${inParts(paths)}
      ${origin ? sql`and f.origin = ${origin}` : sql``} ${grade ? sql`and f.grade = ${grade}` : sql``}
      and not exists (select from corrective_action a where a.tenant_id = f.tenant_id and a.finding_id = f.id)`,
  )

/** Words that contain these, of what the reader may see. */
export const findingsSaying = (tx: Tx, pattern: string, seen: { paths: readonly string[]; ownerId: string | null }) =>
  findings(
    tx,
    sql`(f.words ilike ${pattern} or f.fault ilike ${pattern}) and (${inParts(seen.paths)} or exists (
      select from corrective_action a where a.tenant_id = f.tenant_id and a.finding_id = f.id and a.owner_id = ${seen.ownerId}::uuid))`,
  )
