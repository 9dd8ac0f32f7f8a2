import pg from 'pg'
import { expect, test } from 'vitest'
import { ownDatabase } from './fresh-database.ts'
import { brokenTables } from './walls/broken.ts'
import { catalogFindings, noTenants } from './walls/catalog.ts'

test('every table has its tenant, the one policy, and keys that begin with the tenant', async () => {
  const { ownerUrl } = await ownDatabase()
  expect(await catalogFindings(ownerUrl)).toEqual([])
})

test('… and one that has not is caught', async () => {
  const { ownerUrl } = await ownDatabase()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('create table setup_link_of (id uuid primary key)')
  for (const [, sql] of brokenTables) await client.query(sql)
  const { rows } = await client.query('select relname from pg_class where relname = any($1)', [Object.keys(noTenants)])
  await client.end()
  const found = (await catalogFindings(ownerUrl)).map(({ at, why }) => `${at} ${why}`)
  for (const [why] of brokenTables) expect(found).toContain(why)
  expect(rows).toHaveLength(Object.keys(noTenants).length)
})
