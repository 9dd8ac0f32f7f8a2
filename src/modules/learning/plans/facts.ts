import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'

/**
 * Topics of the plans that are agreed, from the first of their months to the end of the year, under the version that was in force; before
 * the session that covered them and from its day on. A later version, or a later session, changes nothing of the days before it. The same
 * as the plan's own page counts (`covering/rules.ts`), in SQL and in time.
 */
const spans = sql<object>`(
  select t.version_id || ':' || t.topic_id || ':' || s.covered as id, o.path, s.from_date, s.to_date, t.title, t.minutes, p.id as plan,
    p.group_id as "group", g.name as group_name, o.id as organization, o.name as organization_name, s.covered
  from study_topic t
  join (
    select w.*, lead(w.agreed_at) over (partition by w.tenant_id, w.plan_id order by w.number) as replaced_at,
      row_number() over (partition by w.tenant_id, w.plan_id order by w.number) = 1 as first
    from study_plan_version w where w.tenant_id = current_tenant() and w.state = 'agreed'
  ) v on v.tenant_id = t.tenant_id and v.id = t.version_id
  join study_plan p on p.tenant_id = v.tenant_id and p.id = v.plan_id
  join people_group g on g.tenant_id = p.tenant_id and g.id = p.group_id
  join organization o on o.tenant_id = g.tenant_id and o.id = g.organization_id
  join tenant z on z.id = t.tenant_id
  cross join lateral (
    select min(x.day) as day from (
      select (a.ends_at at time zone z.time_zone)::date as day,
        sum(round(extract(epoch from a.ends_at - a.starts_at) / 60)) over (order by a.ends_at, a.id) as held
      from activity a
      where a.tenant_id = p.tenant_id and a.group_id = p.group_id and a.kind = 'study' and a.cancelled_at is null
        and a.ends_at <= now() and extract(year from a.starts_at at time zone z.time_zone) = p.year
        and t.topic_id = (
          select n.topic_id from study_topic n join study_plan_version x on x.tenant_id = n.tenant_id and x.id = n.version_id
          where x.tenant_id = p.tenant_id and x.plan_id = p.id and n.title = trim(a.topic) order by x.number desc limit 1)
    ) x where x.held >= t.minutes) c
  cross join lateral (
    select greatest(make_date(p.year, t.from_month, 1), case when not v.first then (v.agreed_at at time zone z.time_zone)::date end) as begins,
      least(make_date(p.year + 1, 1, 1), (v.replaced_at at time zone z.time_zone)::date) as ends) w
  cross join lateral (values
    (false, w.begins, least(w.ends, c.day)),
    (true, greatest(w.begins, c.day), case when c.day is not null then w.ends end)
  ) s(covered, from_date, to_date)
  where t.tenant_id = current_tenant() and s.from_date < s.to_date)`

export const studyTopic: Fact = {
  name: 'studyTopic',
  words: ['study topics', '学习专题'],
  verb: ['planned by groups of', '的小组计划的'],
  time: 'span',
  source: () => spans,
  columns: {
    title: { words: ['Topic', '专题'], type: 'text', phrase: ['on “{value}”', '专题含“{value}”的'] },
    group: { words: ['Group', '小组'], type: 'reference', label: 'groupName', phrase: ['of {value}', '{value}的'] },
    organization: {
      words: ['Organization', '组织'],
      type: 'reference',
      label: 'organizationName',
      phrase: ['in {value}', '{value}的'],
    },
    minutes: { words: ['Time planned', '计划学时'], type: 'minutes' },
    covered: {
      words: ['Covered', '已学完'],
      type: 'flag',
      phrases: { yes: ['that are covered', '已学完的'], no: ['that are not covered', '未学完的'] },
    },
  },
  measures: {
    planned: { words: ['Number of', '计划专题数'], unit: ['{n}', '{n}个'], kind: 'count' },
    covered: {
      words: ['Number of covered', '已学完专题数'],
      unit: ['{n}', '{n}个'],
      kind: 'count',
      where: { covered: ['yes'] },
    },
    coverage: { words: ['Share covered of', '学完比例'], unit: ['{n}', '{n}'], kind: 'share', column: 'covered' },
  },
  shows: ['title', 'group', 'minutes', 'covered'],
  link: '/learning/plans/:plan',
}
