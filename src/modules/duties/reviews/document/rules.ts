import type { Block, OfficialDocument } from '../../../../platform/document/contract.ts'
import { writtenDate } from '../../../../platform/document/rules.ts'
import { type Language, sayIn, type Values, type Words } from '../../../../platform/i18n.ts'
import { dayIn } from '../../../../platform/zone.ts'
import type { Asked } from '../../../checks/checklists/contract.ts'
import { checklistWords } from '../../../checks/checklists/messages.ts'
import { applying, isFine } from '../../../checks/checklists/rules.ts'
import { parsePeriod, periodWords } from '../../../indicators/period/rules.ts'
import type { Review } from '../contract.ts'
import { reviewWords as words } from '../messages.ts'
import { isGiven } from '../rules.ts'

type Told = { language: Language; timeZone: string }

/** An answer as it is read: a choice's words, a number with its unit, yes or no; of what records give, whether it is in order. */
export function answerIn(language: Language, asked: Asked, value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '—'
  if (isGiven(asked) && value !== 'na') return isFine(asked, value) === false ? '' : sayIn(language, words.fine)
  const known: Record<string, Words> = { yes: checklistWords.yes, no: checklistWords.no, na: checklistWords.na }
  const said = known[String(value)]
  if (said) return sayIn(language, said)
  if (asked.kind === 'score') return `${value}/${asked.most}`
  if (asked.kind === 'choice') return asked.choices.find(({ id }) => id === value)?.text ?? String(value)
  return asked.kind === 'measure' ? `${value}${asked.unit}` : sayIn(language, words.isSeen)
}

/** The review as an office writes it: what records and the reviewer say, then each finding with its answer. */
export function asDocument(review: Review, { language, timeZone }: Told): OfficialDocument {
  const say = (text: Words, values?: Values) => sayIn(language, text, values)
  const { organization, checklist, reviewer, plannedOn, content, answers, seen, finalAt } = review
  const period = parsePeriod(review.period)
  const about = {
    organization: organization.name,
    name: checklist.name,
    reviewer: reviewer.name,
    day: writtenDate(language, plannedOn),
    period: period ? say(periodWords(period)) : review.period,
  }
  const asking = new Set(applying(content, answers).map(({ id }) => id))
  const sections = content.sections.flatMap(({ title, questions }): Block[] => {
    const asked = questions.filter(({ id }) => asking.has(id))
    if (asked.length === 0) return []
    return [{ kind: 'heading', level: 1, text: title || say(checklistWords.untitled) }, table(review, asked, language)]
  })
  return {
    language,
    title: [say(words.fileTitle, about)],
    blocks: [
      paragraph(say(words.fileAbout, about)),
      ...(finalAt ? [] : [paragraph(say(words.notFinal))]),
      ...sections,
      ...(seen
        ? [{ kind: 'heading' as const, level: 1, text: say(words.seen) }, ...seen.split('\n').map(paragraph)]
        : []),
      { kind: 'heading', level: 1, text: say(words.answers) },
      ...findings(review, language),
    ],
    attachments: [],
    ...(finalAt ? { signature: { organization: organization.name, date: dayIn(timeZone, finalAt) } } : {}),
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

function table({ answers, figures }: Review, asked: readonly Asked[], language: Language): Block {
  const say = (text: Words) => sayIn(language, text)
  const head = (text: Words, width: number) => ({ title: say(text), align: 'left' as const, width })
  return {
    kind: 'table',
    caption: '',
    columns: [head(words.question, 5), head(words.fromRecords, 2), head(words.result, 2.5), head(words.note, 4)],
    rows: asked.map((one) => {
      const given = answers[one.id]
      const fine = isFine(one, given?.value)
      const result = answerIn(language, one, given?.value)
      const figure = figures[one.id]
      return [
        { text: one.text },
        { text: figure ? figure.inWords[language === 'en' ? 0 : 1] : '' },
        { text: [result, fine === false && say(words.amiss)].filter(Boolean).join(' · ') },
        { text: given?.note ?? '' },
      ]
    }),
  }
}

function findings({ found }: Review, language: Language): Block[] {
  const say = (text: Words, values?: Values) => sayIn(language, text, values)
  if (found.length === 0) return [paragraph(say(words.nothingFound))]
  const head = (text: Words, width: number) => ({ title: say(text), align: 'left' as const, width })
  return [
    {
      kind: 'table',
      caption: '',
      columns: [
        head(words.number, 1.25),
        head(words.finding, 4),
        head(words.answer, 4),
        head(words.putRight, 4),
        head(words.state, 2),
      ],
      rows: found.map(({ words: text, answer, actions, closedAt }, i) => [
        { text: String(i + 1) },
        { text },
        { text: answer ?? say(words.unanswered) },
        {
          text: actions
            .map(({ what, owner, dueOn }) =>
              [what, owner.name, say(words.dueOf, { day: writtenDate(language, dueOn) })].join(
                language === 'en' ? ', ' : '，',
              ),
            )
            .join(language === 'en' ? '; ' : '；'),
        },
        { text: say(closedAt ? words.closed : words.open) },
      ]),
      people: true,
    },
  ]
}
