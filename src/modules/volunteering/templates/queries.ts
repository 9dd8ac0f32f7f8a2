import { type RawBuilder, sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import { newId, type Tx } from '../../../platform/database.ts'
import type { ShiftFields } from '../contract.ts'
import type { ShiftTemplate, TemplateShift } from './contract.ts'

export type KnownTemplate = Omit<ShiftTemplate, 'mayChange'> & { path: string; removed: boolean }

async function templates(tx: Tx, which: RawBuilder<unknown>): Promise<KnownTemplate[]> {
  const { rows } = await sql<KnownTemplate>`
    select t.id, t.name, t.organization_id, o.name as organization_name, o.path, t.shifts, t.removed_at is not null as removed,
      (select count(*)::int from series_shifts f join activity_series s on s.tenant_id = f.tenant_id and s.id = f.series_id
       where f.tenant_id = t.tenant_id and f.template_id = t.id and s.ended_at is null) as series
    from shift_template t join organization o on o.tenant_id = t.tenant_id and o.id = t.organization_id
    where t.tenant_id = current_tenant() and ${which} order by t.name, o.path`.execute(tx)
  return rows
}

/** Kept in these parts of the tree, or above them. */
export const templatesFor = (tx: Tx, paths: readonly string[]): Promise<KnownTemplate[]> =>
  templates(
    tx,
    sql`t.removed_at is null and exists (select from unnest(${sql.val([...paths])}::text[]) mine
      where starts_with(o.path, mine) or starts_with(mine, o.path))`,
  )

export const templateById = async (tx: Tx, id: string): Promise<KnownTemplate | undefined> =>
  (await templates(tx, sql`t.id = ${id}::uuid`))[0]

/** One decision at a time about a template. */
export const holdTemplate = (tx: Tx, id: string) =>
  tx.selectFrom('shiftTemplate').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

/** The name is the organization's: of two who keep the same at once, the later replaces the earlier. */
export const keep = async (
  tx: Tx,
  { organizationId, name, shifts, now }: { organizationId: string; name: string; shifts: TemplateShift[]; now: Date },
): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    insert into shift_template (id, organization_id, name, shifts, changed_at)
    values (${newId()}, ${organizationId}, ${name}, ${JSON.stringify(shifts)}::jsonb, ${now})
    on conflict (tenant_id, organization_id, name) where removed_at is null
      do update set shifts = excluded.shifts, changed_at = excluded.changed_at
    returning id`.execute(tx)
  return rows[0]?.id as string
}

export const isNameTaken = async (tx: Tx, organizationId: string, name: string, but: string | null): Promise<boolean> =>
  (await tx
    .selectFrom('shiftTemplate')
    .where('organizationId', '=', organizationId)
    .where('name', '=', name)
    .where('removedAt', 'is', null)
    .$if(but !== null, (query) => query.where('id', '<>', but as string))
    .select('id')
    .executeTakeFirst()) !== undefined

type Changes = { name?: string; shifts?: TemplateShift[]; removedAt?: Date | null; changedAt: Date }

export const update = (tx: Tx, id: string, { shifts, ...changes }: Changes) =>
  tx
    .updateTable('shiftTemplate')
    .set({ ...changes, ...(shifts ? { shifts: JSON.stringify(shifts) } : {}) })
    .where('id', '=', id)
    .execute()

export const follow = (tx: Tx, seriesId: string, templateId: string) =>
  tx
    .insertInto('seriesShifts')
    .values({ seriesId, templateId })
    .onConflict((on) => on.columns(['tenantId', 'seriesId']).doUpdateSet({ templateId }))
    .execute()

/** A series that goes on as another one goes on with the same shifts. */
export const handOn = (tx: Tx, { from, to }: { from: string; to: string }) =>
  sql`insert into series_shifts (series_id, template_id)
      select ${to}::uuid, template_id from series_shifts
      where tenant_id = current_tenant() and series_id = ${from}::uuid`.execute(tx)

export const followedBy = async (tx: Tx, seriesId: string): Promise<string | null> =>
  (
    await tx
      .selectFrom('seriesShifts')
      .innerJoin('shiftTemplate', 'shiftTemplate.id', 'seriesShifts.templateId')
      .where('seriesId', '=', seriesId)
      .where('removedAt', 'is', null)
      .select('templateId')
      .executeTakeFirst()
  )?.templateId ?? null

export type Bare = { id: string; hostId: string; startsAt: Date }

/** Later days of the same series that stand, and for which nobody has planned shifts. */
export const laterWithout = async (tx: Tx, activityId: string, now: Date): Promise<Bare[]> =>
  (
    await sql<Bare>`
      select b.id, b.host_id, b.starts_at from activity a
      join activity b on b.tenant_id = a.tenant_id and b.series_id = a.series_id and b.series_date > a.series_date
      where a.tenant_id = current_tenant() and a.id = ${activityId}::uuid and b.cancelled_at is null and b.starts_at > ${now}
        and not exists (select from shift s where s.tenant_id = b.tenant_id and s.activity_id = b.id)
      order by b.starts_at limit 400`.execute(tx)
  ).rows

/** Of these activities those to come without any shift, whose series has a template. */
export const bareDays = async (tx: Tx, ids: readonly string[], now: Date) =>
  (
    await sql<Bare & { shifts: TemplateShift[] }>`
      select a.id, a.host_id, a.starts_at, t.shifts from activity a
      join series_shifts f on f.tenant_id = a.tenant_id and f.series_id = a.series_id
      join shift_template t on t.tenant_id = f.tenant_id and t.id = f.template_id and t.removed_at is null
      where a.tenant_id = current_tenant() and a.id = any(${sql.val([...ids])}::uuid[]) and a.cancelled_at is null
        and a.starts_at > ${now} and not exists (select from shift s where s.tenant_id = a.tenant_id and s.activity_id = a.id)
      order by a.starts_at`.execute(tx)
  ).rows

/** Shifts with their roles, as a set. */
export async function insertShifts(
  tx: Tx,
  shifts: readonly (ShiftFields & { activityId: string; hostId: string })[],
): Promise<void> {
  if (shifts.length === 0) return
  const rows = shifts.map((shift) => ({ ...shift, id: newId() }))
  const here = about(
    tx,
    rows.map(({ id }) => id),
  )
  await here
    .insertInto('shift')
    .values(rows.map(({ roles: _, ...shift }) => shift))
    .execute()
  const roles = rows.flatMap(({ id: shiftId, roles }) => roles.map((role) => ({ ...role, id: newId(), shiftId })))
  if (roles.length > 0) await here.insertInto('shiftRole').values(roles).execute()
}
