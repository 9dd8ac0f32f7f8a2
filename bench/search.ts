import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { createTenant } from '../src/modules/organizations/actions.ts'
import { listPeople } from '../src/modules/organizations/people/actions.ts'
import { search } from '../src/modules/organizations/search/actions.ts'
import type { Action, HeldRole } from '../src/platform/context.ts'
import { connect, newId, type Tx } from '../src/platform/database.ts'
import { openEmbedded } from '../src/platform/embedded.ts'
import { migrate, servingUrl } from '../src/platform/migrate.ts'
import { type Platform, perform } from '../src/platform/perform.ts'
import { searchKey } from '../src/platform/search.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { large, plan } from './large-workbook.ts'
import { median, report } from './measure.ts'

// The list and the search box over the 100,000 people of the large workbook, each against the least SQL that finds a row by its name.
const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
const embedded = await openEmbedded(folder, { durable: false })
await migrate(embedded.ownerUrl)
const db = connect(servingUrl(embedded.ownerUrl))
try {
  const { tenantId, rootId } = await createTenant(db, { name: '大街道', slug: 'large' }, new Date())
  const people = [...plan(large, 2023).people()]
  const reader = newId()
  await asTenant(db, tenantId, (tx) => fill(tx, rootId, reader, people))

  // As the server's own vacuum does within a minute of such an import.
  const owner = new pg.Client({ connectionString: embedded.ownerUrl })
  await owner.connect()
  await owner.query('vacuum analyze')
  await owner.end()

  const role: HeldRole = { role: 'coordinator', organizationId: rootId, path: `/${rootId}/` }
  const platform: Platform = {
    db,
    subscriptions: [],
    recognise: async () => new Map([[reader, [role]]]),
    sealer: { dirty: () => {} },
  }
  const asks = <I, O>(action: Action<I, O>, input: I) =>
    median(15, () =>
      perform(platform, { name: 'bench', tenantId, personId: reader, reads: true }, (context) =>
        action(context, input),
      ),
    )
  const somebody = people[77_777] as (typeof people)[number]
  const bare = await median(15, () =>
    asTenant(db, tenantId, (tx) => tx.selectFrom('person').where('name', '=', somebody.name).selectAll().execute()),
  )
  const against = 'one row by its name through an index'
  const list = { q: '', state: 'current', sort: 'name', page: 1, size: 20 } as const
  report('first page of the list', await asks(listPeople, { ...list }), against, bare)
  report('page 1,000 of the list', await asks(listPeople, { ...list, page: 1000 }), against, bare)
  const initials = searchKey(somebody.name).trim().split(' ').at(-1) as string
  for (const [what, q] of [
    ['a whole name', somebody.name],
    ['two characters of a name', somebody.name.slice(1)],
    ['initials', initials],
    ['the end of a phone number', somebody.phone.slice(-4)],
    ['what nobody is called', '没有此人'],
  ] as const)
    report(`search by ${what}`, await asks(search, { q, limit: 12 }), against, bare)
} finally {
  await db.destroy()
  await embedded.leave()
  rmSync(folder, { recursive: true, force: true })
}

async function fill(tx: Tx, rootId: string, reader: string, people: { name: string; phone: string }[]): Promise<void> {
  await tx.insertInto('person').values({ id: reader, name: '统筹', search: '' }).execute()
  for (let from = 0; from < people.length; from += 10_000) {
    const rows = people.slice(from, from + 10_000).map(({ name, phone }) => ({
      id: newId(),
      membership: newId(),
      name,
      phone,
      search: searchKey(name, phone),
    }))
    const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, membership uuid, name text, phone text, search text)`
    await sql`insert into person (id, name, phone, search) select id, name, phone, search from ${given}`.execute(tx)
    await sql`insert into membership (id, person_id, organization_id, role, from_date)
      select membership, id, ${rootId}, 'volunteer', '2022-01-01' from ${given}`.execute(tx)
  }
}
