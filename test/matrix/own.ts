import { withOwner } from './neighbours.ts'

/** The newest of its kind, so that it is the one that is asked for. */
const newest = (n: number): string => `'ffffffff-0000-7000-8000-${String(n).padStart(12, '0')}'`
const first = (table: string): string =>
  `(select id from ${table} where tenant_id = current_tenant() order by id limit 1)`

/** What is somebody's own, and nobody else may touch: without it, the routes about it would only ever refuse. */
export async function giveOwnThings(
  ownerUrl: string,
  tenantId: string,
  { administrator, coordinator }: { administrator: string; coordinator: string },
): Promise<void> {
  const [me, other] = [`'${administrator}'`, `'${coordinator}'`]
  const rows = [
    `insert into notice (id, person_id, matter, key, filling, due_at)
     values (${newest(1)}, ${me}, 'addressFailed', 'a', '{"address": "a@example.org"}', '2026-04-01T00:00Z')`,
    `insert into notice_address (id, person_id, kind, address, created_at)
     values (${newest(2)}, ${me}, 'email', 'mine@example.net', '2026-04-01T00:00Z')`,
    `insert into team_request (id, team_id, person_id, kind, asked_by, asked_at)
     values (${newest(3)}, ${first('organization')}, ${me}, 'request', ${me}, '2026-03-01T00:00Z')`,
    `insert into participation (id, activity_id, person_id, status, recorded_at)
     select gen_random_uuid(), activity_id, ${me}, 'attended', '2026-04-01T00:00Z' from study_session where tenant_id = current_tenant()`,
    `insert into quiz_attempt (id, quiz_id, person_id, number, seed, drawn, size, started_at, most)
     select ${newest(4)}, quiz_id, ${me}, 1, 'b', drawn, size, '2026-04-01T00:00Z', most from quiz_attempt
     where tenant_id = current_tenant() limit 1`,
    `insert into finding (id, organization_id, origin, origin_id, words, raised_by, raised_at)
     select ${newest(5)}, organization_id, 'meeting', activity_id, '会议室无灭火器', ${other}, '2026-04-01T00:00Z'
     from meeting m join finding f using (tenant_id) where tenant_id = current_tenant() limit 1`,
    `insert into corrective_action (id, finding_id, what, owner_id, due_on)
     values (${newest(6)}, ${newest(5)}, '配备灭火器', ${me}, '2099-04-30')`,
    `insert into duty_holding (id, duty_id, person_id, seat, from_date)
     values (${newest(7)}, ${first('duty')}, ${me}, 'deputy', '2026-01-01')`,
    `insert into hand_over (id, from_person, to_person, on_date, duty_ids, created_at)
     values (${newest(8)}, ${me}, ${other}, '2026-03-01', array[${first('duty')}], '2026-03-01T00:00Z')`,
    `insert into policy_reading (id, policy_id, version_id, person_id, organization_id, asked_on)
     select ${newest(9)}, policy_id, version_id, ${me}, organization_id, '2026-01-01' from policy_reading
     where tenant_id = current_tenant() limit 1`,
    `insert into dossier (id, person_id, organization_id, year, comment_by, erase_on, opened_at, changed_at)
     select ${newest(10)}, ${other}, organization_id, 2025, '2099-01-31', '2100-01-01', '2026-01-02T00:00Z', '2026-01-02T00:00Z'
     from dossier where tenant_id = current_tenant() limit 1`,
    `insert into dossier_reviewer (dossier_id, reviewer_id) values (${newest(10)}, ${me})`,
    `insert into report_comment (id, thread_id, person_id, text, at)
     values (${newest(11)}, ${first('report_thread')}, ${me}, '已核对', '2026-05-01T00:00Z')`,
  ]
  await withOwner(ownerUrl, async (client) => {
    await client.query(`set app.tenant = '${tenantId}'`)
    for (const row of rows) await client.query(row)
  })
}
