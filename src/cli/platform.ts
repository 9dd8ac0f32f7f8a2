import { recognise } from '../modules/organizations/actions.ts'
import { modules } from '../modules.ts'
import { seal } from '../platform/audit.ts'
import { readConfig } from '../platform/config.ts'
import { connect, type Db } from '../platform/database.ts'
import type { Life } from '../platform/life.ts'
import { openDatabase } from '../platform/open.ts'
import type { Platform } from '../platform/perform.ts'
import { Stop } from '../platform/stop.ts'

/** What a command needs to act as a request would: the database (this folder's own or the one given) and one tenant. */
export async function openPlatform(life: Life): Promise<Platform & { db: Db }> {
  const database = await openDatabase(readConfig())
  life.closing('the database', database.leave)
  const db = connect(database.appUrl, 3)
  life.closing('the connections', () => db.destroy())
  const touched = new Set<string>()
  life.closing('the audit log', async () => {
    for (const tenantId of touched) await seal(db, tenantId)
  })
  return {
    db,
    subscriptions: modules.flatMap((module) => module.subscriptions),
    recognise,
    sealer: { dirty: (tenantId) => touched.add(tenantId) },
  }
}

export type Tenant = { id: string; name: string; slug: string }

/** The tenant named by its short name; without a name, the only one there is. */
export async function tenantNamed(db: Db, slug: string | undefined): Promise<Tenant> {
  const all = await db.selectFrom('tenant').select(['id', 'name', 'slug']).orderBy('createdAt').execute()
  const [first] = slug ? all.filter((tenant) => tenant.slug === slug) : all
  if (first && (slug || all.length === 1)) return first
  if (all.length === 0)
    throw new Stop(['There is no office yet. Start Linli and set it up first.', '尚无单位，请先启动邻里并完成设置。'])
  const names = all.map((tenant) => `${tenant.slug} (${tenant.name})`).join(', ')
  throw new Stop([`Which office? Name one with --tenant: ${names}`, `请用 --tenant 指定单位：${names}`])
}
