import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Column, Fact } from '../../../platform/facts.ts'
import { gradeWords, originWords } from './messages.ts'

const organization: Column = {
  words: ['Organization', '单位'],
  type: 'reference',
  label: 'organizationName',
  phrase: ['in {value}', '{value}的'],
}
export const ofFinding = {
  words: { words: ['Finding', '问题'], type: 'text', phrase: ['that say “{value}”', '内容含“{value}”的'] },
  origin: { words: ['Found by', '来源'], type: 'choice', values: originWords, phrase: ['({value})', '（{value}）'] },
  grade: { words: ['Grade', '等级'], type: 'choice', values: gradeWords, phrase: ['({value})', '（{value}）'] },
  fault: { words: ['Kind of fault', '问题类别'], type: 'text', phrase: ['of the kind “{value}”', '类别为“{value}”的'] },
  place: { words: ['Place', '场所'], type: 'reference', label: 'placeName', phrase: ['at {value}', '在{value}的'] },
  organization,
} satisfies Record<string, Column>

/** Findings with what they may be counted by. */
export const findings = (tx: Tx) =>
  tx
    .selectFrom('finding as f')
    .innerJoin('tenant as z', 'z.id', 'f.tenantId')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'f.tenantId').onRef('o.id', '=', 'f.organizationId'),
    )
    .leftJoin('place as l', (join) => join.onRef('l.tenantId', '=', 'f.tenantId').onRef('l.id', '=', 'f.placeId'))
    .select(['o.path', 'f.id as finding', 'f.words', 'f.origin', 'f.grade', 'f.fault', 'f.placeId as place'])
    .select(['l.name as placeName', 'o.id as organization', 'o.name as organizationName'])

export const countOf = { unit: ['{n}', '{n}项'], kind: 'count' } as const

/** What was found, at the moment when it was, and whether it is in order now. */
const finding: Fact = {
  name: 'finding',
  words: ['findings', '问题'],
  verb: ['of', '的'],
  time: 'moment',
  source: (tx) =>
    findings(tx)
      .select(['f.id', 'f.raisedAt as at'])
      .select(sql<boolean>`f.closed_at is not null`.as('closed'))
      .select(
        sql<
          number | null
        >`(f.closed_at at time zone z.time_zone)::date - (f.raised_at at time zone z.time_zone)::date`.as('days'),
      ),
  columns: {
    ...ofFinding,
    closed: {
      words: ['Closed', '已销号'],
      type: 'flag',
      phrases: { yes: ['that are closed', '已销号的'], no: ['that are open', '未销号的'] },
    },
    days: { words: ['Days until closed', '销号天数'], type: 'number' },
  },
  measures: {
    count: { words: ['Number of', '数量'], ...countOf },
    open: { words: ['Number of open', '未销号的数量'], ...countOf, where: { closed: ['no'] } },
    closed: { words: ['Number of closed', '已销号的数量'], ...countOf, where: { closed: ['yes'] } },
    shareClosed: { words: ['Share closed of', '销号率'], unit: ['{n}', '{n}'], kind: 'share', column: 'closed' },
    daysToClose: {
      words: ['Median days to close', '销号用时中位数'],
      unit: ['{count, plural, one {{n} day} other {{n} days}}', '{n}天'],
      kind: 'median',
      column: 'days',
      where: { closed: ['yes'] },
    },
  },
  shows: ['words', 'grade', 'organization', 'place', 'at', 'closed', 'days'],
  link: '/findings/:finding',
}

/** From each opening of a finding (raised, reopened) to the closing that follows it. */
const stretches = sql<{ tenantId: string; id: string; findingId: string; opened: Date; closed: Date | null }>`(
  select s.tenant_id, s.id, s.finding_id, s.opened, (
    select min(e.at) from finding_event e where e.tenant_id = s.tenant_id and e.finding_id = s.finding_id
      and e.action_id is null and e.kind = 'closed' and (e.at, e.id) > (s.opened, s.after)) as closed
  from (
    select tenant_id, id, id as finding_id, raised_at as opened, id as after from finding
    union all
    select tenant_id, id, finding_id, at, id from finding_event where action_id is null and kind = 'reopened') s)`

/** What was not in order on a day: one that came back is counted again from then on. */
const openFinding: Fact = {
  name: 'openFinding',
  words: ['open findings', '未销号问题'],
  verb: ['of', '的'],
  time: 'span',
  source: (tx) =>
    findings(tx)
      .innerJoin(stretches.as('s'), (join) =>
        join.onRef('s.tenantId', '=', 'f.tenantId').onRef('s.findingId', '=', 'f.id'),
      )
      .select(['s.id', 'f.raisedAt'])
      .select(sql<string>`(s.opened at time zone z.time_zone)::date`.as('fromDate'))
      .select(sql<string | null>`(s.closed at time zone z.time_zone)::date`.as('toDate')),
  columns: { ...ofFinding, raisedAt: { words: ['Found', '发现时间'], type: 'moment' } },
  measures: { count: { words: ['Number of', '数量'], ...countOf } },
  shows: ['words', 'grade', 'organization', 'place', 'raisedAt'],
  link: '/findings/:finding',
}

export const facts: readonly Fact[] = [finding, openFinding]
