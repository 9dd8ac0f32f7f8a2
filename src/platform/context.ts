import type { Tx } from './database.ts'
import type { Event } from './events.ts'
import type { Language } from './i18n.ts'
import type { Job } from './jobs.ts'

export const roles = [
  'administrator',
  'coordinator',
  'secretary',
  'stationManager',
  'teamLeader',
  'staff',
  'volunteer',
  'partnerLiaison',
  'auditor',
] as const
export type Role = (typeof roles)[number]

/** A role held today, at a node of the tree and everything below it (all paths that begin with `path`). */
export type HeldRole = { role: Role; organizationId: string; path: string }

/** Whoever asks. `id` is the person's; nobody signed in (a resident) and the clock have none. */
export type Me = {
  id: string | null
  tenantId: string
  roles: readonly HeldRole[]
  timeZone: string
  language: Language
}

/** Who asks, when, and the transaction it happens in: all that a use case may know of the outside world. */
export type Context = {
  tx: Tx
  me: Me
  now: Date
  requestId: string | null
  /** Tells whoever listens, in this same transaction. */
  publish: <T>(event: Event<T>, payload: T) => Promise<void>
  /** Asks the clock to do something once this transaction is committed. The same key waits only once. */
  enqueue: <T>(job: Job<T>, payload: T, when?: { at?: Date; key?: string }) => Promise<void>
}

/** A use case. */
export type Action<I, O> = (context: Context, input: I) => Promise<O>
