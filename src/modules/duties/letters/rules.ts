import type { OfficialDocument } from '../../../platform/document/contract.ts'
import { writtenDate } from '../../../platform/document/rules.ts'
import type { KnownTags } from '../../../platform/document/tags.ts'
import { type Language, sayIn } from '../../../platform/i18n.ts'
import type { Seat } from '../contract.ts'
import { seatWords } from '../messages.ts'
import type { Said } from './contract.ts'
import { letterTexts as texts } from './messages.ts'

export type LetterRefusal = 'heldNoLonger'

/** A letter is for who holds the duty now, or will. */
export const letterRefusal = ({ toDate }: { toDate: string | null }, today: string): LetterRefusal | null =>
  toDate !== null && toDate <= today ? 'heldNoLonger' : null

export type Letter = {
  language: Language
  said: Said
  person: string
  seat: Seat
  fromDate: string
  toDate: string | null
  issuedOn: string
  issuedBy: string
  acknowledgedOn: string | null
}

/** What stands in braces in the office's own file, under its names in both languages. */
export const letterTags = {
  name: ['name', '姓名'],
  duty: ['duty', '职责'],
  seat: ['seat', '角色'],
  organization: ['organization', '单位'],
  about: ['about', '职责内容'],
  policy: ['policy', '制度依据'],
  from: ['from', '起始日期'],
  until: ['until', '截止日期'],
  date: ['date', '签发日期'],
  issuer: ['issuer', '签发人'],
  acknowledgedBy: ['acknowledgedBy', '签收人'],
  acknowledgedOn: ['acknowledgedOn', '签收日期'],
} as const
export type LetterTag = keyof typeof letterTags

export const knownLetterTags: KnownTags = {
  texts: new Set(Object.values(letterTags).flat()),
  loops: new Set(),
  inLoops: new Set(),
}

/** Each tag with its text. What is not yet or not at all is empty. */
export function letterValues(letter: Letter): Record<string, string> {
  const { language, said, acknowledgedOn } = letter
  const day = (date: string | null): string => (date === null ? '' : writtenDate(language, date))
  const values: Record<LetterTag, string> = {
    name: letter.person,
    duty: said.duty,
    seat: sayIn(language, seatWords[letter.seat]),
    organization: said.organization,
    about: said.about,
    policy: sourceOf(letter),
    from: day(letter.fromDate),
    until: day(letter.toDate),
    date: day(letter.issuedOn),
    issuer: letter.issuedBy,
    acknowledgedBy: acknowledgedOn === null ? '' : letter.person,
    acknowledgedOn: day(acknowledgedOn),
  }
  return Object.fromEntries(
    Object.entries(letterTags).flatMap(([tag, names]) => names.map((name) => [name, values[tag as LetterTag]])),
  )
}

const sourceOf = ({ language, said: { policy, section } }: Letter): string =>
  policy === null ? '' : sayIn(language, texts.policy, { policy, section: section ?? '' }).trim()

/** The letter in the official layout. */
export function letterDocument(letter: Letter): OfficialDocument {
  const { language, said, person, seat, fromDate, toDate, issuedOn, acknowledgedOn } = letter
  const day = (date: string): string => writtenDate(language, date)
  const say = (words: readonly [string, string], values: Record<string, string> = {}): string =>
    sayIn(language, words, values)
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] })
  const given = { duty: said.duty, organization: said.organization, seat: say(seatWords[seat]), from: day(fromDate) }
  const about = said.about.split('\n').filter((line) => line.trim() !== '')
  return {
    language,
    title: [said.organization, say(texts.title)],
    addressee: say(texts.addressee, { name: person }),
    blocks: [
      paragraph(toDate === null ? say(texts.given, given) : say(texts.givenUntil, { ...given, until: day(toDate) })),
      ...(about.length > 0 ? [paragraph(say(texts.about)), ...about.map(paragraph)] : []),
      ...(said.policy === null ? [] : [paragraph(say(texts.source, { source: sourceOf(letter) }))]),
      paragraph(
        acknowledgedOn === null
          ? say(texts.notAcknowledged)
          : say(texts.acknowledged, { name: person, day: day(acknowledgedOn) }),
      ),
    ],
    attachments: [],
    signature: { organization: said.organization, date: issuedOn },
  }
}
