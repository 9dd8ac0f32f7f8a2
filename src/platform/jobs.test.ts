import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { emptyDatabase, ownerAddress } from '../../test/fresh-database.ts'
import type { Context } from './context.ts'
import { connect, type Db, newId } from './database.ts'
import { event, subscribe } from './events.ts'
import { job, runJobs, task } from './jobs.ts'
import { createLog } from './log.ts'
import { type Platform, perform } from './perform.ts'

let db: Db | undefined
afterAll(() => db?.destroy())

const publishYear = job<{ year: number }>('publishYear')
const announced = event<number>('announced')

const insertYear = ({ tx }: Context, { year }: { year: number }) =>
  tx
    .insertInto('publishedYear')
    .values({ year })
    .onConflict((c) => c.doNothing())
    .execute()

async function office() {
  db ??= connect(await emptyDatabase())
  await emptyDatabase()
  const tenantId = newId()
  await db.insertInto('tenant').values({ id: tenantId, name: '柳荫街道', slug: tenantId }).execute()
  const platform: Platform = {
    db,
    subscriptions: [subscribe(announced, (context, year) => insertYear(context, { year }).then(() => {}))],
    recognise: async () => new Map(),
    sealer: { dirty() {} },
  }
  const years = () =>
    perform(platform, { name: 'read', tenantId, reads: true }, ({ tx }) =>
      tx.selectFrom('publishedYear').select('year').orderBy('year').execute(),
    ).then((rows) => rows.map(({ year }) => year))
  return { tenantId, platform, years }
}

test('what a use case asks of the clock is done once it is committed, and not if it is not', async () => {
  const { tenantId, platform, years } = await office()
  const ask = (year: number, then: () => void) =>
    perform(platform, { name: 'ask', tenantId }, async ({ enqueue }) => {
      await enqueue(publishYear, { year })
      then()
    })
  await ask(2025, () => {})
  await expect(
    ask(2026, () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  const runner = await runJobs([task(publishYear, insertYear)], platform, await ownerAddress(), createLog('silent'))
  try {
    await expect.poll(years, { timeout: 5000 }).toEqual([2025])
  } finally {
    await runner.stop()
  }
})

test('the same key waits only once', async () => {
  const { tenantId, platform, years } = await office()
  for (const year of [2023, 2024])
    await perform(platform, { name: 'ask', tenantId }, ({ enqueue }) =>
      enqueue(publishYear, { year }, { key: 'the one' }),
    )
  const runner = await runJobs([task(publishYear, insertYear)], platform, await ownerAddress(), createLog('silent'))
  try {
    await expect.poll(years, { timeout: 5000 }).toEqual([2024])
  } finally {
    await runner.stop()
  }
})

test('what a killed process had in hand is taken up by the next one that is alone', async () => {
  const { tenantId, platform, years } = await office()
  await perform(platform, { name: 'ask', tenantId }, ({ enqueue }) => enqueue(publishYear, { year: 2026 }))
  const owner = new pg.Client({ connectionString: await ownerAddress() })
  await owner.connect()
  await owner.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a killed one'")
  await owner.end()
  const log = createLog('silent')
  const jobs = await runJobs([task(publishYear, insertYear)], platform, await ownerAddress(), log, { alone: true })
  try {
    await expect.poll(years, { timeout: 5000 }).toEqual([2026])
  } finally {
    await jobs.stop()
  }
})

test('an event is handled in the transaction of whoever publishes it', async () => {
  const { tenantId, platform, years } = await office()
  const say = (then: () => void) =>
    perform(platform, { name: 'say', tenantId }, async ({ publish }) => {
      await publish(announced, 2030)
      then()
    })
  await expect(
    say(() => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await years()).toEqual([])
  await say(() => {})
  expect(await years()).toEqual([2030])
})
