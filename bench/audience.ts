import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import type { Audience } from '../src/modules/learning/courses/audience/contract.ts'
import { differencesOf, sizeOf } from '../src/modules/learning/courses/audience/queries.ts'
import { createTenant } from '../src/modules/organizations/actions.ts'
import { connect, newId, type Tx } from '../src/platform/database.ts'
import { openEmbedded } from '../src/platform/embedded.ts'
import { migrate, servingUrl } from '../src/platform/migrate.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { median, report } from './measure.ts'

// Whom a rule means, among 100,000 people of 200 communities, against the least SQL that finds the holders of one role.
const size = Number(process.argv[2] ?? 100_000)
const today = '2026-04-15'
const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
const embedded = await openEmbedded(folder, { durable: false })
await migrate(embedded.ownerUrl)
const db = connect(servingUrl(embedded.ownerUrl))
try {
  const { tenantId, rootId } = await createTenant(db, { name: '大街道', slug: 'large' }, new Date())
  const groupId = newId()
  await asTenant(db, tenantId, (tx) => fill(tx, rootId, groupId))
  const owner = new pg.Client({ connectionString: embedded.ownerUrl })
  await owner.connect()
  await owner.query('vacuum analyze')
  await owner.end()

  const holds = (role: 'secretary' | 'volunteer') => ({ is: 'holds' as const, role, organizationId: rootId })
  const began = { is: 'began' as const, role: null, organizationId: rootId, last: 2, unit: 'years' as const }
  const group = { is: 'inGroup' as const, groupId }
  const everybody = { is: 'at' as const, organizationId: rootId }
  const rules: [string, Audience][] = [
    ['all community secretaries', [[holds('secretary')]]],
    ['everybody whose post began in the last two years', [[began]]],
    ['… who is also in a group, or is a secretary', [[began, group], [holds('secretary')]]],
    ['everybody', [[everybody]]],
    ['everybody, and also a volunteer, and of late', [[everybody, holds('volunteer'), began]]],
  ]
  const bare = await median(15, () =>
    asTenant(db, tenantId, (tx) =>
      tx
        .selectFrom('membership')
        .where('role', '=', 'secretary')
        .where('toDate', 'is', null)
        .select('personId')
        .execute(),
    ),
  )
  const against = 'the holders of one role through an index'
  for (const [what, rule] of rules)
    report(what, await median(15, () => asTenant(db, tenantId, (tx) => sizeOf(tx, rule, today))), against, bare)
  const [, [, before], [, after]] = rules as [(typeof rules)[number], (typeof rules)[number], (typeof rules)[number]]
  const change = () => asTenant(db, tenantId, (tx) => differencesOf(tx, before, after, today))
  report('who comes in and who falls out', await median(15, change), against, bare)
} finally {
  await db.destroy()
  await embedded.leave()
  rmSync(folder, { recursive: true, force: true })
}

/** A person in a hundred is secretary of something; posts began over the last ten years; the group has two in a hundred. */
async function fill(tx: Tx, rootId: string, groupId: string): Promise<void> {
  await sql`
    insert into organization (id, parent_id, path, kind, name, search)
    select id, ${rootId}::uuid, '/' || ${rootId} || '/' || id || '/', 'community', '社区' || n, ''
    from (select gen_random_uuid() as id, n from generate_series(1, 200) n) o`.execute(tx)
  await sql`
    insert into person (id, name, search) select gen_random_uuid(), '居民' || n, '' from generate_series(1, ${size}::int) n`.execute(
    tx,
  )
  await sql`
    insert into membership (id, person_id, organization_id, role, from_date)
    select gen_random_uuid(), p.id, o.id, case when p.n % 100 = 0 then 'secretary' else 'volunteer' end,
      ${today}::date - (p.n % 3650)::int
    from (select id, row_number() over () as n from person where tenant_id = current_tenant()) p
    join (select id, row_number() over () as n from organization where tenant_id = current_tenant() and kind = 'community') o
      on o.n = p.n % 200 + 1`.execute(tx)
  await sql`insert into people_group (id, organization_id, kind, name) values (${groupId}, ${rootId}, 'study', '学习小组')`.execute(
    tx,
  )
  await sql`
    insert into group_member (id, group_id, person_id, from_date)
    select gen_random_uuid(), ${groupId}::uuid, id, '2024-01-01'
    from (select id, row_number() over () as n from person where tenant_id = current_tenant()) p where p.n % 50 = 0`.execute(
    tx,
  )
}
