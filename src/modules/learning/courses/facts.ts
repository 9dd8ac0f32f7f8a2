import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'
import { renewalDays } from './rules.ts'

/** The groups that somebody was in on the day on which a course was asked of them: who joins one later changes no figure of before. */
const groups = () =>
  sql<object>`(
    select distinct m.id as owner, g.id as key, g.name as label
    from course_member m
    join group_member x on x.tenant_id = m.tenant_id and x.person_id = m.person_id and x.from_date <= m.from_on
      and (x.to_date is null or x.to_date > m.from_on)
    join people_group g on g.tenant_id = x.tenant_id and g.id = x.group_id
    where m.tenant_id = current_tenant())`

/**
 * How somebody stood, from which day until which: to do until it is due, late after that, done from the day of the last part until its
 * renewal is theirs to do; exempt from the day of the decision on. So a day that is over stays as it was, whatever is done later.
 */
const spans = sql<object>`(
  select m.id || ' ' || s.state || ' ' || p.from_date as id, m.id as member, o.path, p.from_date, nullif(p.to_date, 'infinity') as to_date,
    m.course_id as course, c.name as course_name, m.person_id as person, n.name as person_name,
    o.id as organization, o.name as organization_name, s.state, s.due_on, s.done_on,
    (select string_agg(t.topic, '、' order by t.position) from course_part t
      where t.tenant_id = m.tenant_id and t.course_id = m.course_id and t.removed_at is null) as topic
  from course_member m
  join course c on c.tenant_id = m.tenant_id and c.id = m.course_id
  join tenant z on z.id = m.tenant_id
  join organization o on o.tenant_id = m.tenant_id and o.id = coalesce(m.organization_id, c.organization_id)
  left join person n on n.tenant_id = m.tenant_id and n.id = m.person_id
  left join lateral (
    select min((e.decided_at at time zone z.time_zone)::date) as since from course_exemption e
    where e.tenant_id = m.tenant_id and e.course_id = m.course_id and e.person_id = m.person_id and e.granted) e on true
  cross join lateral (
    select v.state, v.due_on, v.done_on, v.starts, least(v.ends, v.next, e.since) as ends
    from (
      select null::date as done_on, m.due_on, min(d.done_on) as next from course_completion d
      where d.tenant_id = m.tenant_id and d.course_id = m.course_id and d.person_id = m.person_id
      union all
      select d.done_on, (d.done_on + make_interval(months => m.renew_months))::date,
        lead(d.done_on) over (order by d.done_on)
      from course_completion d where d.tenant_id = m.tenant_id and d.course_id = m.course_id and d.person_id = m.person_id
    ) r
    cross join lateral (values
      ('done', r.done_on, coalesce(r.due_on - ${sql.lit(renewalDays)}, 'infinity')),
      ('todo', case when r.done_on is null then '-infinity' else greatest(r.done_on, r.due_on - ${sql.lit(renewalDays)}) end, r.due_on + 1),
      ('late', r.due_on + 1, 'infinity'::date)
    ) y(state, starts, ends)
    cross join lateral (select y.state, y.starts, y.ends, r.due_on, r.done_on, r.next) v
    where v.starts is not null
    union all
    select 'exempt', null, null, e.since, 'infinity'::date where e.since is not null
  ) s
  cross join lateral (
    select greatest(s.starts, m.from_on) as from_date, least(s.ends, m.left_on, (c.closed_at at time zone z.time_zone)::date) as to_date) p
  where m.tenant_id = current_tenant() and p.from_date < p.to_date)`

/** Of whom a course was required on a day, and how far they were on that day. */
export const requiredCourse: Fact = {
  name: 'requiredCourse',
  words: ['required courses', '必修课程'],
  verb: ['of people of', '的人员的'],
  time: 'span',
  source: () => spans,
  columns: {
    course: { words: ['Course', '课程'], type: 'reference', label: 'courseName', phrase: ['(“{value}”)', '“{value}”'] },
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    organization: {
      words: ['Organization', '组织'],
      type: 'reference',
      label: 'organizationName',
      phrase: ['in {value}', '{value}的'],
    },
    group: {
      words: ['Group', '小组'],
      type: 'many',
      owner: 'member',
      bridge: groups,
      phrase: ['in the group {value}', '{value}成员的'],
    },
    topic: { words: ['Topic', '学习专题'], type: 'text', phrase: ['on “{value}”', '专题含“{value}”的'] },
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
