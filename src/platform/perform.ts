import { z } from 'zod'
import { record, type Sealer } from './audit.ts'
import type { Context, Me } from './context.ts'
import type { Db, Tx } from './database.ts'
import type { Subscription } from './events.ts'
import type { Language } from './i18n.ts'
import { enqueue } from './queue.ts'
import { asTenant } from './tenancy.ts'

/** Who the asker is, told by whoever knows people: the leftmost module. */
export type Recognise = (tx: Tx, personId: string, now: Date) => Promise<Me['roles']>

/** What every use case needs, wired once at the start. */
export type Platform = {
  db: Db
  subscriptions: readonly Subscription[]
  recognise: Recognise
  sealer: Pick<Sealer, 'dirty'>
}

type Asked = {
  name: string
  tenantId: string
  personId?: string | null
  language?: Language
  requestId?: string
  now?: Date
  /** Kept in the audit log when something was written: the input, without its secrets. */
  detail?: { subjectId?: string | null; input: unknown }
  /** Only reads: nothing for the audit log. */
  reads?: boolean
  /** May this person ask at all? Judged before anything is done. */
  may?: (me: Me) => void
}

/**
 * One use case: one transaction of one tenant, its events handled and its audit entry written inside it.
 * One that only reads cannot write: its transaction is read-only.
 */
export async function perform<T>(platform: Platform, asked: Asked, work: (context: Context) => Promise<T>): Promise<T> {
  const { db, sealer } = platform
  if (asked.reads)
    return asTenant(db, asked.tenantId, async (tx) => work(await contextOf(tx, platform, asked)), 'read only')
  const answer = await asTenant(db, asked.tenantId, async (tx) => {
    const context = await contextOf(tx, platform, asked)
    const done = await work(context)
    await record(context, asked.name, asked.detail?.subjectId ?? idOf(done), asked.detail?.input ?? {})
    return done
  })
  sealer.dirty(asked.tenantId)
  return answer
}

async function contextOf(tx: Tx, { subscriptions, recognise }: Platform, asked: Asked): Promise<Context> {
  const now = asked.now ?? new Date()
  const id = asked.personId ?? null
  const tenant = await tx
    .selectFrom('tenant')
    .where('id', '=', asked.tenantId)
    .select(['timeZone', 'language'])
    .executeTakeFirstOrThrow()
  const me: Me = {
    id,
    tenantId: asked.tenantId,
    roles: id ? await recognise(tx, id, now) : [],
    timeZone: tenant.timeZone,
    language: asked.language ?? (tenant.language as Language),
  }
  asked.may?.(me)
  const context: Context = {
    tx,
    me,
    now,
    requestId: asked.requestId ?? null,
    publish: async (event, payload) => {
      for (const { event: name, handle } of subscriptions)
        if (name === event.event) await handle(context, payload as never)
    },
    enqueue: (job, payload, when) => enqueue(tx, me.tenantId, job.job, payload, when),
  }
  return context
}

const idOf = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'id' in answer && z.uuid().safeParse(answer.id).success
    ? String(answer.id)
    : null
