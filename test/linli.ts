import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../src/main.ts')
const clock = join(import.meta.dirname, 'clock.ts')

export type Linli = {
  child: ChildProcess
  address: string
  /** Everything that it has printed so far. */
  said: () => string
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** A folder for a whole installation, and how to be rid of it. */
export async function dataFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-data-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** A process of its own, started as `npm start` starts it, on any free port. `at`: what its clock shows when it starts. */
export function spawnLinli(data: string, args: string[] = [], at?: Date): Linli {
  const own = { LINLI_DATA: data, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: '' }
  const child = spawn(process.execPath, [...(at ? ['--import', clock] : []), main, ...args], {
    env: { ...process.env, ...own, ...(at ? { TEST_CLOCK: at.toISOString() } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk))
  return {
    child,
    said: () => text,
    get address() {
      return /: (http:\S+)/.exec(text)?.[1] ?? ''
    },
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      child.kill(signal)
      await once(child, 'exit')
      return child.exitCode
    },
  }
}

/** The same, once it serves. */
export async function startLinli(data: string, args: string[] = [], at?: Date): Promise<Linli> {
  const linli = spawnLinli(data, args, at)
  while (!linli.said().includes('Linli is ready')) {
    if (linli.child.exitCode !== null) throw new Error(`Linli ended at its start:\n${linli.said()}`)
    await new Promise((soon) => setTimeout(soon, 20))
  }
  return linli
}
