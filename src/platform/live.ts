import type { FastifyInstance, FastifyReply } from 'fastify'
import { sql } from 'kysely'
import pg from 'pg'
import type { Context } from './context.ts'
import type { Logger } from './log.ts'
import type { Asker, Wiring } from './route.ts'

/**
 * 'Something changed here', told at once to whoever looks at it, in every process that serves. It carries no content: whoever
 * is told reads again in the ordinary way, and their rights are judged there.
 */
export type Live = {
  /** Calls back after each change of the topic, until the function that it returns is called. */
  listen: (tenantId: string, topic: string, hear: () => void) => () => void
  stop: () => Promise<void>
}

const channel = 'linli_live'
const about = (tenantId: string, topic: string): string => `${tenantId} ${topic}`

/** Says it in this transaction: heard once it is committed, and not at all if it is not. */
export const tellLive = async ({ tx, me }: Pick<Context, 'tx' | 'me'>, topic: string): Promise<void> => {
  await sql`select pg_notify(${channel}, ${about(me.tenantId, topic)})`.execute(tx)
}

/** Listens to the database for all who listen here. A connection that is lost is made again, and then everybody looks. */
export function openLive(connectionString: string, log: Pick<Logger, 'warn'>): Live {
  const hearing = new Map<string, Set<() => void>>()
  let client: pg.Client | null = null
  let stopped = false
  let again: NodeJS.Timeout | undefined

  const tell = (key: string): void => {
    for (const hear of hearing.get(key) ?? []) hear()
  }
  const lost = (error: Error | null): void => {
    client = null
    if (stopped) return
    if (error) log.warn({ err: error }, 'the connection that hears of changes was lost')
    clearTimeout(again)
    again = setTimeout(() => void connect(), 1000)
    again.unref()
  }
  async function connect(): Promise<void> {
    const one = new pg.Client({ connectionString, application_name: 'linli live' })
    one.on('notification', ({ payload }) => tell(payload ?? ''))
    one.on('error', lost)
    one.on('end', () => client === one && lost(null))
    try {
      await one.connect()
      await one.query(`listen ${channel}`)
    } catch (error) {
      await one.end()
      return lost(error as Error)
    }
    client = one
    // What was said in the meantime is unknown.
    for (const key of hearing.keys()) tell(key)
  }
  const connecting = connect()

  return {
    listen(tenantId, topic, hear) {
      const key = about(tenantId, topic)
      const all = hearing.get(key) ?? new Set()
      hearing.set(key, all.add(hear))
      return () => {
        all.delete(hear)
        if (all.size === 0 && hearing.get(key) === all) hearing.delete(key)
      }
    },
    async stop() {
      stopped = true
      clearTimeout(again)
      await connecting
      await client?.end()
    },
  }
}

/** Proxies close what is silent; a listener that hears nothing for two of these is gone. */
const heartbeat = 25_000
/** A browser comes back by itself, and shows its cookie again. */
const longest = 60 * 60_000
const mostPerPerson = 20

/** `GET /api/live?topic=…` for whoever is signed in: one empty event for each change (server-sent events). */
export function mountLive(app: FastifyInstance, live: Live, { identify }: Pick<Wiring, 'identify'>): void {
  const open = new Map<string, Set<FastifyReply>>()
  app.addHook('preClose', async () => {
    for (const all of open.values()) for (const reply of all) reply.raw.end()
  })
  app.get('/api/live', async (request, reply) => {
    const asker = await identify(request)
    const { topic } = request.query as { topic?: unknown }
    if (!asker || typeof topic !== 'string' || topic.length > 100)
      return reply.code(asker ? 400 : 401).send({ status: asker ? 400 : 401 })
    const mine = open.get(asker.personId) ?? new Set<FastifyReply>()
    if (mine.size >= mostPerPerson) return reply.code(429).send({ status: 429 })
    open.set(asker.personId, mine.add(reply))
    stream(reply, live, asker, topic, () => {
      mine.delete(reply)
      if (mine.size === 0) open.delete(asker.personId)
    })
    return reply
  })
}

function stream(reply: FastifyReply, live: Live, { tenantId }: Asker, topic: string, done: () => void): void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const say = (text: string): void => void raw.write(text)
  say('retry: 2000\ndata:\n\n')
  const quiet = live.listen(tenantId, topic, () => say('data:\n\n'))
  const beat = setInterval(() => say(':\n\n'), heartbeat)
  const end = setTimeout(() => raw.end(), longest)
  raw.once('close', () => {
    quiet()
    clearInterval(beat)
    clearTimeout(end)
    done()
  })
}
