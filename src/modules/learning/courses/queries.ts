import { type RawBuilder, sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import { newId, type Tx } from '../../../platform/database.ts'
import { audienceSql, firstPlace } from './audience/queries.ts'
import type { Audience, Part, PartKind } from './contract.ts'

export type CourseRecord = {
  id: string
  name: string
  about: string | null
  organizationId: string
  organizationName: string
  path: string
  dueDays: number | null
  dueDate: string | null
  renewMonths: number | null
  audience: Audience
  nextAudience: Audience | null
  openedAt: Date | null
  closedAt: Date | null
}

const courses = async (tx: Tx, which: RawBuilder<unknown>): Promise<CourseRecord[]> =>
  (
    await sql<CourseRecord>`
      select c.id, c.name, c.about, c.organization_id, o.name as organization_name, o.path, c.due_days, c.due_date, c.renew_months,
        c.audience, c.next_audience, c.opened_at, c.closed_at
      from course c join organization o on o.tenant_id = c.tenant_id and o.id = c.organization_id
      where c.tenant_id = current_tenant() and ${which} order by c.name, c.id`.execute(tx)
  ).rows

export const allCourses = (tx: Tx) => courses(tx, sql`true`)
export const openCourses = (tx: Tx) => courses(tx, sql`c.opened_at is not null and c.closed_at is null`)
export const courseById = async (tx: Tx, id: string) => (await courses(tx, sql`c.id = ${id}::uuid`))[0]

export const holdCourse = (tx: Tx, id: string) =>
  tx.selectFrom('course').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

type Fields = {
  name: string
  about: string | null
  dueDays: number | null
  dueDate: string | null
  renewMonths: number | null
}
export const insertCourse = (tx: Tx, course: Fields & { id: string; organizationId: string; changedAt: Date }) =>
  tx.insertInto('course').values(course).execute()

type Changes = Partial<Fields> & {
  audience?: string
  nextAudience?: string | null
  openedAt?: Date
  closedAt?: Date | null
  changedAt: Date
}
export const updateCourse = (tx: Tx, id: string, changes: Changes) =>
  tx.updateTable('course').set(changes).where('id', '=', id).execute()

export type PartRecord = Part & { courseId: string; fileHash: string | null; removedAt: Date | null }

const parts = async (tx: Tx, which: RawBuilder<unknown>): Promise<PartRecord[]> =>
  (
    await sql<PartRecord>`
      select p.id, p.course_id, p.kind, p.title, p.body, p.url, p.file_hash, p.file_name, p.topic, p.activity_id, p.quiz_id, p.signer_id,
        s.name as signer_name, p.removed_at
      from course_part p left join person s on s.tenant_id = p.tenant_id and s.id = p.signer_id
      where p.tenant_id = current_tenant() and ${which} order by p.position, p.id`.execute(tx)
  ).rows

export const partsOf = (tx: Tx, courseId: string) =>
  parts(tx, sql`p.course_id = ${courseId}::uuid and p.removed_at is null`)
export const partById = async (tx: Tx, id: string) => (await parts(tx, sql`p.id = ${id}::uuid`))[0]

type NewPart = {
  courseId: string
  kind: PartKind
  title: string
  body?: string | null
  url?: string | null
  topic?: string | null
  activityId?: string | null
  quizId?: string | null
  signerId?: string | null
  fileHash?: string
  fileName?: string
}
export const insertPart = (tx: Tx, part: NewPart) =>
  tx
    .insertInto('coursePart')
    .values((eb) => ({
      ...part,
      id: newId(),
      position: eb
        .selectFrom('coursePart')
        .where('courseId', '=', part.courseId)
        .select(sql<number>`count(*)::int`.as('n')),
    }))
    .execute()

/** Open courses of which this quiz is a part. */
export const coursesWithQuiz = async (tx: Tx, quizId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('coursePart')
      .where('quizId', '=', quizId)
      .where('removedAt', 'is', null)
      .select('courseId')
      .distinct()
      .execute()
  ).map(({ courseId }) => courseId)

export const setPartRemoved = (tx: Tx, id: string, removedAt: Date | null) =>
  tx.updateTable('coursePart').set({ removedAt }).where('id', '=', id).execute()

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

export type MemberRecord = {
  id: string | null
  courseId: string
  personId: string
  name: string
  organizationId: string | null
  organizationName: string | null
  path: string | null
  enteredOn: string | null
  dueOn: string | null
  doneOn: string | null
  exempt: boolean
  asked: boolean
  /** the parts that are done, and on which day last */
  done: { partId: string; on: string }[]
}

/** When each part of the course was last done by the person `who`; what a session asks for is read from the sheets. */
const doneParts = (course: string, who: RawBuilder<unknown>, zone: string) => sql`
  coalesce((select jsonb_agg(jsonb_build_object('partId', d.id, 'on', d.done_on)) from (
    select p.id, coalesce(g.done_on, s.done_on, q.done_on) as done_on
    from course_part p
    left join course_progress g on g.tenant_id = p.tenant_id and g.part_id = p.id and g.person_id = ${who}
    left join lateral (
      select max((a.starts_at at time zone ${zone})::date) as done_on
      from participation x join activity a on a.tenant_id = x.tenant_id and a.id = x.activity_id
      where p.kind = 'session' and x.tenant_id = p.tenant_id and x.person_id = ${who} and x.status in ('attended', 'late')
        and a.cancelled_at is null and (a.id = p.activity_id or a.topic = p.topic)
    ) s on true
    left join lateral (
      select max((t.submitted_at at time zone ${zone})::date) as done_on from quiz_attempt t
      where p.kind = 'quiz' and t.tenant_id = p.tenant_id and t.quiz_id = p.quiz_id and t.person_id = ${who} and t.passed
    ) q on true
    where p.tenant_id = current_tenant() and p.course_id = ${course}::uuid and p.removed_at is null
      and coalesce(g.done_on, s.done_on, q.done_on) is not null) d), '[]')`

/** Everybody who is in the audience today, as far as they are; or only one of them. */
export const membersOf = async (
  tx: Tx,
  course: { id: string; audience: Audience },
  { today, zone, only }: { today: string; zone: string; only?: string },
): Promise<MemberRecord[]> =>
  (
    await sql<MemberRecord>`
      select m.id, ${course.id}::uuid as course_id, u.person_id, n.name, coalesce(m.organization_id, b.organization_id) as organization_id,
        o.name as organization_name, o.path, m.entered_on, m.due_on, m.done_on,
        exists (select from course_exemption e where e.tenant_id = current_tenant() and e.course_id = ${course.id}::uuid
          and e.person_id = u.person_id and e.granted) as exempt,
        exists (select from course_exemption e where e.tenant_id = current_tenant() and e.course_id = ${course.id}::uuid
          and e.person_id = u.person_id and e.granted is null) as asked,
        ${doneParts(course.id, sql`u.person_id`, zone)} as done
      from (${audienceSql(course.audience, today)}) u
      join person n on n.tenant_id = current_tenant() and n.id = u.person_id
      left join course_member m on m.tenant_id = current_tenant() and m.course_id = ${course.id}::uuid and m.person_id = u.person_id
        and m.left_on is null
      left join lateral (${firstPlace(sql`u.person_id`, today)}) b on true
      left join organization o on o.tenant_id = current_tenant() and o.id = coalesce(m.organization_id, b.organization_id)
      where ${only ?? null}::uuid is null or u.person_id = ${only ?? null}::uuid
      order by o.path nulls last, n.name, u.person_id`.execute(tx)
  ).rows

/** Whoever is in the audience and not noted yet, or was noted as gone; and whoever is noted and is in it no longer. */
export async function settleMembers(
  tx: Tx,
  course: { id: string; audience: Audience },
  today: string,
  dueOn: string,
): Promise<void> {
  const audience = audienceSql(course.audience, today)
  const here = about(tx, [course.id])
  await sql`
    insert into course_member (id, course_id, person_id, organization_id, entered_on, due_on)
    select gen_random_uuid(), ${course.id}::uuid, u.person_id, b.organization_id, ${today}::date, ${dueOn}::date
    from (${audience}) u left join lateral (${firstPlace(sql`u.person_id`, today)}) b on true
    on conflict (tenant_id, course_id, person_id) do update
      set entered_on = excluded.entered_on, due_on = excluded.due_on, organization_id = excluded.organization_id, left_on = null
      where course_member.left_on is not null`.execute(here)
  await sql`
    update course_member m set left_on = ${today}::date
    where m.tenant_id = current_tenant() and m.course_id = ${course.id}::uuid and m.left_on is null
      and m.person_id not in (${audience})`.execute(here)
}

export const setDone = (tx: Tx, courseId: string, personId: string, doneOn: string) =>
  about(tx, [courseId])
    .updateTable('courseMember')
    .set({ doneOn })
    .where('courseId', '=', courseId)
    .where('personId', '=', personId)
    .execute()

export const exemptionsOf = async (tx: Tx, which: { courseId: string } | { id: string }) =>
  (
    await sql<{
      id: string
      courseId: string
      personId: string
      personName: string
      reason: string
      askedById: string
      askedBy: string
      decidedBy: string | null
      granted: boolean | null
    }>`
      select e.id, e.course_id, e.person_id, p.name as person_name, e.reason, e.asked_by as asked_by_id, a.name as asked_by, d.name as decided_by,
        e.granted
      from course_exemption e
      join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
      join person a on a.tenant_id = e.tenant_id and a.id = e.asked_by
      left join person d on d.tenant_id = e.tenant_id and d.id = e.decided_by
      where e.tenant_id = current_tenant()
        and ${'id' in which ? sql`e.id = ${which.id}::uuid` : sql`e.course_id = ${which.courseId}::uuid`}
      order by e.asked_at desc`.execute(tx)
  ).rows

type NewExemption = { courseId: string; personId: string; reason: string; askedBy: string; askedAt: Date }
export const insertExemption = async (tx: Tx, exemption: NewExemption): Promise<boolean> =>
  (
    await sql`
      insert into course_exemption (id, course_id, person_id, reason, asked_by, asked_at)
      values (${newId()}, ${exemption.courseId}, ${exemption.personId}, ${exemption.reason}, ${exemption.askedBy}, ${exemption.askedAt})
      on conflict (tenant_id, course_id, person_id) where granted is not false do nothing returning id`.execute(tx)
  ).rows.length > 0

export const decide = (tx: Tx, id: string, decision: { decidedBy: string; decidedAt: Date; granted: boolean }) =>
  tx.updateTable('courseExemption').set(decision).where('id', '=', id).where('granted', 'is', null).execute()

/** What waits for this person's eye: sign-offs of people who are in the audience and have not had theirs. */
export const signOffsOf = (tx: Tx, signerId: string) =>
  tx
    .selectFrom('coursePart')
    .where('signerId', '=', signerId)
    .where('removedAt', 'is', null)
    .select(['id', 'courseId', 'title'])
    .execute()
