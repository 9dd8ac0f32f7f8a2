import type { Words } from '../../../../platform/i18n.ts'
import { filterText, parseFilter } from '../../../indicators/filter/rules.ts'
import type { DocumentQuestion } from '../contract.ts'
import { figureWords } from './messages.ts'

type Counted = Extract<DocumentQuestion, { fact: string }>
type FigureName = keyof typeof figureWords

/** What reports speak of most, under the name by which a writer looks for it. */
export type CommonFigure = {
  name: FigureName
  words: Words
  letters: string
  fact: string
  measure: string
  filter: string
}

const asked: Record<FigureName, readonly [fact: string, measure: string, filter: string]> = {
  activities: ['activity', 'count', ''],
  studySessions: ['activity', 'count', 'kind=study'],
  studyExpected: ['participation', 'expected', 'kind=study'],
  studyAttended: ['participation', 'attended', 'kind=study'],
  studyAttendance: ['participation', 'attendance', 'kind=study'],
  meetings: ['activity', 'count', 'kind=meeting'],
  trainings: ['activity', 'count', 'kind=training'],
  visits: ['activity', 'count', 'kind=visit'],
  publicActivities: ['activity', 'count', 'kind=event'],
  serviceActivities: ['activity', 'count', 'kind=service'],
  serviceMinutes: ['participation', 'minutes', 'kind=service'],
  serviceRecords: ['participation', 'records', 'kind=service'],
  volunteers: ['participation', 'volunteers', 'kind=service'],
  minutesEach: ['participation', 'minutesEach', 'kind=service'],
  communities: ['organization', 'count', 'kind=community'],
  people: ['membership', 'people', ''],
  studyGroup: ['groupMember', 'people', 'kind=study'],
  stations: ['place', 'count', 'kind=station'],
  brands: ['place', 'brands', 'kind=station'],
  teams: ['organization', 'teams', 'kind=team'],
  standingTeams: ['organization', 'teams', 'kind=team&standing=yes'],
  ownTeams: ['organization', 'teams', 'category=own&kind=team'],
  duties: ['duty', 'count', ''],
  dutiesVacant: ['duty', 'vacant', ''],
  objectives: ['objective', 'count', ''],
  objectivesMet: ['objective', 'count', 'state=met'],
  objectivesOnTrack: ['objective', 'count', 'state=onTrack'],
  objectivesAtRisk: ['objective', 'count', 'state=atRisk'],
  objectivesLate: ['objective', 'count', 'state=late'],
  policiesAsked: ['policyReading', 'asked', ''],
  policiesRead: ['policyReading', 'read', ''],
  policiesUnread: ['policyReading', 'unread', ''],
  findings: ['finding', 'count', ''],
  findingsDanger: ['finding', 'count', 'grade=danger'],
  findingsMajor: ['finding', 'count', 'grade=major'],
  findingsMinor: ['finding', 'count', 'grade=minor'],
  findingsClosed: ['finding', 'closed', ''],
  actionsDue: ['action', 'due', ''],
  actionsInTime: ['action', 'inTime', ''],
  actionsOverdue: ['overdueAction', 'count', ''],
  decisionsDue: ['action', 'due', 'origin=meeting'],
  decisionsInTime: ['action', 'inTime', 'origin=meeting'],
  checksPlanned: ['check', 'planned', ''],
  checksDone: ['check', 'done', ''],
  checksDue: ['openCheck', 'due', ''],
  checksLate: ['openCheck', 'late', ''],
  handOversUnsigned: ['unsignedHandOver', 'count', ''],
  coursesLate: ['requiredCourse', 'late', ''],
  overlappingPairs: ['overlap', 'pairs', ''],
  refusedRows: ['refusedRow', 'count', ''],
}

export const commonFigures: readonly CommonFigure[] = (Object.keys(asked) as FigureName[]).map((name) => {
  const [[fact, measure, filter], [words, letters]] = [asked[name], figureWords[name]]
  return { name, words, letters, fact, measure, filter }
})

export const questionOf = (figure: CommonFigure, more: Partial<Counted> = {}): Counted => ({
  fact: figure.fact,
  measure: figure.measure,
  filter: figure.filter,
  scope: 'report',
  period: 'report',
  ...more,
})

/** Only those whose title contains these words; a figure may be narrowed like that wherever its rows have one. */
export function titledOnly(question: Counted, title: string): Counted {
  const { title: _, ...filter } = parseFilter(question.filter)
  return { ...question, filter: filterText(title ? { ...filter, title: [title] } : filter) }
}

export const titleIn = (question: Counted): string => parseFilter(question.filter).title?.[0] ?? ''

/** Which of them a question is, however its title is narrowed. */
export const commonOf = (question: Counted): CommonFigure | undefined => {
  const { filter } = titledOnly(question, '')
  return commonFigures.find(
    (one) => one.fact === question.fact && one.measure === question.measure && one.filter === filter,
  )
}

/** Those found by a few letters: Chinese, pinyin, its initials, or English. The beginning of a word counts more. */
export function findFigures(query: string): CommonFigure[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return [...commonFigures]
  const rank = (figure: CommonFigure): number => {
    const key = ` ${figure.words[1]} ${figure.letters} ${figure.words[0].toLowerCase()}`
    return key.includes(` ${wanted}`) ? 2 : key.includes(wanted) ? 1 : 0
  }
  return commonFigures
    .map((figure) => ({ figure, rank: rank(figure) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ figure }) => figure)
}
