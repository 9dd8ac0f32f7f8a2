import { sql } from 'kysely'
import type { Fact } from '../../platform/facts.ts'

const place: Fact = {
  name: 'place',
  words: ['places', '场所'],
  verb: ['of', '的'],
  time: 'span',
  source: (tx) =>
    tx
      .selectFrom('place as p')
      .leftJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'p.tenantId').onRef('o.id', '=', 'p.organizationId'),
      )
      .select([
        'p.id',
        'o.path',
        'p.name',
        'p.kind',
        'p.brand',
        'p.address',
        'p.areaM2 as area',
        'p.roomCount as rooms',
        'o.id as organization',
        'o.name as organizationName',
        'p.closedOn as toDate',
        sql<null>`null::date`.as('fromDate'),
      ]),
  columns: {
    name: { words: ['Name', '名称'], type: 'text', phrase: ['whose name contains “{value}”', '名称含“{value}”的'] },
    kind: {
      words: ['Kind', '类型'],
      type: 'choice',
      values: { station: ['Station', '服务站点'], room: ['Room', '功能室'], address: ['Address', '地点'] },
      nouns: { station: ['stations', '服务站点'], room: ['rooms', '功能室'], address: ['addresses', '地点'] },
    },
    organization: {
      words: ['Organization', '所属组织'],
      type: 'reference',
      label: 'organizationName',
      phrase: ['of {value}', '{value}的'],
    },
    address: { words: ['Address', '地址'], type: 'text', phrase: ['at “{value}”', '地址含“{value}”的'] },
    brand: { words: ['Brand', '品牌'], type: 'text', phrase: ['whose brand contains “{value}”', '品牌含“{value}”的'] },
    area: { words: ['Area (m²)', '面积（㎡）'], type: 'number' },
    rooms: { words: ['Rooms', '功能室（间）'], type: 'number' },
  },
  measures: {
    count: { words: ['Number of', '数量'], unit: ['{n}', '{n}个'], kind: 'count' },
    brands: {
      words: ['Number of brands of', '品牌数量'],
      unit: ['{count, plural, one {{n} brand} other {{n} brands}}', '{n}个'],
      kind: 'distinct',
      column: 'brand',
    },
    area: { words: ['Total area of', '总面积'], unit: ['{n} m²', '{n}平方米'], kind: 'sum', column: 'area' },
    rooms: {
      words: ['Number of rooms in', '功能室间数'],
      unit: ['{count, plural, one {{n} room} other {{n} rooms}}', '{n}间'],
      kind: 'sum',
      column: 'rooms',
    },
  },
  shows: ['name', 'organization', 'address', 'brand', 'area', 'rooms'],
  link: '/places/:id',
}

export const facts: readonly Fact[] = [place]
