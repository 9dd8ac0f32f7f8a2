import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openEmbedded } from '../src/platform/embedded.ts'
import { median, report } from './measure.ts'

// From the command to the first answer, against the bare database from its start to its first connection.
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
const data = join(folder, 'linli')
const bare = join(folder, 'bare')

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function startLinli(): Promise<ChildProcess> {
  const port = await freePort()
  const child = spawn('node', ['launch.js', 'start'], {
    cwd: root,
    env: { ...process.env, LINLI_DATA: data, PORT: String(port), DATABASE_URL: '', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const until = Date.now() + 120_000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`Linli ended with ${child.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)
    if (answer?.ok) return child
    await pause(10)
  }
  throw new Error('Linli did not answer within two minutes')
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })

const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const began = performance.now()
  const result = await work()
  return [performance.now() - began, result]
}

try {
  const [firstBare, made] = await timed(() => openEmbedded(bare))
  await made.leave()
  const [first, child] = await timed(startLinli)
  await stopped(child)
  report('first start to serving', first, 'first start of the database alone', firstBare)

  const bareAgain = await median(5, async () => (await openEmbedded(bare)).leave())
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const [time, again] = await timed(startLinli)
    times.push(time)
    await stopped(again)
  }
  const again = times.sort((a, b) => a - b)[2] as number
  report('second start to serving', again, 'start and stop of the database alone', bareAgain)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
