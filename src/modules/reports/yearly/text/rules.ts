import type { Block, OfficialDocument, Run } from '../../../../platform/document/contract.ts'
import { widthOf } from '../../../../platform/document/rules.ts'
import type { Language } from '../../../../platform/i18n.ts'
import type { Figure } from '../../../indicators/contract.ts'
import type { YearInFigures } from '../contract.ts'
import { comparedNames, messages } from './messages.ts'
import { Writer } from './writer/rules.ts'

/** A line of a 22-point title holds 20 characters. */
const titleLine = 20

/**
 * The yearly report as text: what is recorded is told with its figures, what is not is said to be missing. A pure function
 * of the figures, so that the page, the Word file and a test read the same report.
 */
export function composeYear(data: YearInFigures, language: Language): OfficialDocument {
  const writer = new Writer(data, language)
  const title = writer.plain(messages.title)
  const whole = data.scope.name + title
  return {
    language,
    title: widthOf(whole) <= titleLine && language === 'zh-CN' ? [whole] : [data.scope.name, title],
    blocks: [
      writer.paragraph(messages.intro),
      ...organization(writer),
      ...learning(writer),
      ...service(writer),
      ...events(writer),
      ...responsibilities(writer),
      ...comparison(writer),
      ...notes(writer),
    ],
    attachments: [],
    signature: { organization: data.scope.name, date: data.counted },
  }
}

function organization(w: Writer): Block[] {
  const any = w.has('communities') || w.has('stations') || w.has('teams')
  const structure = [
    ...(w.has('communities') || w.has('stations') ? [messages.structureText] : []),
    ...(w.has('teams') ? [messages.teamsText] : []),
  ]
  return [
    w.heading(1, messages.organization),
    w.heading(2, messages.structure),
    w.paragraph(...(any ? structure : [messages.noOrganizations])),
    w.heading(2, messages.staff),
    w.paragraph(
      w.has('people') ? messages.staffText : messages.noPeople,
      ...(w.has('groupInDecember')
        ? [messages.groupText]
        : w.has('groupInJanuary')
          ? [messages.groupInJanuaryText]
          : []),
    ),
  ]
}

function learning(w: Writer): Block[] {
  const more = [
    ...(w.has('meetings') || w.has('trainings') ? [messages.meetingsText] : []),
    ...(w.has('visits') ? [messages.visitsText] : []),
  ]
  const head = w.heading(1, messages.learning)
  if (!w.has('studySessions')) return [head, w.paragraph(messages.noStudy, ...more)]
  return [
    head,
    w.heading(2, messages.sessions),
    w.paragraph(messages.sessionsText, ...more),
    w.heading(2, messages.attendance),
    ...(w.has('studyExpected')
      ? [
          w.paragraph(messages.attendanceText),
          w.table(messages.attendanceTable, messages.month, [
            [messages.expected, 'expectedByMonth'],
            [messages.present, 'attendedByMonth'],
            [messages.rate, 'attendanceByMonth'],
          ]),
        ]
      : [w.paragraph(messages.noAttendance)]),
  ]
}

function service(w: Writer): Block[] {
  const head = w.heading(1, messages.service)
  if (!w.has('serviceActivities')) return [head, w.paragraph(messages.noService)]
  const hours = w.has('serviceRecords')
  return [
    head,
    w.heading(2, messages.serviceOverall),
    w.paragraph(hours ? messages.serviceText : messages.noHours),
    ...(w.has('teams')
      ? [
          w.heading(2, messages.byTeam),
          w.paragraph(messages.byTeamText),
          w.table(messages.teamTable, messages.team, [
            [messages.services, 'servicesByTeam'],
            [messages.hours, 'minutesByTeam'],
          ]),
        ]
      : []),
    w.heading(2, messages.byTime),
    w.paragraph(messages.byTimeText),
    w.table(messages.quarterTable, messages.quarter, [
      [messages.services, 'servicesByQuarter'],
      [messages.hours, 'minutesByQuarter'],
    ]),
    w.heading(2, messages.byPart),
    w.paragraph(messages.byPartText),
    w.table(messages.partTable, messages.part, [
      [messages.services, 'servicesByPart'],
      [messages.hours, 'minutesByPart'],
      [messages.eventsHead, 'eventsByPart'],
    ]),
  ]
}

const events = (w: Writer): Block[] => [
  w.heading(1, messages.events),
  w.has('publicActivities')
    ? w.paragraph(messages.eventsText, ...(w.has('cyberActivities') ? [messages.cyberText] : []))
    : w.paragraph(messages.noEvents),
]

const responsibilities = (w: Writer): Block[] => [
  w.heading(1, messages.responsibilities),
  w.heading(2, messages.duties),
  w.paragraph(
    w.has('duties') ? messages.dutiesText : messages.noDuties,
    ...(w.has('policiesAsked') ? [messages.policiesText] : []),
    ...(w.has('coursesLate') ? [messages.coursesLateText] : []),
  ),
  w.heading(2, messages.objectives),
  w.paragraph(w.has('objectives') ? messages.objectivesText : messages.noObjectives),
  w.heading(2, messages.findings),
  w.paragraph(
    w.has('findings') ? messages.findingsText : messages.noFindings,
    ...(w.has('findingsClosed') ? [messages.daysToCloseText] : []),
    ...(w.has('checksPlanned') ? [messages.checksText] : []),
    ...(w.has('actionsDue') ? [messages.actionsText] : []),
    ...(w.has('decisionsDue') ? [messages.decisionsText] : []),
  ),
]

function comparison(w: Writer): Block[] {
  const all = Object.entries(w.data.compared)
  const missing = all.filter(([, { now, before }]) => before.records === 0 && now.records > 0)
  const rows = all.filter(([, { before }]) => before.records > 0)
  const names = missing.map(([name]) => w.say(comparedNames[name] ?? [name, name]))
  const list = { missing: names.join(w.say([', ', '、'])) }
  const head = w.heading(1, messages.comparison)
  if (rows.length === 0) return names.length ? [head, w.paragraph([messages.nothingBefore, list])] : []
  const years = [w.data.year - 1, w.data.year].map((year) => w.say([String(year), `${year}年`]))
  const cell = (figure: Figure): Run =>
    figure.value === null || figure.records === 0
      ? { text: w.say(messages.nothing) }
      : w.figure(figure, w.say(figure.inWords))
  return [
    head,
    w.paragraph(messages.comparisonText),
    w.drawn(
      messages.comparisonTable,
      [w.say(messages.item), ...years, w.say(messages.change)],
      rows.map(([name, { now, before, written }]) => [
        { text: w.say(comparedNames[name] ?? [name, name]) },
        cell(before),
        cell(now),
        { text: now.records > 0 ? w.say(written) : '—' },
      ]),
    ),
    ...(names.length ? [w.paragraph([messages.partlyBefore, list])] : []),
  ]
}

const notes = (w: Writer): Block[] => [
  w.heading(1, messages.notes),
  w.paragraph(
    w.has('overlappingPairs') ? messages.overlapText : messages.noOverlapText,
    ...(w.has('refusedRows') ? [messages.refusedText] : []),
    messages.countedText,
  ),
]
