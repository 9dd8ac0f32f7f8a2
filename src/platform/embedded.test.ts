import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataFolder, spawnLinli, startLinli } from '../../test/linli.ts'
import { openEmbedded } from './embedded.ts'

let data: string
let remove: () => Promise<void>
beforeEach(async () => {
  const made = await dataFolder()
  data = made.folder
  remove = made.remove
})
afterEach(() => remove())

const postmaster = (): string => join(data, 'postgres/postmaster.pid')
const pidOf = async (): Promise<number> => Number((await readFile(postmaster(), 'utf8')).split('\n')[0])

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

test('a first start makes a UTF-8 database that only its own account can reach', async () => {
  const database = await openEmbedded(data)
  try {
    const [row] = await ask<{ encoding: string; locale: string; listens: string }>(
      database.ownerUrl,
      `select pg_encoding_to_char(encoding) as encoding, datlocale as locale, current_setting('listen_addresses') as listens
       from pg_database where datname = current_database()`,
    )
    expect(row).toEqual({ encoding: 'UTF8', locale: 'C.UTF-8', listens: '' })
    const socket = new URL(database.ownerUrl).searchParams.get('host') as string
    const [folder, files] = await Promise.all([stat(socket), stat(join(data, 'postgres'))])
    expect([folder.mode & 0o777, files.mode & 0o777]).toEqual([0o700, 0o700])
    expect(folder.uid).not.toBe(0)
    expect(folder.uid).toBe(files.uid)
  } finally {
    await database.leave()
  }
  expect(existsSync(postmaster())).toBe(false)
})

test('whoever leaves last stops the server', async () => {
  const [first, second] = await Promise.all([openEmbedded(data), openEmbedded(data)])
  await first.leave()
  expect(await ask(second.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.leave()
  expect(existsSync(postmaster())).toBe(false)
})

test('many who come and go at once each find a server', async () => {
  const visits = Array.from({ length: 12 }, async (_, n) => {
    await new Promise((soon) => setTimeout(soon, (n % 4) * 150))
    const database = await openEmbedded(data, { durable: false })
    const answer = await ask(database.ownerUrl, 'select 1 as one')
    await database.leave()
    return answer
  })
  expect((await Promise.all(visits)).flat()).toHaveLength(12)
  expect(existsSync(postmaster())).toBe(false)
})

test('a second Linli on the same folder says so, and the first goes on', async () => {
  const first = await startLinli(data)
  const second = spawnLinli(data)
  const [code] = await once(second.child, 'exit')
  expect(code).toBe(1)
  expect(second.said()).toContain(`Linli is already running on ${data}.`)
  expect((await fetch(`${first.address}/health`)).status).toBe(200)
  expect(await first.stop(), first.said()).toBe(0)
  expect(existsSync(postmaster())).toBe(false)
})

test('a killed Linli leaves its database running; the next start adopts it', async () => {
  const killed = await startLinli(data)
  const pid = await pidOf()
  await killed.stop('SIGKILL')
  const next = await startLinli(data)
  expect(await pidOf()).toBe(pid)
  expect(await next.stop(), next.said()).toBe(0)
})

test('what was committed survives the death of everything', async () => {
  const killed = await startLinli(data)
  const database = await openEmbedded(data)
  await ask(database.ownerUrl, 'create table kept as select 42 as answer')
  process.kill(await pidOf(), 'SIGKILL')
  await killed.stop('SIGKILL')
  const next = await startLinli(data)
  const again = await openEmbedded(data)
  expect(await ask(again.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
  await again.leave()
  expect(await next.stop(), next.said()).toBe(0)
})

test('Linli does not go on without its database', async () => {
  const linli = await startLinli(data)
  process.kill(await pidOf(), 'SIGKILL')
  const [code] = await once(linli.child, 'exit')
  expect(code).toBe(1)
  expect(linli.said()).toContain('The database is gone, so Linli stops.')
})

test('a number that now belongs to another program is not taken for the server', async () => {
  const database = await openEmbedded(data)
  const text = await readFile(postmaster(), 'utf8')
  await database.leave()
  await writeFile(postmaster(), text.replace(/^\d+/, String(process.pid)))
  const again = await openEmbedded(data)
  expect(await ask(again.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await again.leave()
})
