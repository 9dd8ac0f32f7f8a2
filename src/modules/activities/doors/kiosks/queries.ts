import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

const kiosks = (tx: Tx) =>
  tx
    .selectFrom('kiosk as k')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'k.tenantId').onRef('o.id', '=', 'k.organizationId'),
    )
    .where('k.revokedAt', 'is', null)
    .select([
      'k.id',
      'k.name',
      'k.organizationId',
      'o.name as organizationName',
      'o.path',
      'k.createdAt',
      'k.enrolledAt',
      'k.seenAt',
    ])

export const kiosksBelow = (tx: Tx, paths: readonly string[]) =>
  kiosks(tx)
    .where(({ or, eb }) => or(paths.map((path) => eb('o.path', 'like', `${path}%`))))
    .orderBy('o.name')
    .orderBy('k.name')
    .execute()

export const kioskById = (tx: Tx, id: string) => kiosks(tx).where('k.id', '=', id).executeTakeFirst()

export const kioskByToken = (tx: Tx, hash: Buffer) => kiosks(tx).where('k.tokenHash', '=', hash).executeTakeFirst()

type Fresh = {
  id: string
  organizationId: string
  name: string
  codeHash: Buffer
  codeUntil: Date
  createdBy: string | null
  createdAt: Date
}
export const insertKiosk = (tx: Tx, kiosk: Fresh) => tx.insertInto('kiosk').values(kiosk).execute()

export const changeKiosk = (
  tx: Tx,
  id: string,
  changes: { codeHash?: Buffer | null; codeUntil?: Date; tokenHash?: Buffer | null; seenAt?: Date; revokedAt?: Date },
) => tx.updateTable('kiosk').set(changes).where('id', '=', id).execute()

/** The code is used up in the moment it is used: of two tablets one is let in. */
export const spendCode = (tx: Tx, codeHash: Buffer, tokenHash: Buffer, now: Date) =>
  tx
    .updateTable('kiosk')
    .set({ codeHash: null, codeUntil: null, tokenHash, enrolledAt: now, seenAt: now })
    .where('codeHash', '=', codeHash)
    .where('codeUntil', '>', now)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** What goes on at this station's doors: held or carried by its part of the tree, or in its rooms. */
const atDoorsOf = (path: string) => sql`(
  h.path like ${`${path}%`}
  or exists (select from activity_team x join organization t on t.tenant_id = x.tenant_id and t.id = x.organization_id
             where x.tenant_id = a.tenant_id and x.activity_id = a.id and t.path like ${`${path}%`})
  or exists (select from place p join organization w on w.tenant_id = p.tenant_id and w.id = p.organization_id
             where p.tenant_id = a.tenant_id and p.id = a.place_id and w.path like ${`${path}%`}))`

type Coming = { id: string; title: string; startsAt: Date; endsAt: Date; expected: string[]; here: string[] }

export const doorsOf = async (tx: Tx, path: string, from: Date, to: Date): Promise<Coming[]> =>
  (
    await sql<Coming>`
      select a.id, a.title, a.starts_at, a.ends_at,
        array(select p.person_id::text from participation p where p.tenant_id = a.tenant_id and p.activity_id = a.id
              and p.status in ('invited', 'registered', 'confirmed', 'attended', 'late') and not p.walk_in
              union select m.person_id::text from group_member m where m.tenant_id = a.tenant_id and m.group_id = a.group_id
              and m.from_date <= a.starts_at::date and (m.to_date is null or m.to_date > a.starts_at::date)) as expected,
        array(select e.person_id::text from door_event e where e.tenant_id = a.tenant_id and e.activity_id = a.id
              and e.state = 'stands' group by e.person_id
              having (array_agg(e.direction order by e.at desc))[1] = 'in') as here
      from activity a join organization h on h.tenant_id = a.tenant_id and h.id = a.host_id
      where a.tenant_id = current_tenant() and a.cancelled_at is null and a.ends_at > ${from} and a.starts_at < ${to}
        and ${atDoorsOf(path)}
      order by a.starts_at, a.id limit 200`.execute(tx)
  ).rows

/** Of these activities, those whose people this station may tell of, whenever they are. */
export const knownDoors = async (tx: Tx, path: string, ids: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    select a.id from activity a join organization h on h.tenant_id = a.tenant_id and h.id = a.host_id
    where a.tenant_id = current_tenant() and a.id = any(${sql.val([...ids])}::uuid[]) and ${atDoorsOf(path)}`.execute(
    tx,
  )
  return new Set(rows.map(({ id }) => id))
}
