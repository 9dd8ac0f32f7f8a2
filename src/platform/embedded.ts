import { existsSync } from 'node:fs'
import { mkdir, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, createCluster, findServer, type Running, startServer, stopServer } from './postgres/server.ts'
import { Stop } from './stop.ts'

// Everybody who uses the embedded server holds `using`, shared, for as long; the one who serves holds `serving` too.
// Whoever leaves last, and so gets `using` for itself alone, stops the server. A process that was killed has let go.
const using = 0x6c01
const serving = 0x6c02

export type Embedded = {
  /** As the owner, through a socket in a folder that only this account may enter. */
  ownerUrl: string
  urlOf: (database: string) => string
  /** Stops the server unless somebody else still uses it. */
  leave: () => Promise<void>
  /** Settles when the server is gone for good although nobody here stopped it. */
  lost: Promise<void>
}

type Wishes = { serve?: boolean; durable?: boolean; patience?: number }

/** Opens the database under `data`, whoever started it: adopts a running server, restarts a dead one, makes a first one. */
export async function openEmbedded(
  data: string,
  { serve = false, durable = true, patience = 3000 }: Wishes = {},
): Promise<Embedded> {
  const home = await dataFolder(data)
  const cluster = { folder: join(home, 'postgres'), log: join(home, 'postgres.log'), durable }
  const { running, hold } = await enter(cluster)
  if (serve) await claim(hold, home, patience)
  await createDatabase(hold)
  return embedded(cluster, running, hold, serve)
}

async function dataFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true })
    return await realpath(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Stop([
      `The data folder ${path} cannot be made or entered (${code}). Choose another one with LINLI_DATA.`,
      `无法创建或进入数据文件夹 ${path}（${code}）。请用 LINLI_DATA 指定另一个。`,
    ])
  }
}

/** A connection that is kept, and with it the right to use the server. */
async function enter(cluster: Cluster): Promise<{ running: Running; hold: pg.Client }> {
  for (;;) {
    const running = (await findServer(cluster.folder)) ?? (await begin(cluster))
    const hold = running.ready ? await connect(running) : null
    if (hold) return { running, hold }
    await pause(25)
  }
}

async function begin(cluster: Cluster): Promise<Running> {
  // Without fsync a crash may have left anything: only throw-away clusters do without.
  if (!cluster.durable && existsSync(join(cluster.folder, 'postmaster.pid')))
    await rm(cluster.folder, { recursive: true })
  await createCluster(cluster)
  // What a killed server leaves behind (its processes, shared memory) may take a moment to go.
  for (let tries = 0; tries < 10; tries++) {
    const running = await startServer(cluster)
    if (running) return running
    await pause(500)
  }
  throw new Stop([
    `PostgreSQL did not start. Its log, ${cluster.log}, says why.`,
    `PostgreSQL 未能启动，原因见其日志 ${cluster.log}。`,
  ])
}

const urlOf = ({ socket }: Running, database: string): string =>
  `postgresql://linli@localhost/${database}?host=${encodeURIComponent(socket)}`

// Cannot connect now, terminated, no such socket, nobody listening, hung up: the server is starting, recovering or stopping.
const passing = ['57P03', '57P01', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']

// Errors of `pg` itself have no code: hung up while it was asked, and before.
const hungUp = ['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable']

/** Connected and counted among the users, or null when that has to be tried again. */
async function connect(running: Running): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: urlOf(running, 'postgres'), application_name: 'linli' })
  // Reported once, below, when the connection ends.
  client.on('error', () => {})
  try {
    await client.connect()
    if (await granted(client, 'pg_try_advisory_lock_shared', using)) return client
    await client.end()
    return null
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    if (passing.includes(code ?? '') || hungUp.includes(message)) return null
    throw error
  }
}

async function granted(client: pg.Client, lock: string, key: number): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(`select ${lock}($1) as granted`, [key])
  return rows[0]?.granted === true
}

async function claim(hold: pg.Client, home: string, patience: number): Promise<void> {
  for (const until = Date.now() + patience; ; await pause(100)) {
    if (await granted(hold, 'pg_try_advisory_lock', serving)) return
    if (Date.now() < until) continue
    await hold.end()
    throw new Stop([
      `Linli is already running on ${home}. Stop that one first, or give this one a folder of its own with LINLI_DATA.`,
      `邻里已经在 ${home} 上运行。请先停止它，或用 LINLI_DATA 给这一个指定另外的文件夹。`,
    ])
  }
}

async function createDatabase(hold: pg.Client): Promise<void> {
  const { rows } = await hold.query("select 1 from pg_database where datname = 'linli'")
  if (rows.length > 0) return
  await hold.query('create database linli').catch((error: { code?: string }) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
}

function embedded(cluster: Cluster, running: Running, hold: pg.Client, serve: boolean): Embedded {
  let leaving = false
  const lost = Promise.withResolvers<void>()
  const watch = (client: pg.Client): void => {
    client.once('end', async () => {
      if (leaving) return
      const again = await regain(cluster, running, serve)
      if (again) {
        hold = again
        watch(again)
      } else lost.resolve()
    })
  }
  watch(hold)
  return {
    ownerUrl: urlOf(running, 'linli'),
    urlOf: (database) => urlOf(running, database),
    lost: lost.promise,
    async leave() {
      leaving = true
      await hold.query('select pg_advisory_unlock_shared($1)', [using]).catch(() => {})
      if (await granted(hold, 'pg_try_advisory_lock', using).catch(() => false))
        await stopServer(cluster.folder, running)
      else await hold.end()
    },
  }
}

/** After a crash of one of its processes the server ends all connections and recovers by itself. */
async function regain(cluster: Cluster, before: Running, serve: boolean): Promise<pg.Client | null> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(100)) {
    const running = await findServer(cluster.folder)
    if (running?.pid !== before.pid) return null
    const hold = running.ready ? await connect(running) : null
    if (!hold) continue
    if (!serve || (await granted(hold, 'pg_try_advisory_lock', serving))) return hold
    await hold.end()
    return null
  }
  return null
}
