import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Words } from '../../../platform/i18n.ts'
import type { NamedQuestion } from './contract.ts'
import type { Version } from './rules.ts'

/** One indicator with the version that stands; `ownerId` is null while a starting indicator is as it came. */
export type Kept = { id: string; ownerId: string | null; retired: boolean; current: Version }

const columns = [
  'v.number',
  'v.nameEn',
  'v.nameZh',
  'v.noteEn',
  'v.noteZh',
  'v.fact',
  'v.measure',
  'v.filter',
  'v.against',
  'v.changeAs',
  'v.partsBy',
] as const

type Row = {
  number: number
  nameEn: string
  nameZh: string
  noteEn: string
  noteZh: string
  fact: string
  measure: string
  filter: string
  against: string | null
  changeAs: string | null
  partsBy: string | null
}

/** The database's own checks hold what may stand in these columns. */
const questionOf = ({ fact, measure, filter, against, changeAs, partsBy }: Row): NamedQuestion => ({
  fact,
  measure,
  filter,
  ...(against ? { against: against as NonNullable<NamedQuestion['against']> } : {}),
  ...(changeAs ? { as: changeAs as NonNullable<NamedQuestion['as']> } : {}),
  ...(partsBy ? { by: partsBy } : {}),
})

const version = (row: Row): Version => ({
  number: row.number,
  name: [row.nameEn, row.nameZh],
  note: [row.noteEn, row.noteZh],
  question: questionOf(row),
})

/** Those that an office has kept, or those of these ids. */
export async function kept(tx: Tx, ids?: readonly string[]): Promise<Kept[]> {
  const rows = await tx
    .selectFrom('indicator as i')
    .innerJoin('indicatorVersion as v', (join) =>
      join
        .onRef('v.tenantId', '=', 'i.tenantId')
        .onRef('v.indicatorId', '=', 'i.id')
        .onRef('v.number', '=', 'i.version'),
    )
    .$if(ids !== undefined, (q) => q.where('i.id', 'in', [...(ids ?? [])]))
    .select(['i.id', 'i.ownerId', 'i.retiredAt', ...columns])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ownerId: row.ownerId,
    retired: row.retiredAt !== null,
    current: version(row),
  }))
}

export async function versions(
  tx: Tx,
  id: string,
): Promise<(Version & { savedAt: Date | null; savedBy: { id: string; name: string } | null })[]> {
  const rows = await tx
    .selectFrom('indicatorVersion as v')
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'v.tenantId').onRef('p.id', '=', 'v.savedBy'))
    .where('v.indicatorId', '=', id)
    .select([...columns, 'v.savedAt', 'p.id as personId', 'p.name as personName'])
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map((row) => ({
    ...version(row),
    savedAt: row.savedAt,
    savedBy: row.personId && row.personName ? { id: row.personId, name: row.personName } : null,
  }))
}

export const insert = (tx: Tx, { id, ownerId, name }: { id: string; ownerId: string; name: Words }) =>
  tx.insertInto('indicator').values({ id, ownerId, nameEn: name[0], nameZh: name[1], version: 1 }).execute()

export async function insertVersion(
  tx: Tx,
  indicatorId: string,
  { number, name, note, question }: Version,
  saved: { by: string | null; at: Date } | null,
): Promise<void> {
  const { fact, measure, filter, against, as, by } = question
  await tx
    .insertInto('indicatorVersion')
    .values({
      indicatorId,
      number,
      nameEn: name[0],
      nameZh: name[1],
      noteEn: note[0],
      noteZh: note[1],
      fact,
      measure,
      filter,
      against: against ?? null,
      changeAs: against ? (as ?? 'difference') : null,
      partsBy: by ?? null,
      savedBy: saved?.by ?? null,
      savedAt: saved?.at ?? null,
    })
    .execute()
}

export const standsAt = (tx: Tx, id: string, { number, name }: Version) =>
  tx.updateTable('indicator').set({ version: number, nameEn: name[0], nameZh: name[1] }).where('id', '=', id).execute()

export const retire = (tx: Tx, id: string, at: Date | null) =>
  tx.updateTable('indicator').set({ retiredAt: at }).where('id', '=', id).execute()

/** One at a time: whoever keeps, changes or renames an indicator knows every name that there is. */
export const hold = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('indicator' || current_tenant(), 0))`.execute(tx)
