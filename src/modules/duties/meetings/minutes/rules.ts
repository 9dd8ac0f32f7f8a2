import type { Block, OfficialDocument } from '../../../../platform/document/contract.ts'
import { writtenDate } from '../../../../platform/document/rules.ts'
import { sayIn } from '../../../../platform/i18n.ts'
import { dayIn, timeIn } from '../../../../platform/zone.ts'
import type { Meeting } from '../contract.ts'
import { minutesWords as words } from '../messages.ts'

type Language = OfficialDocument['language']

/** The minutes as an office writes them: when, where, who; what was said at each point; what was decided, by whom until when. */
export function minutesOf(
  meeting: Meeting,
  present: readonly string[],
  { language, timeZone }: { language: Language; timeZone: string },
): OfficialDocument {
  const say = (words: readonly [string, string], values = {}) => sayIn(language, words as [string, string], values)
  const day = dayIn(timeZone, meeting.startsAt)
  const time = `${writtenDate(language, day)} ${timeIn(timeZone, meeting.startsAt)}–${timeIn(timeZone, meeting.endsAt)}`
  const line = (label: readonly [string, string], text: string | null | undefined): Block[] =>
    text ? [{ kind: 'paragraph', runs: [{ text: say(label) + text }] }] : []
  const comma = language === 'en' ? ', ' : '、'
  const said: Block[] = meeting.items.flatMap((item): Block[] => [
    { kind: 'heading', level: 1, text: item.title },
    ...(item.minutes || item.decisions.length === 0 ? paragraphs(item.minutes || say(words.nothingSaid)) : []),
    ...item.decisions.flatMap((decision): Block[] => paragraphs(say(words.decided, { words: decision.words }))),
  ])
  const decisions = meeting.items.flatMap((item) => item.decisions)
  return {
    language,
    title: [say(words.minutes, { title: meeting.title })],
    blocks: [
      ...line(words.time, time),
      ...line(words.place, meeting.placeName),
      ...line(words.chair, meeting.chair?.name),
      ...line(words.present, present.join(comma)),
      ...said,
      ...(decisions.length > 0 ? [tableOf(decisions, language, say)] : []),
    ],
    attachments: [],
    signature: { organization: meeting.host.name, date: day },
  }
}

const paragraphs = (text: string): Block[] =>
  text.split(/\n+/).map((line) => ({ kind: 'paragraph', runs: [{ text: line }] }))

function tableOf(
  decisions: Meeting['items'][number]['decisions'],
  language: Language,
  say: (words: readonly [string, string]) => string,
): Block {
  const column = (title: readonly [string, string], width: number) => ({
    title: say(title),
    align: 'left' as const,
    width,
  })
  return {
    kind: 'table',
    caption: say(words.decisions),
    columns: [column(words.decision, 31), column(words.action, 31), column(words.owner, 13), column(words.due, 25)],
    rows: decisions.flatMap((decision) =>
      decision.actions.map(({ what, owner, dueOn }) =>
        [decision.words, what, owner.name, writtenDate(language, dueOn)].map((text) => ({ text })),
      ),
    ),
    people: true,
  }
}
