import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import { newId, type Tx } from '../../../platform/database.ts'

export type Registration = { personId: string; status: 'registered' | 'waitlisted' | 'confirmed' | 'cancelled' }

/** What is known of people before an activity. Who came, and who did not, stays as it was recorded. */
export async function upsertRegistrations(tx: Tx, activityId: string, people: readonly Registration[], now: Date) {
  const rows = people.map((row) => ({ ...row, id: newId() }))
  await sql`
    insert into participation (id, activity_id, person_id, status, recorded_at)
    select r.id, ${activityId}::uuid, r."personId", r.status, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "personId" uuid, status text)
    on conflict (tenant_id, activity_id, person_id) do update set status = excluded.status, recorded_at = excluded.recorded_at
    where participation.status in ('invited', 'registered', 'waitlisted', 'confirmed', 'cancelled')
      and participation.status <> excluded.status`.execute(about(tx, [activityId]))
}
