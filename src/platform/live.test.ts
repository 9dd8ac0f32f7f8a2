import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../test/fresh-database.ts'
import { serveForTest } from '../../test/serving.ts'
import { town } from '../../test/town.ts'
import { type Live, openLive, tellLive } from './live.ts'
import { asTenant } from './tenancy.ts'

let there: Awaited<ReturnType<typeof town>>
let live: Live
let url = ''
beforeAll(async () => {
  url = await emptyDatabase()
  there = await town()
  live = openLive(url, { warn: () => {} } as never)
})
afterAll(() => live.stop())

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 10))
}

const tell = (topic: string) => there.unasked((context) => tellLive(context, topic))

test('who listens to a topic hears of it once it is committed, in any process; nobody else does', async () => {
  const heard: string[] = []
  const other = openLive(url, { warn: () => {} } as never)
  const quiet = live.listen(there.tenantId, 'a', () => heard.push('a here'))
  live.listen(there.tenantId, 'b', () => heard.push('b'))
  live.listen('00000000-0000-7000-8000-000000000000', 'a', () => heard.push('another tenant'))
  other.listen(there.tenantId, 'a', () => heard.push('a there'))
  // Both tell everybody once they are connected: only what is said after that counts.
  await tell('ready')
  await until(() => heard.length >= 4)
  heard.length = 0
  await tell('a')
  await until(() => heard.length >= 2)
  const failed = asTenant(there.db, there.tenantId, async (tx) => {
    await tellLive({ tx, me: { tenantId: there.tenantId } as never }, 'a')
    throw new Error('rolled back')
  })
  await expect(failed).rejects.toThrow('rolled back')
  quiet()
  await tell('a')
  await until(() => heard.length >= 3)
  expect(heard.sort()).toEqual(['a here', 'a there', 'a there'])
  await other.stop()
})

test('a lost connection is made again, and then everybody looks', async () => {
  let heard = 0
  const one = openLive(url, { warn: () => {} } as never)
  one.listen(there.tenantId, 'c', () => heard++)
  await until(() => heard > 0)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'linli live'
            and usename = current_user`.execute(there.db)
  await until(() => heard > 1)
  await one.stop()
})

test('a browser is told over one open answer; whoever is not signed in is not', async () => {
  const app = await serveForTest(there.platform, { tenantId: there.tenantId, live })
  const address = await app.listen({ port: 0 })
  const ask = (topic: string, who?: string) =>
    fetch(`${address}/api/live?topic=${topic}`, who ? { headers: { 'x-test-asker': who } } : {})
  expect((await ask('report:1')).status).toBe(401)
  const me = `${there.lina.asker.tenantId} ${there.lina.id}`
  expect((await ask('x'.repeat(101), me)).status).toBe(400)
  const answer = await ask('report:1', me)
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const read = async () => {
    const { value } = (await reader?.read()) ?? {}
    text += value ?? ''
  }
  while (!text.includes('data:')) await read()
  await tell('report:1')
  while (text.split('data:').length < 3) await read()
  expect(text).not.toContain('report')
  // The server ends what is open instead of waiting for it.
  await app.close()
})
