import { Logger as WorkerLogger } from 'graphile-worker'
import { type DestinationStream, pino } from 'pino'

/** Structured lines on stdout. No personal data: an id says who, a request id says which. */
export function createLog(level: string = process.env.LOG_LEVEL ?? 'info', to?: DestinationStream) {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  const log = to ? pino(options, to) : pino(options)
  const forWorker = new WorkerLogger(() => (kind, message) => {
    if (kind === 'error' || kind === 'warning') log[kind === 'error' ? 'error' : 'warn']({ worker: true }, message)
  })
  return Object.assign(log, { forWorker })
}
export type Logger = ReturnType<typeof createLog>
