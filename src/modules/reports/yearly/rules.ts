import type { StartingIndicator } from '../../../platform/facts.ts'
import type { Asking } from '../../indicators/contract.ts'
import { filterText } from '../../indicators/filter/rules.ts'
import { figureNames } from '../messages.ts'

type Definition = {
  fact: string
  measure: string
  filter?: Record<string, readonly string[]>
  /** Not the whole year but this part of it: '-01' is January. */
  part?: string
}

const activities = (kind: string, more = {}): Definition => ({
  fact: 'activity',
  measure: 'count',
  filter: { kind: [kind], ...more },
})
const study = (measure: string): Definition => ({ fact: 'participation', measure, filter: { kind: ['study'] } })
const service = (measure: string): Definition => ({ fact: 'participation', measure, filter: { kind: ['service'] } })
const stations = (measure: string): Definition => ({ fact: 'place', measure, filter: { kind: ['station'] } })
const teams = (more = {}): Definition => ({
  fact: 'organization',
  measure: 'teams',
  filter: { kind: ['team'], ...more },
})
const group = (part: string): Definition => ({
  fact: 'groupMember',
  measure: 'people',
  filter: { kind: ['study'] },
  part,
})

const objectives = (state: string): Definition => ({ fact: 'objective', measure: 'count', filter: { state: [state] } })

const findings = (grade: string): Definition => ({ fact: 'finding', measure: 'count', filter: { grade: [grade] } })
const decisions = (measure: string): Definition => ({ fact: 'action', measure, filter: { origin: ['meeting'] } })

/** The figures of a year: each is a measure and a filter, and nothing else. */
export const figuresOfYear = {
  communities: { fact: 'organization', measure: 'count', filter: { kind: ['community'] } },
  people: { fact: 'membership', measure: 'people' },
  stations: stations('count'),
  brands: stations('brands'),
  teams: teams(),
  standingTeams: teams({ standing: ['yes'] }),
  ownTeams: teams({ category: ['own'] }),
  groupInJanuary: group('-01'),
  groupInDecember: group('-12'),
  studySessions: activities('study'),
  meetings: activities('meeting'),
  trainings: activities('training'),
  visits: activities('visit'),
  studyExpected: study('expected'),
  studyAttended: study('attended'),
  studyAttendance: study('attendance'),
  serviceActivities: activities('service'),
  serviceMinutes: service('minutes'),
  serviceRecords: service('records'),
  volunteers: service('volunteers'),
  minutesEach: service('minutesEach'),
  publicActivities: activities('event'),
  cyberActivities: activities('event', { title: ['网络安全'] }),
  duties: { fact: 'duty', measure: 'count' },
  dutiesVacant: { fact: 'duty', measure: 'vacant' },
  objectives: { fact: 'objective', measure: 'count' },
  objectivesMet: objectives('met'),
  objectivesOnTrack: objectives('onTrack'),
  objectivesAtRisk: objectives('atRisk'),
  objectivesLate: objectives('late'),
  policiesAsked: { fact: 'policyReading', measure: 'asked' },
  policiesRead: { fact: 'policyReading', measure: 'read' },
  policiesShare: { fact: 'policyReading', measure: 'share' },
  findings: { fact: 'finding', measure: 'count' },
  findingsDanger: findings('danger'),
  findingsMajor: findings('major'),
  findingsMinor: findings('minor'),
  findingsClosed: { fact: 'finding', measure: 'closed' },
  daysToClose: { fact: 'finding', measure: 'daysToClose' },
  actionsDue: { fact: 'action', measure: 'due' },
  actionsInTime: { fact: 'action', measure: 'inTime' },
  actionsOverdue: { fact: 'overdueAction', measure: 'count' },
  decisionsDue: decisions('due'),
  decisionsInTime: decisions('inTime'),
  checksPlanned: { fact: 'check', measure: 'planned' },
  checksDone: { fact: 'check', measure: 'done' },
  coursesLate: { fact: 'requiredCourse', measure: 'late' },
  overlappingPairs: { fact: 'overlap', measure: 'pairs' },
  refusedRows: { fact: 'refusedRow', measure: 'count' },
} satisfies Record<string, Definition>
export type FigureName = keyof typeof figuresOfYear

/**
 * The same figures as indicators that every office knows by name from its first day. One that is about a part of the
 * year (the group in January) is the same question as another one at another period, and has no name of its own.
 */
export const indicatorsOfYear: readonly StartingIndicator[] = Object.entries(figuresOfYear).flatMap(
  ([key, { fact, measure, filter }]: [string, Definition]) => {
    const name = figureNames[key]
    return name ? [{ key, name, question: { fact, measure, filter: filterText(filter ?? {}) } }] : []
  },
)

/** What is said beside the year before. */
export const comparedOfYear = [
  'studySessions',
  'studyAttendance',
  'meetings',
  'trainings',
  'serviceActivities',
  'serviceMinutes',
  'volunteers',
  'publicActivities',
] as const satisfies readonly FigureName[]

/** What is shown in its parts. */
export const seriesOfYear = {
  expectedByMonth: ['studyExpected', 'month'],
  attendedByMonth: ['studyAttended', 'month'],
  attendanceByMonth: ['studyAttendance', 'month'],
  minutesByTeam: ['serviceMinutes', 'team'],
  servicesByTeam: ['serviceActivities', 'team'],
  minutesByQuarter: ['serviceMinutes', 'quarter'],
  servicesByQuarter: ['serviceActivities', 'quarter'],
  minutesByPart: ['serviceMinutes', 'part'],
  servicesByPart: ['serviceActivities', 'part'],
  eventsByPart: ['publicActivities', 'part'],
} as const satisfies Record<string, readonly [FigureName, string]>
export type SeriesName = keyof typeof seriesOfYear

/** The question of a figure in a period, whatever part of a year its name is about. */
export function questionIn(name: FigureName, period: string, scope?: string): Asking {
  const { fact, measure, filter }: Definition = figuresOfYear[name]
  return { fact, measure, filter: filterText(filter ?? {}), period, ...(scope ? { scope } : {}) }
}

/** The question of a figure in a year. */
export function questionOf(name: FigureName, year: number, scope?: string): Asking {
  const { part }: Definition = figuresOfYear[name]
  return questionIn(name, `${year}${part ?? ''}`, scope)
}
