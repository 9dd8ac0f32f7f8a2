import type { Language } from '../../../../../platform/i18n.ts'
import type { Block, ReportDocument } from '../../contract.ts'
import { texts } from './messages.ts'
import { Pieces } from './pieces/rules.ts'

export const builtTemplates = ['yearly', 'quarterly', 'monthly', 'weekly', 'campaign'] as const
export type BuiltTemplate = (typeof builtTemplates)[number]

const compared = [
  'studySessions',
  'studyAttendance',
  'meetings',
  'trainings',
  'serviceActivities',
  'serviceMinutes',
  'volunteers',
  'publicActivities',
]

const organization = (p: Pieces): Block[] => [
  p.heading(1, texts.organization),
  p.heading(2, texts.structure),
  ...p.any('communities', [p.paragraph(texts.structureText)], texts.noOrganizations),
  p.more('teams', texts.teamsText),
  p.heading(2, texts.staff),
  ...p.any('people', [p.paragraph(texts.staffText)], texts.noPeople),
  p.more('studyGroup', texts.groupText),
]

const meetings = (p: Pieces): Block[] => [
  p.more('meetings', texts.meetingsText),
  p.more('trainings', texts.trainingsText),
  p.more('visits', texts.visitsText),
]

const learning = (p: Pieces): Block[] => [
  p.heading(1, texts.learning),
  ...p.any('studySessions', [p.heading(2, texts.sessions), p.paragraph(texts.sessionsText)], texts.noStudy),
  ...meetings(p),
  ...p.any('studyExpected', [
    p.heading(2, texts.attendance),
    p.paragraph(texts.attendanceText),
    p.breakdown(texts.attendanceTable, 'month', texts.month, [
      [texts.expected, 'studyExpected'],
      [texts.present, 'studyAttended'],
      [texts.rate, 'studyAttendance'],
    ]),
  ]),
]

/** What was served, or that there were services whose hours nobody recorded, or none. */
const served = (p: Pieces): Block[] => [
  ...p.any(
    'serviceActivities',
    [
      p.when('serviceRecords', '>', [p.paragraph(texts.serviceText)]),
      p.when('serviceRecords', '=', [p.paragraph(texts.noHours)]),
    ],
    texts.noService,
  ),
]

const hoursBy = (p: Pieces, by: 'team' | 'quarter'): Block =>
  p.breakdown(by === 'team' ? texts.teamTable : texts.quarterTable, by, by === 'team' ? texts.team : texts.quarter, [
    [texts.services, 'serviceActivities'],
    [texts.hours, 'serviceMinutes'],
  ])

const byPart = (p: Pieces): Block =>
  p.breakdown(texts.partTable, 'part', texts.part, [
    [texts.services, 'serviceActivities'],
    [texts.hours, 'serviceMinutes'],
    [texts.eventsHead, 'publicActivities'],
  ])

const service = (p: Pieces): Block[] => [
  p.heading(1, texts.service),
  p.when('serviceActivities', '>', [p.heading(2, texts.overall)]),
  ...served(p),
  ...p.any('serviceActivities', [
    p.when('teams', '>', [p.heading(2, texts.byTeam), p.paragraph(texts.byTeamText), hoursBy(p, 'team')]),
    p.heading(2, texts.byQuarter),
    p.paragraph(texts.byQuarterText),
    hoursBy(p, 'quarter'),
    p.heading(2, texts.byPart),
    p.paragraph(texts.byPartText),
    byPart(p),
  ]),
]

const events = (p: Pieces): Block[] => [
  p.heading(1, texts.events),
  ...p.any('publicActivities', [p.paragraph(texts.eventsText)], texts.noEvents),
  p.more('publicActivities_cyber', texts.cyberText),
]

const responsibilities = (p: Pieces): Block[] => [
  p.heading(1, texts.responsibilities),
  p.heading(2, texts.dutiesHead),
  ...p.any('duties', [p.paragraph(texts.dutiesText)], texts.noDuties),
  p.more('policiesAsked', texts.policiesText),
  p.heading(2, texts.objectivesHead),
  ...p.any('objectives', [p.paragraph(texts.objectivesText)], texts.noObjectives),
  p.heading(2, texts.findingsHead),
  ...p.any('findings', [p.paragraph(texts.findingsText)], texts.noFindings),
  p.more('actionsDue', texts.actionsText),
  p.more('decisionsDue', texts.decisionsText),
  p.more('checksPlanned', texts.checksText),
]

