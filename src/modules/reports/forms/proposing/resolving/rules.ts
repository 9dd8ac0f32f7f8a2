import { filterText } from '../../../../indicators/filter/rules.ts'
import type { Ask, Unit } from '../../contract.ts'
import { kindOf } from '../../units/rules.ts'
import type { Frame } from '../vocabulary/rules.ts'

type Asked = { fact: string; measure: string; filter: Record<string, readonly string[]> }

const activities: Record<string, Record<string, readonly string[]>> = {
  study: { kind: ['study'] },
  service: { kind: ['service'] },
  training: { kind: ['training'] },
  meeting: { kind: ['meeting'] },
  event: { kind: ['event'] },
  visit: { kind: ['visit'] },
  activity: {},
}
/** Measures of people at activities: of a service those count who have a time on record. */
const present: Record<string, string> = {
  time: 'minutes',
  expected: 'expected',
  attended: 'attended',
  rate: 'attendance',
  turnout: 'attended',
  each: 'minutesEach',
  median: 'medianMinutes',
  records: 'records',
}
const counted: Record<string, Asked> = {
  station: { fact: 'place', measure: 'count', filter: { kind: ['station'] } },
  brand: { fact: 'place', measure: 'brands', filter: { kind: ['station'] } },
  room: { fact: 'place', measure: 'rooms', filter: { kind: ['station'] } },
  team: { fact: 'organization', measure: 'teams', filter: { kind: ['team'] } },
  community: { fact: 'organization', measure: 'count', filter: { kind: ['community'] } },
  partner: { fact: 'organization', measure: 'count', filter: { kind: ['partner'] } },
  volunteer: { fact: 'membership', measure: 'people', filter: { role: ['volunteer'] } },
  secretary: { fact: 'membership', measure: 'people', filter: { role: ['secretary'] } },
  staff: { fact: 'membership', measure: 'people', filter: { role: ['staff'] } },
  people: { fact: 'membership', measure: 'people', filter: {} },
  group: { fact: 'groupMember', measure: 'people', filter: { kind: ['study'] } },
  certificate: { fact: 'certificate', measure: 'count', filter: {} },
}
/** What only one thing is usually counted by. */
const usual: Record<string, string> = {
  time: 'service',
  each: 'service',
  median: 'service',
  records: 'service',
  expected: 'study',
  attended: 'study',
  rate: 'study',
  topics: 'study',
  area: 'station',
  rooms: 'station',
  members: 'group',
}

function askedOf(noun: string, { measure = 'count', filter = {} }: Frame): Asked | null {
  const own = activities[noun]
  if (own) {
    const narrowed = { ...own, ...filter }
    if (measure === 'count' || measure === 'times') return { fact: 'activity', measure: 'count', filter: narrowed }
    if (measure === 'topics') return { fact: 'activity', measure: 'topics', filter: narrowed }
    if (measure === 'people')
      return { fact: 'participation', measure: noun === 'service' ? 'volunteers' : 'people', filter: narrowed }
    if (measure === 'members') return { ...(counted.group as Asked) }
    const by = present[measure]
    return by ? { fact: 'participation', measure: by, filter: narrowed } : null
  }
  const other = counted[noun]
  if (!other) return null
  // times are of what teams and volunteers do, or of whatever is held in a place
  if (measure === 'times')
    return askedOf(noun === 'team' || noun === 'volunteer' ? 'service' : 'activity', { measure, filter })
  const narrowed = { ...other.filter, ...filter }
  if (measure === 'count' || measure === 'people' || measure === 'members') return { ...other, filter: narrowed }
  if (other.fact === 'place' && (measure === 'area' || measure === 'rooms'))
    return { ...other, measure, filter: narrowed }
  // hours of teams, of volunteers, of communities are hours of their services
  const { standing, category, ...rest } = filter
  return usual[measure] && !standing && !category ? askedOf(usual[measure], { measure, filter: rest }) : null
}

export type Resolved = { ask: Ask; unit: Unit; sure: number }

/** The question that a frame asks; null when it does not say enough. */
export function resolved(frame: Frame, kind: string): Resolved | null {
  const noun = frame.noun && !frame.weak ? frame.noun : ((frame.measure && usual[frame.measure]) ?? frame.noun)
  if (!noun || (frame.noun === undefined && frame.measure === undefined)) return null
  if (noun === 'community' && frame.measure === undefined && !frame.total) return null
  const asked = askedOf(noun, frame)
  if (!asked) return null
  const period = `${frame.period?.replace('=', '') ?? 'form'}${frame.before ? `:${frame.before}` : ''}`
  const { change } = frame
  const ask: Ask = {
    fact: asked.fact,
    measure: asked.measure,
    filter: filterText(asked.filter),
    scope: frame.scope ?? 'form',
    period,
    ...(change ? { against: change.against, as: change.as } : {}),
  }
  const sure = (frame.noun ? 1 : 0.85) * (frame.measure ? (frame.vague ? 0.97 : 1) : 0.9) * (frame.weak ? 0.9 : 1)
  return { ask, unit: unitOf(ask, change?.percent ? 'percent' : frame.unit, kind), sure }
}

function unitOf(asked: Pick<Ask, 'measure' | 'against' | 'as'>, unit: string | undefined, kind: string): Unit {
  const says = kindOf(asked)
  if (says === 'time') return unit === 'minutes' ? 'minutes' : unit === 'days' ? 'days' : 'hours'
  if (says === 'share') return kind === 'percent' ? 'fraction' : unit === 'percent' ? 'percent' : 'fraction'
  return unit === 'tenThousands' ? 'tenThousands' : 'plain'
}
