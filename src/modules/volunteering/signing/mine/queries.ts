import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { openKinds, type Sight } from '../../../activities/rules.ts'
import { type KnownShift, shifts } from '../../queries.ts'

const texts = (values: readonly string[]) => sql`${sql.val(values)}::text[]`
const below = (paths: readonly string[]) => texts(paths.map((path) => `${path}%`))
const among = (which: RawBuilder<unknown>) =>
  sql`any(array(select o.id from organization o where o.tenant_id = current_tenant() and ${which}))`
const hostsBelow = (paths: readonly string[]) => among(sql`o.path like any(${below(paths)})`)
const hostsAbove = (paths: readonly string[]) =>
  among(sql`exists (select from unnest(${texts(paths)}) mine where starts_with(mine, o.path))`)

/**
 * The same question as `maySee`, asked of many: of the reader's part of the tree, or from above and open to all (to staff:
 * anything). The organizations are looked up once, not for each shift.
 */
const seen = ({ own, staff }: Sight) => sql`(
  a.host_id = ${hostsBelow(own)} or (a.kind = any(${texts(openKinds)}) and a.host_id = ${hostsAbove(own)})
  or a.host_id = ${hostsAbove(staff)}
  or exists (select from activity_team x where x.tenant_id = a.tenant_id and x.activity_id = a.id
             and x.organization_id = ${hostsBelow(own)}))`

/** A place in the order of time. */
export type Point = { startsAt: Date; id: string }

/** Shifts in the order of time, after the point given. */
export const openShifts = (
  tx: Tx,
  personId: string,
  sight: Sight,
  start: Point,
  limit: number,
): Promise<KnownShift[]> =>
  shifts(
    tx,
    personId,
    // Chosen first, and only then shown with all their numbers.
    sql`s.id = any(array(select s.id from shift s join activity a on a.tenant_id = s.tenant_id and a.id = s.activity_id
      where s.tenant_id = current_tenant() and s.cancelled_at is null and a.cancelled_at is null
        and (s.starts_at, s.id) > (${start.startsAt}::timestamptz, ${start.id}::uuid) and ${seen(sight)}
      order by s.starts_at, s.id limit ${limit}))`,
  )

export const shiftsOfPerson = (tx: Tx, personId: string, now: Date, past: boolean): Promise<KnownShift[]> =>
  shifts(
    tx,
    personId,
    sql`m.id is not null and ${past ? sql`s.ends_at <= ${now}` : sql`s.ends_at > ${now}`}
      and s.id in (select u.shift_id from signup u where u.tenant_id = current_tenant() and u.person_id = ${personId}::uuid
        and u.state not in ('cancelled', 'declined'))`,
    past ? sql`order by s.starts_at desc limit 200` : sql`order by s.starts_at limit 200`,
  )
