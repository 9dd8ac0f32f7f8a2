import type { Subscription } from './platform/events.ts'
import type { Words } from './platform/i18n.ts'
import type { Task } from './platform/jobs.ts'
import type { Route } from './platform/route.ts'

/** One module: what it owns and what it offers. Only `main.ts`, `cli.ts` and tests read this list. */
export type Module = {
  name: string
  tables: readonly string[]
  routes: readonly Route[]
  refusals: Record<string, Words>
  tasks: readonly Task[]
  subscriptions: readonly Subscription[]
}

/** From left to right: a module imports only from those before it. */
export const modules: readonly Module[] = []

/** Tables of the ground floor, which no module owns. */
export const platformTables = ['tenant', 'audit_entry', 'setup_link', 'linli_migration']
