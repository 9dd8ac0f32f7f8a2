import pg from 'pg'

const communities = 30

/** An id that grows with the number, as those of a running office grow with time. */
const id = (prefix: string, n: string): string =>
  `('${prefix}' || substr(current_tenant()::text, 9, 16) || lpad(to_hex(${n}), 12, '0'))::uuid`

/** Records of attendance over the five years before now: 20 at an activity, by people of whom there are more in a larger office. */
export async function fillOffice(ownerUrl: string, tenantId: string, rootId: string, records: number): Promise<void> {
  const [activities, people] = [Math.round(records / 20), Math.round(20_000 * (records / 1_000_000) ** 0.5)]
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  // As the owner and without looking up each key: it is the reading that is measured.
  for (const statement of [
    `set session_replication_role = replica`,
    `set synchronous_commit = off`,
    `set app.tenant = '${tenantId}'`,
    `insert into organization (id, parent_id, path, kind, name, search)
       select ${id('0a000000', 'n')}, '${rootId}', '/${rootId}/' || ${id('0a000000', 'n')} || '/', 'community', '社区' || n, ''
       from generate_series(1, ${communities}) n`,
    `insert into person (id, name, search) select ${id('0b000000', 'n')}, '人员' || n, '' from generate_series(0, ${people - 1}) n`,
    `insert into activity (id, kind, title, host_id, starts_at, ends_at, changed_at)
       select ${id('0c000000', 'n')}, (array['meeting', 'study', 'training', 'service', 'service', 'event', 'visit'])[1 + n % 7], '活动' || n,
              ${id('0a000000', `1 + n * 7 % ${communities}`)}, t.at, t.at + interval '90 minutes', t.at
       from generate_series(0, ${activities - 1}) n,
            lateral (select now() - interval '5 years' + n * (interval '5 years' / ${activities}) as at) t`,
    `insert into participation (id, activity_id, person_id, status, minutes, walk_in, recorded_at)
       select ${id('0d000000', 'n * 20 + j')}, ${id('0c000000', 'n')}, ${id('0b000000', `(n * 7919 + j * 4729) % ${people}`)},
              (array['attended', 'attended', 'attended', 'attended', 'late', 'excused', 'absent', 'registered', 'cancelled', 'attended'])
                [1 + (n * 3 + j * 7 + n / 11) % 10],
              case when n % 7 in (3, 4) then 30 + (n + j) % 8 * 30 end, (n + j) % 23 = 0, now()
       from generate_series(0, ${activities - 1}::bigint) n, generate_series(0, 19) j`,
    'vacuum analyze',
  ])
    await client.query(statement)
  await client.end()
}
