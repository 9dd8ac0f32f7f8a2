import { z } from 'zod'
import { record, recordAll, type Sealer } from './audit.ts'
import type { Context, Me } from './context.ts'
import { type Db, planned, type Tx } from './database.ts'
import { NotAllowed } from './errors.ts'
import type { Subscription } from './events.ts'
import type { Language } from './i18n.ts'
import { enqueue } from './queue.ts'
import { type Access, asTenant } from './tenancy.ts'
import type { Outcome } from './turns.ts'

/** What roles people hold, told by whoever knows people: the leftmost module. */
export type Recognise = (tx: Tx, personIds: readonly string[], now: Date) => Promise<Map<string, Me['roles']>>

/** What every use case needs, wired once at the start. */
export type Platform = {
  db: Db
  subscriptions: readonly Subscription[]
  recognise: Recognise
  sealer: Pick<Sealer, 'dirty'>
}

export type Asked = {
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
  /** Only what is kept of records to read them sooner, from one snapshot of them: nothing for the audit log either. */
  derives?: boolean
  /** All that it reads and writes down is of one moment, whatever others write meanwhile. */
  steady?: boolean
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
  if (asked.derives)
    return again(db, asked.tenantId, async (tx) => work(await contextOf(tx, platform, asked)), 'one snapshot')
  const answer = await again(
    db,
    asked.tenantId,
    async (tx) => {
      const context = await contextOf(tx, platform, asked)
      const done = await work(context)
      await record(context, asked.name, asked.detail?.subjectId ?? idOf(done), asked.detail?.input ?? {})
      return done
    },
    asked.steady ? 'one snapshot' : 'read write',
  )
  sealer.dirty(asked.tenantId)
  return answer
}

/**
 * Several people's asks about one thing in one transaction: `decide` answers those who may ask (`index` says which), in their order. Each that is granted has an
 * audit entry of its own; one that is refused changes nothing for the others.
 */
export async function performTogether<T>(
  platform: Platform,
  asks: readonly Asked[],
  decide: (met: { index: number; context: Context }[]) => Promise<Outcome<T>[]>,
): Promise<Outcome<T>[]> {
  const [first] = asks
  if (!first) return []
  const outcomes = await again(platform.db, first.tenantId, async (tx) => {
    const met: { index: number; asked: Asked; context: Context }[] = []
    const outcomes: Outcome<T>[] = []
    for (const [index, context] of (await contextsOf(tx, platform, asks)).entries()) {
      const asked = asks[index] as Asked
      try {
        asked.may?.(context.me)
        met.push({ index, asked, context })
      } catch (error) {
        if (!(error instanceof NotAllowed)) throw error
        outcomes[index] = { ok: false, error }
      }
    }
    const decided = await decide(met)
    for (const [i, { index }] of met.entries()) outcomes[index] = decided[i] as Outcome<T>
    const granted = met.filter((_, i) => decided[i]?.ok)
    await recordAll(
      tx,
      granted.map(({ asked, context }) => ({
        by: context,
        action: asked.name,
        subjectId: asked.detail?.subjectId ?? null,
        detail: asked.detail?.input ?? {},
      })),
    )
    return outcomes
  })
  platform.sealer.dirty(first.tenantId)
  return outcomes
}

/** Deadlock; what a snapshot saw was changed since. */
const lateComers = ['40P01', '40001']
const tries = 5

/** Of transactions that wait for each other in a circle the database ends one: that one begins again, as if it had come later. */
async function again<T>(db: Db, tenantId: string, work: (tx: Tx) => Promise<T>, access?: Access): Promise<T> {
  for (let left = tries; ; left--)
    try {
      return await asTenant(db, tenantId, work, access)
    } catch (error) {
      if (left <= 1 || !lateComers.includes((error as { code?: string }).code ?? '')) throw error
    }
}

async function contextOf(tx: Tx, platform: Platform, asked: Asked): Promise<Context> {
  const [context] = await contextsOf(tx, platform, [asked])
  if (!context) throw new Error('an ask has a context')
  asked.may?.(context.me)
  return context
}

/** What each of several askers of one tenant brings along, read together. */
async function contextsOf(tx: Tx, { subscriptions, recognise }: Platform, asks: readonly Asked[]): Promise<Context[]> {
  const [first] = asks
  if (!first) return []
  const now = first.now ?? new Date()
  const tenant = await tx
    .selectFrom('tenant')
    .where('id', '=', first.tenantId)
    .modifyFront(planned)
    .select(['timeZone', 'language'])
    .executeTakeFirstOrThrow()
  const people = [...new Set(asks.flatMap(({ personId }) => personId ?? []))]
  const held = people.length > 0 ? await recognise(tx, people, now) : new Map<string, Me['roles']>()
  return asks.map((asked) => {
    const id = asked.personId ?? null
    const me: Me = {
      id,
      tenantId: asked.tenantId,
      roles: (id && held.get(id)) || [],
      timeZone: tenant.timeZone,
      language: asked.language ?? (tenant.language as Language),
    }
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
  })
}

const idOf = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'id' in answer && z.uuid().safeParse(answer.id).success
    ? String(answer.id)
    : null
