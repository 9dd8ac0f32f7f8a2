import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../src/platform/embedded.ts'
import { checksum, migrate, migrationFiles, servingUrl } from '../src/platform/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: { url: string; template: string; prefix: string }
  }
}

const at = (server: string, database: string): string =>
  Object.assign(new URL(server), { pathname: `/${database}` }).href

async function run<T extends pg.QueryResultRow>(url: string, ...statements: string[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: T[] = []
    for (const statement of statements) rows = (await client.query<T>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** vitest globalSetup: a server, and on it the migrated template that every worker copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = createHash('sha256')
    .update(`${process.getuid?.()} ${import.meta.url}`)
    .digest('hex')
    .slice(0, 12)
  const given = process.env.DATABASE_URL
  const folder = join(tmpdir(), `linli-test-${home}`)
  const embedded = given ? null : await openEmbedded(folder, { durable: false })
  const url = embedded ? embedded.urlOf('postgres') : (given as string)
  const prefix = `linli_test_${process.pid}_`
  await dropLeftovers(url)
  project.provide('server', { url, template: await makeTemplate(url), prefix })
  return async () => {
    for (const name of await databases(url, prefix)) await run(url, `drop database ${name} with (force)`)
    await embedded?.leave()
    // Kept for the next run of a developer, who may have another one going; elsewhere there is no next one.
    if (embedded && process.env.CI) await rm(folder, { recursive: true, force: true })
  }
}

/** One template for each state of the migrations, used by later runs as well. */
async function makeTemplate(server: string): Promise<string> {
  const state = checksum(
    migrationFiles()
      .map(({ name, text }) => name + text)
      .join('\n'),
  ).slice(0, 12)
  const template = `linli_template_${state}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(20120)')
    if ((await databases(server, template)).length > 0) return template
    const half = `linli_making_${process.pid}`
    await client.query(`drop database if exists ${half} with (force)`)
    await client.query(`create database ${half} template template0 encoding 'UTF8'`)
    await migrate(at(server, half))
    await client.query(`alter database ${half} rename to ${template}`)
    return template
  } finally {
    await client.end()
  }
}

const databases = async (server: string, prefix: string): Promise<string[]> =>
  (
    await run<{ name: string }>(
      server,
      `select datname as name from pg_database where starts_with(datname, '${prefix}') order by oid desc`,
    )
  ).map(({ name }) => name)

/** What killed runs left behind, and the templates of migrations long changed. */
async function dropLeftovers(server: string): Promise<void> {
  const dead = (await databases(server, 'linli_test_')).filter((name) => {
    try {
      return !process.kill(Number(name.split('_')[2]), 0)
    } catch {
      return true
    }
  })
  for (const name of [...dead, ...(await databases(server, 'linli_template_')).slice(10)])
    await run(server, `drop database if exists ${name} with (force)`)
}

/** The server's own address, for a test that makes databases itself. */
export const serverUrl = (): string => inject('server').url

/** A database for one test alone: migrated, or with nothing in it. */
export async function ownDatabase({ migrated = true } = {}): Promise<{ ownerUrl: string; appUrl: string }> {
  const { url, template, prefix } = inject('server')
  const name = `${prefix}own_${process.env.VITEST_POOL_ID}_${made++}`
  await run(url, `drop database if exists ${name} with (force)`)
  await run(url, `create database ${name} template ${migrated ? template : 'template0'}`)
  return { ownerUrl: at(url, name), appUrl: servingUrl(at(url, name)) }
}
let made = 0

type Mine = { ownerUrl: string; appUrl: string; emptied: pg.Client; tables: string[] }
let mine: Promise<Mine> | undefined

async function makeMine(): Promise<Mine> {
  const { url, template, prefix } = inject('server')
  const name = `${prefix}${process.env.VITEST_POOL_ID}`
  await run(url, `drop database if exists ${name} with (force)`)
  await run(url, `create database ${name} template ${template}`)
  const ownerUrl = at(url, name)
  const emptied = new pg.Client({ connectionString: ownerUrl })
  // The server's farewell at the end of the run.
  emptied.on('error', () => {})
  await emptied.connect()
  const { rows } = await emptied.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  // What the migrations themselves wrote is part of the program.
  const tables = await filled(
    emptied,
    rows.map((row) => row.name),
  )
  return {
    ownerUrl,
    appUrl: servingUrl(ownerUrl),
    emptied,
    tables: rows.map((r) => r.name).filter((t) => !tables.includes(t)),
  }
}

async function filled(client: pg.Client, tables: string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    tables.map((table) => `select '${table}' as name where exists (select from ${table})`).join(' union all '),
  )
  return rows.map((row) => row.name)
}

/** This worker's own copy of the template, emptied for each test: its address for the role that serves. */
export async function emptyDatabase(): Promise<string> {
  mine ??= makeMine()
  const { appUrl, emptied, tables } = await mine
  const used = await filled(emptied, tables)
  // Only what was written to is emptied: truncating all tables takes longer than most tests.
  if (used.length > 0)
    await emptied.query(
      `set session_replication_role = replica; ${used.map((table) => `delete from ${table};`).join(' ')}`,
    )
  return appUrl
}

/** The same copy's address as its owner: for jobs, and to look behind the tenant's walls. */
export async function ownerAddress(): Promise<string> {
  mine ??= makeMine()
  return (await mine).ownerUrl
}
