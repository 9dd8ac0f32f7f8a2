import fc from 'fast-check'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { emptyDatabase, ownerAddress } from '../../test/fresh-database.ts'
import { seal, startSealer, verify } from './audit.ts'
import { connect, type Db, newId } from './database.ts'
import { type Platform, perform } from './perform.ts'
import { asTenant } from './tenancy.ts'

let db: Db | undefined
afterAll(() => db?.destroy())

/** An office with nobody in it yet. */
async function office() {
  db ??= connect(await emptyDatabase())
  await emptyDatabase()
  const tenantId = newId()
  await db.insertInto('tenant').values({ id: tenantId, name: '柳荫街道', slug: tenantId }).execute()
  const platform: Platform = { db, subscriptions: [], recognise: async () => new Map(), sealer: { dirty() {} } }
  const write = (input: unknown, work: () => Promise<void> = async () => {}) =>
    perform(platform, { name: 'write', tenantId, detail: { input } }, work)
  return { db, tenantId, platform, write }
}

/** What somebody with the owner's rights could do behind the program's back. */
async function behindTheBack(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: await ownerAddress() })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

test('what was written is sealed into a chain that verifies, whatever it says', async () => {
  const { db, tenantId, write } = await office()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 5 }), async (inputs) => {
      for (const input of inputs) await write(JSON.parse(JSON.stringify(input).replaceAll('\\u0000', '')))
      await seal(db, tenantId)
      expect(await verify(db, tenantId)).toMatchObject({ whole: true, unsealed: 0 })
    }),
    { numRuns: 30 },
  )
})

test.each([
  ['an entry changed', "update audit_entry set action = 'other' where chain_number = 2", 'altered', 2],
  ['a detail changed', `update audit_entry set detail = '{"to":9}' where chain_number = 3`, 'detailAltered', 3],
  ['an entry removed', 'delete from audit_entry where chain_number = 2', 'missing', 2],
  [
    'two entries exchanged',
    'update audit_entry set chain_number = -chain_number where chain_number in (2, 3); update audit_entry set chain_number = 5 + chain_number where chain_number < 0',
    'altered',
    2,
  ],
])('%s behind the back shows, and where', async (_, statement, problem, number) => {
  const { db, tenantId, write } = await office()
  for (const to of [1, 2, 3, 4]) await write({ to })
  await seal(db, tenantId)
  await behindTheBack(statement)
  expect(await verify(db, tenantId)).toMatchObject({ whole: false, problem, number })
})

test('a chain cut short at its end shows to whoever noted its head', async () => {
  const { db, tenantId, write } = await office()
  for (const to of [1, 2, 3]) await write({ to })
  await seal(db, tenantId)
  const verdict = await verify(db, tenantId)
  const [number, hash] = verdict.whole ? verdict.head.split(':') : []
  await behindTheBack('delete from audit_entry where chain_number = 3')
  expect(await verify(db, tenantId, { number: Number(number), hash: String(hash) })).toMatchObject({
    whole: false,
    problem: 'missing',
  })
})

test('the serving role can neither remove nor rewrite an entry', async () => {
  const { db, tenantId, write } = await office()
  await write({ to: 1 })
  await expect(asTenant(db, tenantId, (tx) => tx.deleteFrom('auditEntry').execute())).rejects.toThrow('permission')
  await expect(
    asTenant(db, tenantId, (tx) => tx.updateTable('auditEntry').set({ action: 'nothing' }).execute()),
  ).rejects.toThrow('permission')
})

test('a detail may be erased on request; the chain stays whole', async () => {
  const { db, tenantId, write } = await office()
  await write({ phone: '13800000000' })
  await seal(db, tenantId)
  await asTenant(db, tenantId, (tx) => tx.updateTable('auditEntry').set({ detail: null, salt: null }).execute())
  expect(await verify(db, tenantId)).toMatchObject({ whole: true, entries: 1 })
})

test('what was refused leaves no entry, and what only reads can write nothing', async () => {
  const { db, tenantId, platform, write } = await office()
  const no = async () => {
    throw new Error('no')
  }
  await expect(write({ to: 1 }, no)).rejects.toThrow('no')
  await expect(
    perform(platform, { name: 'read', tenantId, reads: true }, ({ tx }) =>
      tx.insertInto('publishedYear').values({ year: 2027 }).execute(),
    ),
  ).rejects.toThrow('read-only')
  expect(await seal(db, tenantId)).toBe(0)
})

test('many writers and several sealers at once make one unbroken chain', async () => {
  const { db, tenantId, write } = await office()
  const writers = Array.from({ length: 60 }, (_, to) => write({ to }))
  const sealers = Array.from({ length: 10 }, () => seal(db, tenantId))
  await Promise.all([...writers, ...sealers])
  await seal(db, tenantId)
  expect(await verify(db, tenantId)).toMatchObject({ whole: true, entries: 60, unsealed: 0 })
})

test('the sealer seals by itself, and another tenant has a chain of its own', async () => {
  const here = await office()
  const there = newId()
  await here.db.insertInto('tenant').values({ id: there, name: '红星街道', slug: there }).execute()
  const sealer = startSealer(here.db, (error) => {
    throw error
  })
  const platform = { ...here.platform, sealer }
  await perform(platform, { name: 'write', tenantId: here.tenantId, detail: { input: 1 } }, async () => {})
  await perform(platform, { name: 'write', tenantId: there, detail: { input: 2 } }, async () => {})
  await sealer.stop()
  expect(await verify(here.db, here.tenantId)).toMatchObject({ whole: true, entries: 1, unsealed: 0 })
  expect(await verify(here.db, there)).toMatchObject({ whole: true, entries: 1, unsealed: 0 })
})
