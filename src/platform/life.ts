import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from './stop.ts'

export type Life = {
  /** Notes how to end what has just been begun; the last begun is the first ended. */
  closing: (what: string, end: () => Promise<unknown>) => void
  /** Settles at a signal, or when whoever started this process is gone. */
  told: Promise<void>
}

/** A database has to write down what it holds; everything else is asked to hurry. */
const longest = { usually: 10_000, database: 60_000 }

/** Runs a command, or a server until it is told to stop, and then ends in order whatever was begun. */
export async function live(work: (life: Life) => Promise<number>): Promise<never> {
  const begun: { what: string; end: () => Promise<unknown> }[] = []
  const { promise: told, resolve: tell } = Promise.withResolvers<void>()
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => tell())
  process.once('disconnect', () => tell())
  process.channel?.unref()
  const life: Life = { closing: (what, end) => begun.unshift({ what, end }), told }
  // Something must keep the process alive while it only waits to be told.
  const heartbeat = setInterval(() => {}, 60_000)
  let code = 1
  try {
    code = await work(life)
  } catch (error) {
    report(error)
  }
  for (const { what, end } of begun) if (!(await finished(what, end))) code ||= 1
  clearInterval(heartbeat)
  process.exit(code)
}

async function finished(what: string, end: () => Promise<unknown>): Promise<boolean> {
  const limit = new AbortController()
  const most = what === 'the database' ? longest.database : longest.usually
  try {
    const late = pause(most, false, { signal: limit.signal })
    const inTime = await Promise.race([end().then(() => true), late])
    if (!inTime) process.stderr.write(`${what} did not end within ${most / 1000} s\n`)
    return inTime
  } catch (error) {
    report(new Error(`ending ${what} failed`, { cause: error }))
    return false
  } finally {
    limit.abort()
  }
}

function report(error: unknown): void {
  if (error instanceof Stop) process.stderr.write(`${error.words.join('\n')}\n`)
  else console.error(error)
}
