import { type Expression, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Column } from '../../../platform/facts.ts'
import { held } from '../../activities/held/facts.ts'

/** Shifts that stand, each at its own time, with the activity that they belong to. */
export const shifts = (tx: Tx) =>
  held(tx)
    .innerJoin('shift as s', (join) => join.onRef('s.tenantId', '=', 'a.tenantId').onRef('s.activityId', '=', 'a.id'))
    .innerJoin('shiftRole as r', (join) => join.onRef('r.tenantId', '=', 's.tenantId').onRef('r.shiftId', '=', 's.id'))
    .where('s.cancelledAt', 'is', null)
    .select(['s.startsAt', 's.id as shift', 'r.name as role'])

/** When the shifts are to which what was changed belongs: one of them, a sign-up for one, or the activity of several. */
export const whenShiftsAre = (marks: Expression<unknown>) => sql`
  select s.starts_at as at from shift s join ${marks} on marks.key = s.id where s.tenant_id = current_tenant()
  union all
  select s.starts_at from shift s join ${marks} on marks.key = s.activity_id where s.tenant_id = current_tenant()
  union all
  select s.starts_at from signup u join ${marks} on marks.key = u.id join shift s on s.tenant_id = u.tenant_id and s.id = u.shift_id
    where u.tenant_id = current_tenant()`

/** All of it but the activity's own time: what is counted here is counted when the shift is. */
export const shown = [
  'x.path',
  'x.activity',
  'x.title',
  'x.kind',
  'x.topic',
  'x.host',
  'x.hostName',
  'x.place',
  'x.placeName',
  'x.station',
  'x.stationName',
  'x.shift',
  'x.role',
  'x.startsAt as at',
] as const

export const role: Column = { words: ['Role', '岗位'], type: 'text', phrase: ['as “{value}”', '岗位含“{value}”的'] }
