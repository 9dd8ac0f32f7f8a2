import { type AddJobFunction, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Action } from './context.ts'
import type { Db } from './database.ts'
import type { Logger } from './log.ts'
import { type Platform, perform } from './perform.ts'
import type { Queued } from './queue.ts'

/** Work for the clock: done later, once committed, tried again until it succeeds (so it must bear being done twice). */
export type Job<T> = { job: string; payload?: T }
export type Task = { job: string; action: Action<never, unknown>; every?: string; derives?: boolean; steady?: boolean }

export const job = <T>(name: string): Job<T> => ({ job: name })

/** `every`: a crontab line in UTC; such a job runs once for each tenant. */
export const task = <T>(what: Job<T>, action: Action<T, unknown>, every?: string): Task => ({
  job: what.job,
  action: action as Action<never, unknown>,
  ...(every ? { every } : {}),
})

/** As `task`, of what only derives from records and can be derived again (see `perform`). */
export const deriving = <T>(what: Job<T>, action: Action<T, unknown>, every: string): Task => ({
  ...task(what, action, every),
  derives: true,
})

/** As `task`, of what reads much and must see all of it at one moment. */
export const steady = <T>(what: Job<T>, action: Action<T, unknown>, every?: string): Task => ({
  ...task(what, action, every),
  steady: true,
})

export type Jobs = { stop: () => Promise<void> }

/**
 * Runs what is queued until stopped. The queue belongs to the owner; the work itself is done as the serving role. `alone`:
 * no other process works on this queue, so what one that was killed had in hand is taken up at once, not hours later.
 */
export async function runJobs(
  tasks: Task[],
  platform: Platform,
  ownerUrl: string,
  log: Logger,
  { alone = false } = {},
): Promise<Jobs> {
  const taskList: TaskList = {}
  for (const { job: name, action, every, derives = false, steady: still = false } of tasks) {
    taskList[name] = async (queued) => {
      const { tenantId, payload } = queued as Queued
      await perform(platform, { name, tenantId, derives, steady: still }, (context) =>
        action(context, payload as never),
      )
    }
    if (every) taskList[`${name}:all`] = async (_, { addJob }) => addForAll(platform.db, addJob, name)
  }
  const crontab = tasks.filter((t) => t.every).map((t) => `${t.every} ${t.job}:all`)
  const pool = queuePool(ownerUrl, log)
  if (alone)
    await pool.query(`
      select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
      from graphile_worker.jobs where locked_by is not null having count(*) > 0`)
  const runner = await run({
    pgPool: pool,
    taskList,
    crontab: crontab.join('\n'),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: log.forWorker,
  })
  return {
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}

/** Ours, because the worker does not wait for the end of its own. */
function queuePool(connectionString: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({ connectionString, application_name: 'linli jobs' })
  const note = (error: Error): void => log.warn({ err: error }, 'a connection of the queue was lost')
  return pool.on('error', note).on('connect', (client) => client.on('error', note))
}

async function addForAll(db: Db, addJob: AddJobFunction, name: string): Promise<void> {
  for (const { id } of await db.selectFrom('tenant').select('id').execute())
    await addJob(name, { tenantId: id, payload: {} }, { jobKey: `${id}:${name}` })
}