const warned = [
  ['objectivesLate', texts.objectivesLateText],
  ['objectivesAtRisk', texts.objectivesAtRiskText],
  ['actionsOverdue', texts.actionsOverdueText],
  ['checksLate', texts.checksLateText],
  ['checksDue', texts.checksDueText],
  ['dutiesVacant', texts.dutiesVacantText],
  ['handOversUnsigned', texts.handOversUnsignedText],
  ['policiesUnread', texts.policiesUnreadText],
  ['coursesLate', texts.coursesLateText],
] as const

/** What is late and what will be: how many, each with its records; or that there is nothing. */
const warnings = (p: Pieces): Block[] => [
  p.heading(1, texts.warnings),
  ...warned.map(([name, words]) => p.when(name, '>', [p.paragraph(words), p.list(name, p.nameOf(name), 20)])),
  warned.reduceRight((none: Block, [name]) => p.when(name, '=', [none]), p.paragraph(texts.noWarnings)),
]

const notes = (p: Pieces): Block[] => [
  p.heading(1, texts.notes),
  ...p.any('overlappingPairs', [p.paragraph(texts.overlapText)], texts.noOverlapText),
  p.more('refusedRows', texts.refusedText),
  p.when('communities', '>=', [p.paragraph(texts.countedText)], true),
]

const yearly = (p: Pieces): Block[] => [
  p.paragraph(texts.intro),
  ...organization(p),
  ...learning(p),
  ...service(p),
  ...events(p),
  ...responsibilities(p),
  p.when('activities_before', '>', [
    p.heading(1, texts.comparison),
    p.paragraph(texts.comparisonText),
    p.comparison('yearBefore', texts.comparisonTable, compared),
  ]),
  ...notes(p),
]

/** The work of a quarter or a month: what was done, by community, beside what was before. */
const ofPeriod = (p: Pieces, against: 'yearBefore' | 'periodBefore'): Block[] => [
  p.paragraph(texts.periodIntro),
  p.heading(1, texts.mainWork),
  p.heading(2, texts.learning),
  ...p.any('studySessions', [p.paragraph(texts.sessionsText)], texts.noStudy),
  p.more('studyExpected', texts.attendanceText),
  ...meetings(p),
  p.heading(2, texts.service),
  ...served(p),
  p.heading(2, texts.events),
  ...p.any('publicActivities', [p.paragraph(texts.eventsText)], texts.noEvents),
  p.when('activities_soFar', '>', [p.paragraph(texts.soFar)]),
  p.when('communities', '>', [p.heading(1, texts.inCommunities), p.eachCommunity(p.paragraph(texts.communityText))]),
  p.when(against === 'yearBefore' ? 'activities_before' : 'activities_last', '>', [
    p.heading(1, against === 'yearBefore' ? texts.comparison : texts.comparedWithLast),
    p.paragraph(against === 'yearBefore' ? texts.comparisonText : texts.comparedLast),
    p.comparison(against, texts.comparisonTable, compared),
  ]),
]

const weekly = (p: Pieces): Block[] => [
  ...p.any('activities', [p.paragraph(texts.weekText), p.list('activities', texts.activityList, 50)], texts.quietWeek),
  p.when('communities', '>', [p.heading(1, texts.inCommunities), p.eachCommunity(p.paragraph(texts.communityText))]),
  ...warnings(p),
]

const campaign = (p: Pieces): Block[] => [
  ...p.any(
    'activities',
    [
      p.heading(1, texts.overallHead),
      p.paragraph(texts.campaignText),
      p.more('serviceRecords', texts.campaignService),
      p.heading(1, texts.inCommunities),
      p.eachCommunity(p.when('activities', '>', [p.paragraph(texts.campaignCommunity)])),
      p.heading(1, texts.activityList),
      p.list('activities', texts.activityList, 200),
    ],
    texts.noCampaign,
  ),
]

const contents: Record<BuiltTemplate, (p: Pieces) => Block[]> = {
  yearly,
  quarterly: (p) => ofPeriod(p, 'yearBefore'),
  monthly: (p) => ofPeriod(p, 'periodBefore'),
  weekly,
  campaign,
}

/** A template that every office has, in one language: its title and its text. */
export function builtTemplate(
  name: BuiltTemplate,
  language: Language,
  about = '',
): { title: string; document: ReportDocument } {
  const p = new Pieces(language, name === 'campaign' ? about : '')
  return { title: p.say(texts[`${name}Title`]), document: { type: 'doc', content: contents[name](p) } }
}
