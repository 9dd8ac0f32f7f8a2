import { type RawBuilder, sql } from 'kysely'
import { about } from '../../../../platform/changes.ts'
import { newId, type Tx } from '../../../../platform/database.ts'
import type { eventKinds } from '../contract.ts'

export type EventKind = (typeof eventKinds)[number]
type NewEvent = {
  findingId: string
  actionId: string | null
  kind: EventKind
  byId: string | null
  at: Date
  words?: string
  dueOn?: string
  ownerId?: string
}
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<string[]> {
  const rows = events.map((one) => ({ ...one, id: newId() }))
  if (rows.length > 0) await tx.insertInto('findingEvent').values(rows).execute()
  return rows.map(({ id }) => id)
}

export type EventOf = {
  id: string
  findingId: string
  actionId: string | null
  kind: EventKind
  byId: string | null
  byName: string | null
  at: Date
  words: string
  dueOn: string | null
  ownerName: string | null
  fileHash: string | null
  fileName: string | null
}
const events = async (tx: Tx, which: RawBuilder<unknown>): Promise<EventOf[]> =>
  (
    await sql<EventOf>`
      select e.id, e.finding_id, e.action_id, e.kind, e.by_id, p.name as by_name, e.at, e.words, e.due_on, w.name as owner_name,
        e.file_hash, e.file_name
      from finding_event e
      left join person p on p.tenant_id = e.tenant_id and p.id = e.by_id
      left join person w on w.tenant_id = e.tenant_id and w.id = e.owner_id
      where e.tenant_id = current_tenant() and ${which} order by e.at desc, e.id desc`.execute(tx)
  ).rows

export const storyOf = (tx: Tx, findingId: string): Promise<EventOf[]> =>
  events(tx, sql`e.finding_id = ${findingId}::uuid`)

export const proofById = async (tx: Tx, id: string): Promise<EventOf | undefined> =>
  (await events(tx, sql`e.id = ${id}::uuid and e.kind = 'evidence'`))[0]

/** A file stays once it is there. */
export const setProofFile = async (tx: Tx, id: string, file: { fileHash: string; fileName: string }) =>
  (
    await about(tx, [])
      .updateTable('findingEvent')
      .set(file)
      .where('id', '=', id)
      .where('fileHash', 'is', null)
      .executeTakeFirst()
  ).numUpdatedRows > 0n

/** Has this person put a file to the action since then? */
export const provedSince = async (tx: Tx, actionId: string, byId: string, since: Date): Promise<boolean> =>
  (await tx
    .selectFrom('findingEvent')
    .where('actionId', '=', actionId)
    .where('byId', '=', byId)
    .where('kind', '=', 'evidence')
    .where('fileHash', 'is not', null)
    .where('at', '>=', since)
    .select('id')
    .executeTakeFirst()) !== undefined
