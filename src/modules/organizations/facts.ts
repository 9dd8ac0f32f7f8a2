import { sql } from 'kysely'
import type { Fact } from '../../platform/facts.ts'
import { peopleFacts } from './people/facts.ts'

const organization: Fact = {
  name: 'organization',
  words: ['organizations', '组织'],
  verb: ['of', '所辖的'],
  time: 'span',
  source: (tx) =>
    tx
      .selectFrom('organization')
      .select([
        'id',
        'path',
        'name',
        'kind',
        'category',
        'closedOn as toDate',
        sql<null>`null::date`.as('fromDate'),
        sql<boolean>`category <> 'own'`.as('standing'),
      ]),
  columns: {
    name: { words: ['Name', '名称'], type: 'text', phrase: ['whose name contains “{value}”', '名称含“{value}”的'] },
    kind: {
      words: ['Kind', '类型'],
      type: 'choice',
      values: {
        province: ['Province', '省'],
        city: ['City', '市'],
        district: ['District', '区县'],
        subdistrict: ['Sub-district', '街道'],
        community: ['Community', '社区'],
        station: ['Station', '服务站'],
        team: ['Team', '志愿服务队'],
        partner: ['Partner organization', '共建单位'],
      },
      nouns: {
        province: ['provinces', '省'],
        city: ['cities', '市'],
        district: ['districts', '区县'],
        subdistrict: ['sub-districts', '街道'],
        community: ['communities', '社区'],
        station: ['stations', '服务站'],
        team: ['volunteer teams', '志愿服务队'],
        partner: ['partner organizations', '共建单位'],
      },
    },
    category: {
      words: ['Category', '类别'],
      type: 'choice',
      phrase: ['({value})', '{value}类'],
      values: {
        policyTalks: ['policy talks', '理论政策宣讲'],
        artsAndCulture: ['arts and culture', '文化文艺'],
        popularScience: ['popular science', '科学普及'],
        legalAid: ['legal aid', '法律服务'],
        healthAndEnvironment: ['health and environment', '卫生环保'],
        helpingThoseInNeed: ['helping those in need', '扶贫帮困'],
        own: ['of its own', '特色'],
      },
    },
    standing: {
      words: ['Standing', '常备'],
      type: 'flag',
      phrases: { yes: ['of the standing kinds', '常备'], no: ['of no standing kind', '非常备'] },
    },
  },
  measures: {
    count: {
      words: ['Number of', '数量'],
      unit: ['{n}', '{n}个'],
      kind: 'count',
    },
    // the same count; teams are counted in another unit in Chinese
    teams: {
      words: ['Number of', '数量'],
      unit: ['{n}', '{n}支'],
      kind: 'count',
      where: { kind: ['team'] },
    },
  },
  shows: ['name', 'kind', 'category'],
  link: '/organizations/:id',
}

export const facts: readonly Fact[] = [organization, ...peopleFacts]
