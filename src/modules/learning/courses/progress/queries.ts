import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { audienceSql, firstPlace } from '../audience/queries.ts'
import type { Terms } from '../contract.ts'
import type { CourseRecord } from '../queries.ts'
import { renewalDays } from '../rules.ts'
import type { MemberState } from './contract.ts'

export type Asked = {
  today: string
  zone: string
  /** only this person */
  only?: string
  /** as if these terms were in force */
  terms?: Terms
}

/** The day on which somebody who came in then must have done it. A date that had passed by then gives them thirty days. */
export const dueSql = ({ dueDays, dueDate }: Terms, entered: RawBuilder<unknown>): RawBuilder<unknown> =>
  dueDays === null
    ? sql`case when ${dueDate}::date >= ${entered} then ${dueDate}::date else ${entered} + 30 end`
    : sql`${entered} + ${dueDays}::int`

/** When each part was last done, by whom; what a session asks for is read from the sheets, what a quiz asks for from its attempts. */
const partsDone = (courseId: string, zone: string): RawBuilder<unknown> => {
  const part = sql`p.tenant_id = current_tenant() and p.course_id = ${courseId}::uuid and p.removed_at is null`
  return sql`
    select p.id as part_id, x.person_id, x.done_on as day
    from course_part p join course_progress x on x.tenant_id = p.tenant_id and x.part_id = p.id where ${part}
    union all
    select p.id, x.person_id, max((a.starts_at at time zone ${zone})::date)
    from course_part p
    join activity a on a.tenant_id = p.tenant_id and a.cancelled_at is null
      and (a.id = p.activity_id or a.topic = p.topic or a.series_id = p.series_id)
    join participation x on x.tenant_id = a.tenant_id and x.activity_id = a.id and x.status in ('attended', 'late')
    where ${part} and p.kind = 'session' group by p.id, x.person_id
    union all
    select p.id, t.person_id, max((t.submitted_at at time zone ${zone})::date)
    from course_part p join quiz_attempt t on t.tenant_id = p.tenant_id and t.quiz_id = p.quiz_id and t.passed
    where ${part} and p.kind = 'quiz' group by p.id, t.person_id`
}

export type Course = Pick<CourseRecord, 'id' | 'audience' | keyof Terms>

/**
 * Everybody who is in the audience today, and where they stand, in sets. Whoever came in today, and is not noted yet, has their days from
 * today. The first round lasts until it is done; once it is, the next begins some days before the renewal is due, and only what is done
 * after the last time counts in it. A round is `settled` while nothing is asked.
 */
export function standings(course: Course, { today, zone, only, terms }: Asked): RawBuilder<unknown> {
  const day = sql`${today}::date`
  const mine = (column: RawBuilder<unknown>) => (only ? sql`and ${column} = ${only}::uuid` : sql``)
  const given = terms
    ? sql`select ${dueSql(terms, sql`coalesce(m.entered_on, ${day})`)} as first, ${terms.renewMonths}::int as renew`
    : sql`select coalesce(m.due_on, ${dueSql(course, day)}) as first,
        case when m.id is null then ${course.renewMonths}::int else m.renew_months end as renew`
  return sql`
    select s.*, cardinality(s.done_parts) as parts_done,
      case when s.exempt then 'exempt' when s.settled or (s.parts > 0 and cardinality(s.done_parts) >= s.parts) then 'done'
        when s.due_on < ${day} then 'late' else 'todo' end as state,
      case when not s.settled and s.parts > 0 and cardinality(s.done_parts) >= s.parts then s.last_on end as finished_on
    from (
      select u.person_id, coalesce(m.organization_id, b.organization_id) as organization_id, coalesce(e.exempt, false) as exempt,
        coalesce(e.asked, false) as asked, t.due_on, t.settled, t.renew, g.last_on,
        (select count(*)::int from course_part p
          where p.tenant_id = current_tenant() and p.course_id = ${course.id}::uuid and p.removed_at is null) as parts,
        array(select x.part_id from unnest(g.parts, g.days) x(part_id, day) where t.settled or t.since is null or x.day > t.since) as done_parts
      from (${audienceSql(course.audience, today)}) u
      left join course_member m on m.tenant_id = current_tenant() and m.course_id = ${course.id}::uuid and m.person_id = u.person_id
        and m.left_on is null
      left join (
        select person_id, max(done_on) as done_on from course_completion
        where tenant_id = current_tenant() and course_id = ${course.id}::uuid group by person_id) c on c.person_id = u.person_id
      left join (
        select person_id, coalesce(bool_or(granted), false) as exempt, bool_or(granted is null) as asked from course_exemption
        where tenant_id = current_tenant() and course_id = ${course.id}::uuid group by person_id) e on e.person_id = u.person_id
      left join (
        select d.person_id, array_agg(d.part_id) as parts, array_agg(d.day) as days, max(d.day) as last_on
        from (${partsDone(course.id, zone)}) d where true ${mine(sql`d.person_id`)} group by d.person_id) g on g.person_id = u.person_id
      left join lateral (${firstPlace(sql`u.person_id`, today)}) b on m.id is null
      cross join lateral (${given}) v
      cross join lateral (
        select case when c.done_on is null or v.renew is null then v.first else (c.done_on + make_interval(months => v.renew))::date end as due_on,
          case when v.renew is not null then c.done_on end as since, v.renew,
          c.done_on is not null and (v.renew is null
            or ${day} < (c.done_on + make_interval(months => v.renew))::date - ${renewalDays}::int) as settled) t
      where true ${mine(sql`u.person_id`)}
    ) s`
}

export type Standing = {
  personId: string
  path: string | null
  dueOn: string
  state: MemberState
  asked: boolean
  doneParts: string[]
}

/** One person; undefined: the course does not mean them. */
export const standingOf = async (
  tx: Tx,
  course: Course,
  asked: Asked & { only: string },
): Promise<Standing | undefined> =>
  (
    await sql<Standing>`
      select s.person_id, o.path, s.due_on, s.state, s.asked, s.done_parts
      from (${standings(course, asked)}) s
      left join organization o on o.tenant_id = current_tenant() and o.id = s.organization_id`.execute(tx)
  ).rows[0]

export const insertProgress = (
  tx: Tx,
  row: { partId: string; personId: string; doneOn: string; signedBy: string | null },
) =>
  tx
    .insertInto('courseProgress')
    .values(row)
    .onConflict((on) =>
      on.columns(['tenantId', 'partId', 'personId']).doUpdateSet({ doneOn: row.doneOn, signedBy: row.signedBy }),
    )
    .execute()

/** Parts that this person signs off. */
export const signOffsOf = (tx: Tx, signerId: string) =>
  tx
    .selectFrom('coursePart')
    .where('signerId', '=', signerId)
    .where('removedAt', 'is', null)
    .select(['id', 'courseId', 'title'])
    .execute()

/** Those for whom this part is the next: all before it are done. */
export const waitingFor = async (tx: Tx, course: Course, partId: string, asked: Asked) =>
  (
    await sql<{ personId: string; personName: string }>`
      select s.person_id, n.name as person_name
      from (${standings(course, asked)}) s join person n on n.tenant_id = current_tenant() and n.id = s.person_id
      where s.state in ('todo', 'late') and ${partId}::uuid = (
        select p.id from course_part p where p.tenant_id = current_tenant() and p.course_id = ${course.id}::uuid and p.removed_at is null
          and p.id <> all(s.done_parts) order by p.position, p.id limit 1)
      order by n.name, n.id limit 200`.execute(tx)
  ).rows
