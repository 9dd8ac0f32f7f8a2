import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

export type Telling = {
  ids: string[]
  personIds: string[]
  matter: string
  key: string
  filling: object
  link: string | null
  urgent: boolean
  dueAt: Date
}

/** One for each person that is still known; one that has not been told yet is told the newer words at the newer time. */
export const upsertNotices = async (tx: Tx, telling: Telling): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    insert into notice (id, person_id, matter, key, filling, link, urgent, due_at)
    select one.id, person.id, ${telling.matter}, ${telling.key}, ${JSON.stringify(telling.filling)}::jsonb,
           ${telling.link}, ${telling.urgent}, ${telling.dueAt}
    from unnest(${telling.ids}::uuid[], ${telling.personIds}::uuid[]) as one (id, person_id)
    join person on person.tenant_id = current_tenant() and person.id = one.person_id
    where person.forgotten_at is null
    order by person.id
    on conflict (tenant_id, person_id, matter, key) do update
      set filling = excluded.filling, link = excluded.link, urgent = excluded.urgent, due_at = excluded.due_at
      where notice.told_at is null
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

export const deleteUntold = (tx: Tx, matter: string, key: string, personIds: readonly string[] | undefined) =>
  tx
    .deleteFrom('notice')
    .where('matter', '=', matter)
    .where('key', '=', key)
    .where('toldAt', 'is', null)
    .$if(personIds !== undefined, (q) => q.where(sql<boolean>`person_id = any(${personIds}::uuid[])`))
    .execute()

export const deleteOld = async (tx: Tx, before: Date, deliveriesBefore: Date): Promise<void> => {
  await tx.deleteFrom('notice').where('dueAt', '<', before).execute()
  await tx.deleteFrom('webhookDelivery').where('createdAt', '<', deliveriesBefore).execute()
}
