import type { Block, Column, OfficialDocument } from '../../../../platform/document/contract.ts'
import { writtenDate } from '../../../../platform/document/rules.ts'
import { type Language, sayIn, type Values, type Words } from '../../../../platform/i18n.ts'
import { dayIn } from '../../../../platform/zone.ts'
import type { Said } from '../../../indicators/contract.ts'
import { memberStateWords } from '../../../learning/courses/messages.ts'
import { seatWords } from '../../messages.ts'
import { objectiveWords, stateWords } from '../../objectives/messages.ts'
import { type Dossier, type Part, parts } from '../contract.ts'
import { partWords, dossierWords as words } from '../messages.ts'
import { sumsOf } from '../sums/rules.ts'

type Told = { language: Language; timeZone: string }

/** The dossier as an office writes it: the same words and numbers as on its page. */
export function asDocument(dossier: Dossier, told: Told): OfficialDocument {
  const { language, timeZone } = told
  const say = (text: Words, values?: Values) => sayIn(language, text, values)
  const { holder, year, organization, eraseOn, closedAt, content } = dossier
  const date = (day: string) => writtenDate(language, day)
  const about = {
    name: holder.name,
    reviewers: dossier.reviewers.map(({ name }) => name).join(language === 'en' ? ', ' : '、'),
    day: date(eraseOn),
  }
  const notClosed = say(words.notClosed, { day: date(dayIn(timeZone, content.asOf)) })
  return {
    language,
    title: [organization.name, say(words.fileTitle, { name: holder.name, year: String(year) })],
    blocks: [
      ...(closedAt ? [] : [paragraph(notClosed)]),
      ...parts.flatMap((part) => partOf(dossier, part, told)),
      paragraph(say(words.readersAll, about)),
    ],
    attachments: [],
    ...(closedAt ? { signature: { organization: organization.name, date: dayIn(timeZone, closedAt) } } : {}),
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

function partOf(dossier: Dossier, part: Part, told: Told): Block[] {
  const say = (text: Words, values?: Values) => sayIn(told.language, text, values)
  const said = dossier.texts[part]
  const heading: Block = { kind: 'heading', level: 1, text: say(partWords[part]) }
  if (part === 'own')
    return [heading, ...(said ? said.split('\n').map(paragraph) : [paragraph(say(words.noOwnWritten))])]
  const [sum, values] = sumsOf(dossier)[part]
  const comment = say(words.said, { name: dossier.holder.name }) + (told.language === 'en' ? ': ' : '：')
  const lines = said?.split('\n') ?? []
  return [
    heading,
    paragraph(say(sum, values)),
    ...tableOf(dossier, part, told),
    ...lines.map((line, i) => paragraph(i === 0 ? comment + line : line)),
  ]
}

type Cell = string
const columns = (titles: readonly string[], widths: readonly number[]): Column[] =>
  titles.map((title, i) => ({ title, align: 'left', width: widths[i] ?? 1 }))

function tableOf({ content }: Dossier, part: Exclude<Part, 'own'>, { language }: Told): Block[] {
  const say = (text: Words, values?: Values) => sayIn(language, text, values)
  const read = (said: Said) => said[language === 'en' ? 0 : 1]
  const date = (day: string | null) => (day ? writtenDate(language, day) : '—')
  const table = (heads: readonly Words[], widths: readonly number[], rows: readonly Cell[][]): Block[] =>
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: say(partWords[part]),
            columns: columns(
              heads.map((head) => say(head)),
              widths,
            ),
            rows: rows.map((cells) => cells.map((text) => ({ text }))),
            people: true,
          },
        ]
  if (part === 'duties')
    return table(
      [words.duty, words.where, words.seat, words.span, words.days],
      [3, 3, 2, 5, 1.5],
      content.duties.map(({ name, organization, seat, fromDate, toDate, days }) => [
        name,
        organization,
        say(seatWords[seat]),
        say(words.spanOf, { from: date(fromDate), to: toDate ? date(toDate) : say(words.now) }),
        String(days),
      ]),
    )
  if (part === 'objectives')
    return table(
      [words.objective, words.where, words.target, words.reached, words.state],
      [4, 3, 2, 2, 2],
      content.objectives.map(({ title, organization, target, figure, confirmed, state, handedOverOn }) => [
        title,
        organization,
        read(target),
        figure ? read(figure.inWords) : say(objectiveWords.pieces, { count: confirmed }),
        say(stateWords[state]) +
          (handedOverOn ? (language === 'en' ? ', ' : '，') + say(words.handedOver, { day: date(handedOverOn) }) : ''),
      ]),
    )
  if (part === 'findings')
    return table(
      [words.finding, words.where, words.foundOn, words.putRight],
      [4.5, 3, 3.5, 4],
      content.findings.map(({ words: text, organization, raisedOn, closedOn, actions }) => [
        text,
        organization,
        date(raisedOn),
        [
          ...actions.map(({ what }) => what),
          closedOn ? say(words.closedThen, { day: date(closedOn) }) : say(words.stillOpen),
        ].join(language === 'en' ? '; ' : '；'),
      ]),
    )
  return table(
    [words.course, words.where, words.due, words.doneOn, words.state],
    [3.5, 2.5, 3.5, 3.5, 2],
    content.training.courses.map(({ name, organizationName, dueOn, doneOn, state }) => [
      name,
      organizationName,
      date(dueOn),
      date(doneOn),
      say(memberStateWords[state]),
    ]),
  )
}
