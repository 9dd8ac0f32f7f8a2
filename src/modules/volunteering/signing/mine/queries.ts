import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { openKinds, type Sight } from '../../../activities/rules.ts'
import { type KnownShift, shifts } from '../../queries.ts'

const texts = (values: readonly string[]) => sql`${sql.val(values)}::text[]`
const below = (paths: readonly string[]) => texts(paths.map((path) => `${path}%`))

/** The same question as `maySee`, asked of many: of the reader's part of the tree, or from above and open to all (to staff: anything). */
const seen = ({ own, staff }: Sight) => sql`(
  h.path like any(${below(own)})
  or exists (select from activity_team x join organization t on t.tenant_id = x.tenant_id and t.id = x.organization_id
             where x.tenant_id = a.tenant_id and x.activity_id = a.id and t.path like any(${below(own)}))
  or (a.kind = any(${texts(openKinds)}) and exists (select from unnest(${texts(own)}) o where starts_with(o, h.path)))
  or exists (select from unnest(${texts(staff)}) o where starts_with(o, h.path)))`

type After = { startsAt: Date; id: string }

/** Shifts ahead in the order of time, after the one given. */
export const openShifts = (
  tx: Tx,
  personId: string,
  sight: Sight,
  { from, after, limit }: { from: Date; after: After | null; limit: number },
): Promise<KnownShift[]> =>
  shifts(
    tx,
    personId,
    sql`s.cancelled_at is null and a.cancelled_at is null and s.starts_at > ${from}
      and (${after?.startsAt ?? null}::timestamptz is null or (s.starts_at, s.id) > (${after?.startsAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      and ${seen(sight)}`,
    sql`order by s.starts_at, s.id limit ${limit}`,
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
