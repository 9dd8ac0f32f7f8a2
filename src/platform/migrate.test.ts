import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { emptyDatabase, ownDatabase } from '../../test/fresh-database.ts'
import { describeDatabase, generatedFile } from './generate.ts'
import { migrate } from './migrate.ts'

const first = { name: '0001_first.sql', text: 'create table first (id integer)' }

test('a new database gets each file once', async () => {
  const { ownerUrl } = await ownDatabase({ migrated: false })
  expect(await migrate(ownerUrl, [first])).toEqual(['0001_first.sql'])
  expect(await migrate(ownerUrl, [first])).toEqual([])
})

test('two programs that start at once migrate once', async () => {
  const { ownerUrl } = await ownDatabase({ migrated: false })
  const both = await Promise.all([migrate(ownerUrl, [first]), migrate(ownerUrl, [first])])
  expect(both.flat()).toEqual(['0001_first.sql'])
})

test('a file that was changed after it had been applied is refused in words', async () => {
  const { ownerUrl } = await ownDatabase({ migrated: false })
  await migrate(ownerUrl, [first])
  await expect(migrate(ownerUrl, [{ ...first, text: 'create table other ()' }])).rejects.toThrow(
    'migrations/0001_first.sql was changed after it had been applied',
  )
})

test('a database of a newer Linli is refused in words', async () => {
  const { ownerUrl } = await ownDatabase({ migrated: false })
  await migrate(ownerUrl, [first])
  await expect(migrate(ownerUrl, [])).rejects.toThrow('a newer Linli')
})

test('a file that fails leaves nothing of itself', async () => {
  const { ownerUrl } = await ownDatabase({ migrated: false })
  const broken = { name: '0002_broken.sql', text: 'create table half (id integer); select 1/0' }
  await expect(migrate(ownerUrl, [first, broken])).rejects.toThrow('migrations/0002_broken.sql: division by zero')
  expect(await migrate(ownerUrl, [first])).toEqual([])
  expect(await migrate(ownerUrl, [first, { ...broken, text: 'create table half (id integer)' }])).toEqual([broken.name])
})

test('the generated types are those of the migrated database', async () => {
  const { ownerUrl } = await ownDatabase()
  expect(await describeDatabase(ownerUrl)).toBe(readFileSync(generatedFile, 'utf8'))
})

test('the serving role owns nothing and cannot bypass a policy', async () => {
  const client = new pg.Client({ connectionString: await emptyDatabase() })
  await client.connect()
  const { rows } = await client.query(
    `select current_user as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong,
            exists (select from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`,
  )
  await client.end()
  expect(rows).toEqual([{ name: 'linli_app', strong: false, owns: false }])
})
