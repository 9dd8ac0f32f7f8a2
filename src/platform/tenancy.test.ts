import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../test/fresh-database.ts'
import { connect, type Db, newId, planned, type Tx } from './database.ts'
import { asTenant } from './tenancy.ts'

let db: Db | undefined
afterAll(() => db?.destroy())

async function twoOffices() {
  db ??= connect(await emptyDatabase())
  await emptyDatabase()
  const [here, there] = [newId(), newId()]
  for (const id of [here, there]) {
    await db.insertInto('tenant').values({ id, name: id, slug: id }).execute()
    await asTenant(db, id, async (tx) => {
      const root = newId()
      await tx
        .insertInto('organization')
        .values({ id: root, path: `/${root}/`, kind: 'subdistrict', name: '街道', search: '' })
        .execute()
      await tx.insertInto('person').values({ id: newId(), name: '李娜', search: '' }).execute()
    })
  }
  return { db, here, there }
}

const names = (tx: Tx) => tx.selectFrom('person').select('name').execute()

test('another tenant’s rows do not exist, whether the statement names its tenant or not', async () => {
  const { db, here } = await twoOffices()
  await asTenant(db, here, async (tx) => {
    expect(await names(tx)).toHaveLength(1)
    expect((await sql`select * from person`.execute(tx)).rows).toHaveLength(1)
    expect((await sql`update person set name = 'x' returning id`.execute(tx)).rows).toHaveLength(1)
  })
  expect((await sql`select * from person`.execute(db)).rows).toHaveLength(0)
})

test('nobody writes a row into another tenant', async () => {
  const { db, here, there } = await twoOffices()
  const smuggle = asTenant(db, here, (tx) =>
    tx.insertInto('person').values({ tenantId: there, id: newId(), name: '胡戈', search: '' }).execute(),
  )
  await expect(smuggle).rejects.toThrow('row-level security')
})

test('a tenant is forgotten with the transaction: the next user of the connection sees nothing', async () => {
  const { db, here } = await twoOffices()
  await db.connection().execute(async (one) => {
    await asTenant(one as Db, here, names)
    expect((await sql`select * from person`.execute(one)).rows).toHaveLength(0)
  })
})

test('a statement planned once for one tenant shows another its own rows, and nobody those of nobody', async () => {
  const { db, here, there } = await twoOffices()
  await db.connection().execute(async (one) => {
    const organizations = (tx: Tx) =>
      sql<{ tenantId: string }>`${planned} select tenant_id from organization`.execute(tx)
    // From the sixth time on, PostgreSQL may keep one plan for all.
    for (let i = 0; i < 8; i++)
      for (const office of [here, there])
        expect((await asTenant(one as Db, office, organizations)).rows).toEqual([{ tenantId: office }])
    const { rows } = await sql<{ n: number }>`
      select (generic_plans + custom_plans)::int as n from pg_prepared_statements where statement like '%planned%'`.execute(
      one,
    )
    expect(rows).toEqual([{ n: 16 }])
    expect((await organizations(one as Tx)).rows).toEqual([])
  })
})

test('every table of every statement is named with its tenant', async () => {
  const { db, here } = await twoOffices()
  const statements = await asTenant(db, here, async (tx) => [
    tx
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.personId')
      .leftJoin('organization', 'organization.id', 'm.organizationId')
      .select('p.name')
      .compile().sql,
    tx.updateTable('person').set({ name: 'x' }).where('name', '=', 'y').compile().sql,
    tx.deleteFrom('membership').compile().sql,
    tx
      .with('some', (q) => q.selectFrom('person').select('id'))
      .selectFrom('some')
      .selectAll()
      .compile().sql,
    tx.selectFrom('tenant').select('name').compile().sql,
  ])
  expect(statements.map((text) => text.match(/"(\w+)"\."tenant_id" = \$\d/g)?.map((m) => m.split('"')[1]))).toEqual([
    ['p', 'organization', 'm'],
    ['person'],
    ['membership'],
    ['person'],
    undefined,
  ])
})
