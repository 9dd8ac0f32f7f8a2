import { type Language, sayIn, type Values, type Words } from '../../../../platform/i18n.ts'
import { type Figure, questionText, type Series } from '../../../indicators/contract.ts'
import type { Block, OfficialDocument, Run } from '../../document/contract.ts'
import { widthOf, writtenDate } from '../../document/rules.ts'
import type { YearInFigures } from '../contract.ts'
import type { FigureName, SeriesName } from '../rules.ts'
import { comparedNames, messages } from './messages.ts'

/** A line of a 22-point title holds 20 characters. */
const titleLine = 20
const mark = '\u0001'
const at = (language: Language): 0 | 1 => (language === 'en' ? 0 : 1)

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

type Sentence = Words | readonly [Words, Values]

/** Puts words and figures together in one language. */
class Writer {
  readonly data: YearInFigures
  readonly language: Language
  #tables = 0

  constructor(data: YearInFigures, language: Language) {
    this.data = data
    this.language = language
  }

  say = (words: Words): string => words[at(this.language)]

  has = (name: FigureName): boolean => (this.data.figures[name]?.value ?? 0) > 0

  #values(): Values {
    const { year, scope, counted } = this.data
    return {
      year: String(year),
      before: String(year - 1),
      office: scope.name,
      counted: writtenDate(this.language, counted),
      end: writtenDate(this.language, [`${year}-12-31`, counted].sort()[0] ?? counted),
    }
  }

  plain = (words: Words, values: Values = {}): string => sayIn(this.language, words, { ...this.#values(), ...values })

  heading = (level: number, words: Words): Block => ({ kind: 'heading', level, text: this.plain(words) })

  figure = (figure: Figure, text: string): Run => ({ text, figure: questionText(figure.question) })

  /** Sentences in a row; Latin ones with a space between them. */
  paragraph(...sentences: readonly Sentence[]): Block {
    const runs = sentences.flatMap((sentence, i) => [
      ...(i > 0 && this.language === 'en' ? [{ text: ' ' }] : []),
      ...(typeof sentence[0] === 'string'
        ? this.#runs(sentence as Words, {})
        : this.#runs(sentence[0], sentence[1] as Values)),
    ])
    return { kind: 'paragraph', runs }
  }

  /** Each figure of the sentence becomes a run of its own, which a page can make a door. */
  #runs(words: Words, more: Values): Run[] {
    const { figures } = this.data
    const values: Values = { ...this.#values(), ...more }
    for (const [name, figure] of Object.entries(figures)) {
      values[name] = `${mark}${name}${mark}`
      values[`${name}Count`] = figure.value ?? 0
    }
    return sayIn(this.language, words, values)
      .split(mark)
      .flatMap((text, i) => {
        const figure = i % 2 ? figures[text] : undefined
        if (figure) return [this.figure(figure, this.say(figure.inWords))]
        return text === '' ? [] : [{ text }]
      })
  }

  /** One row for each part of the series, and the whole below; months and parts without any record are left out. */
  table(caption: Words, head: Words, columns: readonly (readonly [Words, SeriesName])[]): Block {
    const series = columns.map(([, name]) => this.data.series[name]).filter((one) => one !== undefined)
    const parts = new Map(series.flatMap((one) => one.parts).map((part) => [part.key, part]))
    const known = [...parts.values()].filter(({ key }) =>
      series.some((one) => one.parts.some((part) => part.key === key && part.records > 0)),
    )
    const rows = known.map(({ key, label }): Run[] => [
      { text: this.say(label) },
      ...series.map((one) => this.#part(one, key)),
    ])
    const whole = [
      { text: this.say(messages.total) },
      ...series.map(({ whole }) => this.figure(whole, this.say(whole.written))),
    ]
    return this.drawn(caption, [this.say(head), ...columns.map(([words]) => this.say(words))], [...rows, whole])
  }

  #part(series: Series, key: string): Run {
    const part = series.parts.find((one) => one.key === key)
    if (!part) return { text: '0' }
    const text = this.say(part.written)
    return part.question ? { text, figure: questionText(part.question) } : { text }
  }

  drawn(caption: Words, heads: readonly string[], rows: Run[][]): Block {
    this.#tables += 1
    return {
      kind: 'table',
      caption: this.plain(caption, { n: this.#tables }),
      columns: heads.map((title, i) => ({ title, align: i === 0 ? 'left' : 'right', width: i === 0 ? 2 : 1 })),
      rows,
    }
  }
}
