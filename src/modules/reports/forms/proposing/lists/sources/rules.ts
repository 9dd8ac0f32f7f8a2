import { filterText, parseFilter } from '../../../../../indicators/filter/rules.ts'
import type { ListBinding } from '../../../contract.ts'
import type { Frame } from '../../vocabulary/rules.ts'

export type Head = { column: number; label: string; word: Frame | null; says: Frame; formula: boolean; kind: string }

/** What the rows of a list are, what their records can say, and how other facts are put together by them. */
export type Subject = {
  subject: string
  source: ListBinding['source']
  /** The word of a head → the record's column. */
  records: Readonly<Record<string, string>>
  /** The fact that is counted → its column that holds the row's record. */
  by: Readonly<Record<string, string>>
  nameColumn: number | null
  rows: string
  sure: number
}

const activityBy = { activity: 'activity', participation: 'activity', shiftRole: 'activity', placeHeld: 'activity' }
const teamBy = { activity: 'team', participation: 'team', shiftRole: 'team', placeHeld: 'team' }
const partBy = {
  activity: 'part',
  participation: 'part',
  place: 'part',
  organization: 'part',
  membership: 'part',
  groupMember: 'part',
  certificate: 'part',
  shiftRole: 'part',
}
const placeBy = { activity: 'place', participation: 'place' }
const personBy = { participation: 'person', membership: 'person', groupMember: 'person', certificate: 'person' }

const source = (
  fact: string,
  filter: Record<string, readonly string[]>,
  by: string | null = null,
): ListBinding['source'] => ({
  fact,
  filter: filterText(filter),
  scope: 'form',
  period: 'form',
  by,
  order: null,
})

const kinds = ['study', 'service', 'training', 'meeting', 'event', 'visit']
const about = {
  at: 'at',
  topic: 'topic',
  title: 'title',
  place: 'place',
  host: 'host',
  name: 'title',
  organization: 'host',
}

/** Which rows a list has: told by the head that names them, or by heads that only activities have. */
export function sourceOf(heads: readonly Head[], context: Frame): Subject | null {
  const words = heads.map((head) => head.word)
  const nouns = [...heads.map(({ says }) => says.noun), context.noun].filter((noun) => noun !== undefined)
  const nameHead = heads.find(({ word }) => word?.record === 'name') ?? heads.find(isBareName)
  const dated = words.some((word) => word?.record === 'at')
  const told = words.filter((word) => word?.record).length
  const kind = kinds.find((own) => context.noun === own) ?? kinds.find((own) => nouns.includes(own))
  if (
    dated ||
    (!nameHead && words.some((word) => word?.record && ['topic', 'title', 'place'].includes(word.record)) && told > 1)
  )
    return {
      subject: 'activity',
      source: source('activity', kind ? { kind: [kind] } : {}),
      records: about,
      by: activityBy,
      nameColumn: null,
      rows: kind ?? 'activity',
      sure: kind ? 0.95 : 0.8,
    }
  if (!nameHead) return null
  const subject = subjectOf(nameHead, context)
  return subject && { ...subject, nameColumn: nameHead.column }
}

/** A head that is no more than '社区', '服务队' or '站点' names the rows. */
const isBareName = ({ says, word, label }: Head): boolean =>
  !word?.hand &&
  !/[(（数量]/.test(label) &&
  says.measure === undefined &&
  ['team', 'community', 'station', 'partner'].includes(says.noun ?? '')

function subjectOf({ says, label }: Head, context: Frame): Omit<Subject, 'nameColumn'> | null {
  const noun = says.noun ?? (/姓名|name of person|^name$/i.test(label.trim()) ? 'person' : context.noun)
  const filter = says.filter ?? {}
  const at = (
    subject: string,
    from: ListBinding['source'],
    records: Record<string, string>,
    by: Record<string, string>,
    sure = 0.95,
  ) => ({
    subject,
    source: from,
    records,
    by,
    rows: subject,
    sure,
  })
  if (/姓名/.test(label) || noun === 'person' || noun === 'volunteer') {
    if (context.noun === 'group' || context.noun === 'study')
      return at('member', source('groupMember', { kind: ['study'] }, 'person'), {}, personBy, 0.85)
    if (context.noun === 'service' || context.noun === 'volunteer')
      return at('volunteer', source('participation', { kind: ['service'] }, 'person'), {}, personBy, 0.85)
    return at('person', source('membership', {}, 'person'), {}, personBy, 0.7)
  }
  if (noun === 'team' || noun === 'service')
    return at(
      'team',
      source('organization', { kind: ['team'], ...filter }),
      { name: 'name', category: 'category' },
      teamBy,
      noun === 'team' ? 0.95 : 0.7,
    )
  if (noun === 'community')
    return at('community', source('organization', { kind: ['community'] }), { name: 'name' }, partBy)
  if (noun === 'partner')
    return at('partner', source('organization', { kind: ['partner'] }), { name: 'name' }, partBy, 0.8)
  if (noun === 'station' || noun === 'brand')
    return at(
      'station',
      source('place', { kind: ['station'] }),
      { name: 'name', address: 'address', brand: 'brand', area: 'area', rooms: 'rooms' },
      placeBy,
    )
  return null
}

/** The facts that may be counted for each row of a list, with their column that holds the row's record. */
export function countedBy({ fact, filter, by }: ListBinding['source']): Readonly<Record<string, string>> {
  if (by !== null) return by === 'person' ? personBy : {}
  if (fact === 'activity') return activityBy
  if (fact === 'place') return placeBy
  if (fact !== 'organization') return {}
  return parseFilter(filter).kind?.includes('team') ? teamBy : partBy
}
