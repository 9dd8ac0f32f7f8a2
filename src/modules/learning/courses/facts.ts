import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'

/** Of whom a course is required on a day, and how far they are today. A round that is due again is not done. */
export const requiredCourse: Fact = {
  name: 'requiredCourse',
  words: ['required courses', '必修课程'],
  verb: ['of people of', '的人员的'],
  time: 'span',
  source: (tx) =>
    tx
      .selectFrom('courseMember as m')
      .innerJoin('course as c', (join) => join.onRef('c.tenantId', '=', 'm.tenantId').onRef('c.id', '=', 'm.courseId'))
      .innerJoin('tenant as z', 'z.id', 'm.tenantId')
      .innerJoin('organization as o', (join) =>
        join
          .onRef('o.tenantId', '=', 'm.tenantId')
          .on('o.id', '=', sql<string>`coalesce(m.organization_id, c.organization_id)`),
      )
      .leftJoin('person as n', (join) => join.onRef('n.tenantId', '=', 'm.tenantId').onRef('n.id', '=', 'm.personId'))
      .select([
        sql<string>`m.id::text`.as('id'),
        'o.path',
        'm.enteredOn as fromDate',
        sql<string | null>`coalesce(m.left_on, (c.closed_at at time zone z.time_zone)::date)`.as('toDate'),
        'm.courseId as course',
        'c.name as courseName',
        'm.personId as person',
        'n.name as personName',
        'o.id as organization',
        'o.name as organizationName',
        'm.dueOn',
        'm.doneOn',
        sql<string>`case
          when exists (select from course_exemption e where e.tenant_id = m.tenant_id and e.course_id = m.course_id
            and e.person_id = m.person_id and e.granted) then 'exempt'
          when m.done_on is not null and (c.renew_months is null
            or (m.done_on + make_interval(months => c.renew_months))::date >= (now() at time zone z.time_zone)::date) then 'done'
          when coalesce((m.done_on + make_interval(months => c.renew_months))::date, m.due_on)
            < (now() at time zone z.time_zone)::date then 'late'
          else 'todo' end`.as('state'),
      ]),
  columns: {
    course: { words: ['Course', '课程'], type: 'reference', label: 'courseName', phrase: ['(“{value}”)', '“{value}”'] },
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    organization: {
      words: ['Organization', '组织'],
      type: 'reference',
      label: 'organizationName',
      phrase: ['in {value}', '{value}的'],
    },
    state: {
      words: ['State', '状态'],
      type: 'choice',
      phrase: ['({value})', '（{value}）'],
      values: {
        todo: ['to do', '待完成'],
        late: ['late', '已逾期'],
        done: ['done', '已完成'],
        exempt: ['exempt', '免修'],
      },
    },
    dueOn: { words: ['Due', '期限'], type: 'day' },
    doneOn: { words: ['Done', '完成日期'], type: 'day' },
  },
  measures: {
    due: { words: ['Number of', '应学人次'], unit: ['{n}', '{n}人次'], kind: 'count' },
    done: {
      words: ['Number of finished', '完成人次'],
      unit: ['{n}', '{n}人次'],
      kind: 'count',
      where: { state: ['done'] },
    },
    late: {
      words: ['Number of late', '逾期人次'],
      unit: ['{n}', '{n}人次'],
      kind: 'count',
      where: { state: ['late'] },
    },
  },
  shows: ['person', 'course', 'state', 'dueOn', 'doneOn', 'organization'],
  link: '/learning/courses/:course',
}
