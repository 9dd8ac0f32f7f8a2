import * as cast from '../src/demo/cast.ts'
import { settle } from '../src/demo/settle.ts'
import { recognise } from '../src/modules/organizations/actions.ts'
import { modules } from '../src/modules.ts'
import type { Action, Context } from '../src/platform/context.ts'
import { connect, type Db } from '../src/platform/database.ts'
import { type Platform, perform } from '../src/platform/perform.ts'
import { emptyDatabase } from './fresh-database.ts'

/** A Wednesday in spring, noon in Shanghai. */
export const noon = new Date('2026-04-15T04:00:00Z')

export type Somebody = {
  id: string
  name: string
  /** Who asks, as a request is told by its cookie. */
  asker: { tenantId: string; personId: string }
  /** Does one thing, as one request would: in a transaction of its own, with its audit entry. */
  does: <I, O>(action: Action<I, O>, input: I) => Promise<O>
  /** The same somebody at another time. */
  at: (now: Date | string) => Somebody
}

const connections = new Map<string, Db>()

const performing = (db: Db): Platform => ({
  db,
  recognise,
  sealer: { dirty: () => {} },
  subscriptions: modules.flatMap((module) => module.subscriptions),
})

const idsOf = <K extends string>(all: Record<K, { id: string }>): Record<K, string> =>
  Object.fromEntries(Object.entries<{ id: string }>(all).map(([key, { id }]) => [key, id])) as Record<K, string>

/** An empty database with the same few people whom every test knows by name. */
export async function town() {
  const url = await emptyDatabase()
  const db = connections.get(url) ?? connect(url)
  connections.set(url, db)
  const platform = performing(db)
  for (const name of Object.keys(cast.tenants) as cast.TenantName[]) await settle(db, name)

  /** Anybody by id, also somebody whom a test has just made. */
  const as = (personId: string, tenant: cast.TenantName = 'willow', now = noon): Somebody => {
    const asker = { tenantId: cast.tenants[tenant].id, personId }
    const known = Object.values(cast.people).find((person) => person.id === personId)
    return {
      id: personId,
      name: known?.name ?? '',
      asker,
      does: (action, input) =>
        perform(platform, { name: action.name || 'does', ...asker, now }, (context) => action(context, input)),
      at: (when) => as(personId, tenant, new Date(when)),
    }
  }
  const somebodies = Object.fromEntries(
    (Object.keys(cast.people) as cast.PersonName[]).map((name) => [
      name,
      as(cast.people[name].id, cast.tenantOf(name)),
    ]),
  ) as Record<cast.PersonName, Somebody>
  /** Nobody signed in, or the clock: a context without a person. */
  const unasked = <T>(work: (context: Context) => Promise<T>): Promise<T> =>
    perform(platform, { name: 'unasked', tenantId: cast.tenants.willow.id, now: noon }, work)

  return {
    db,
    platform,
    as,
    unasked,
    tenantId: cast.tenants.willow.id,
    ...somebodies,
    organizations: idsOf(cast.organizations),
    studyGroup: cast.studyGroup.id,
  }
}
