import { type AddJobFunction, type Runner, run, type TaskList } from 'graphile-worker'
import type { Action } from './context.ts'
import type { Db } from './database.ts'
import type { Logger } from './log.ts'
import { type Platform, perform } from './perform.ts'
import type { Queued } from './queue.ts'

/** Work for the clock: done later, once committed, tried again until it succeeds (so it must bear being done twice). */
export type Job<T> = { job: string; payload?: T }
export type Task = { job: string; action: Action<never, unknown>; every?: string }

export const job = <T>(name: string): Job<T> => ({ job: name })

/** `every`: a crontab line in UTC; such a job runs once for each tenant. */
export const task = <T>(what: Job<T>, action: Action<T, unknown>, every?: string): Task => ({
  job: what.job,
  action: action as Action<never, unknown>,
  ...(every ? { every } : {}),
})

/** Runs what is queued until stopped. The queue belongs to the owner; the work itself is done as the serving role. */
export function runJobs(tasks: Task[], platform: Platform, ownerUrl: string, log: Logger): Promise<Runner> {
  const taskList: TaskList = {}
  for (const { job: name, action, every } of tasks) {
    taskList[name] = async (queued) => {
      const { tenantId, payload } = queued as Queued
      await perform(platform, { name, tenantId }, (context) => action(context, payload as never))
    }
    if (every) taskList[`${name}:all`] = async (_, { addJob }) => addForAll(platform.db, addJob, name)
  }
  const crontab = tasks.filter((t) => t.every).map((t) => `${t.every} ${t.job}:all`)
  return run({
    connectionString: ownerUrl,
    taskList,
    crontab: crontab.join('\n'),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: log.forWorker,
  })
}

async function addForAll(db: Db, addJob: AddJobFunction, name: string): Promise<void> {
  for (const { id } of await db.selectFrom('tenant').select('id').execute())
    await addJob(name, { tenantId: id, payload: {} }, { jobKey: `${id}:${name}` })
}
