import { constants } from 'node:fs'
import { access, chown, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Stop } from '../stop.ts'

/** A number that no machine gives to anybody; nobody is who lends initdb a name, which it insists on. */
export const reserved = 65530
export const nobody = 65534

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** PostgreSQL refuses to run as root: there it runs as the data's owner, or as an account that owns nothing else. */
export async function accountFor(folder: string): Promise<number | null> {
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
export async function asAccount(
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

export async function chownAll(folder: string, uid: number): Promise<void> {
  await chown(folder, uid, uid)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    await chown(join(entry.parentPath, entry.name), uid, uid)
}
