import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createTenant } from '../src/modules/organizations/actions.ts'
import type { Role } from '../src/platform/context.ts'
import { connect, type Db, newId, type Tx } from '../src/platform/database.ts'
import { openEmbedded } from '../src/platform/embedded.ts'
import { servingUrl } from '../src/platform/migrate.ts'
import { startLinli } from '../test/linli.ts'

/** A Linli that serves one large office, as `npm start` starts it; `folder` is its data and may hold what a benchmark writes. */
export type Serving = {
  folder: string
  db: Db
  ownerUrl: string
  tenantId: string
  rootId: string
  address: () => string
  /** Ends the process and starts it again on the same data; its address is another one. */
  again: (signal: NodeJS.Signals) => Promise<void>
}

/** Whatever becomes of the work, nothing of the server is left. */
export async function withServing(work: (serving: Serving) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  let linli = await startLinli(folder)
  const { ownerUrl, leave } = await openEmbedded(folder)
  const db = connect(servingUrl(ownerUrl))
  try {
    const office = await createTenant(db, { name: '大街道', slug: 'large' }, new Date())
    const again = async (signal: NodeJS.Signals): Promise<void> => {
      await linli.stop(signal)
      linli = await startLinli(folder)
    }
    await work({ ...office, folder, db, ownerUrl, address: () => linli.address, again })
  } finally {
    await db.destroy()
    await linli.stop()
    await leave()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** So many people with this role and a session each, as it is within the hour after the page was opened (then it was renewed). */
export async function signedInPeople(
  tx: Tx,
  { folder, tenantId, rootId }: Serving,
  count: number,
  role: Role = 'volunteer',
): Promise<{ personId: string; cookie: string }[]> {
  const secret = readFileSync(join(folder, 'secret'), 'utf8').trim()
  const rows = Array.from({ length: count }, (_, i) => ({
    id: newId(),
    membership: newId(),
    user: newId(),
    token: `${newId()}${i}`,
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, membership uuid, "user" text, token text)`
  await sql`insert into person (id, name, search) select id, '志愿者', '' from ${given}`.execute(tx)
  await sql`insert into membership (id, person_id, organization_id, role, from_date)
    select membership, id, ${rootId}, ${role}, '2022-01-01' from ${given}`.execute(tx)
  await sql`insert into auth.user (id, name, email, tenant_id, person_id)
    select "user", '', "user" || '@example.org', ${tenantId}, id from ${given}`.execute(tx)
  await sql`insert into auth.session (id, token, user_id, expires_at)
    select "user", token, "user", now() + interval '30 days' from ${given}`.execute(tx)
  const signed = (token: string): string =>
    encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)
  return rows.map(({ id, token }) => ({ personId: id, cookie: `linli.session_token=${signed(token)}` }))
}
