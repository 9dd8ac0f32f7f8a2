import type { useWords } from '../../../../platform/i18n.ts'
import { gradeWords } from '../../findings/messages.ts'
import type { Asked, Content } from '../contract.ts'
import { askedKindWords, checklistWords as words } from '../messages.ts'
import { questionsOf } from '../rules.ts'

type Say = ReturnType<typeof useWords>

/** An answer in words: 'yes', a choice, or whether it is in order. */
export function answerWords(say: Say, asked: Asked | undefined, value: string): string {
  const known = { yes: words.yes, no: words.no, na: words.na, fine: words.fine, amiss: words.amiss }
  const choice = asked?.choices.find(({ id }) => id === value)?.text
  return choice ?? (value in known ? say(known[value as keyof typeof known]) : value)
}

/** Between which values a measured one is in order, or null. */
export const rangeOf = (say: Say, { kind, from, to, unit }: Asked): string | null =>
  kind === 'measure' && (from !== null || to !== null)
    ? say(words.range, { from: from ?? '…', to: to ?? '…', unit }).trim()
    : null

/** How a question is answered, and when it is in order, in one line. */
export function inShort(say: Say, asked: Asked, content: Content): string {
  const { kind } = asked
  const before = questionsOf(content).find(({ id }) => id === asked.when?.id)
  const is = asked.when?.is.map((value) => answerWords(say, before, value)).join('、')
  return [
    say(askedKindWords[kind]),
    rangeOf(say, asked),
    kind === 'score' && `${asked.least}/${asked.most}`,
    asked.critical && say(words.isCritical),
    kind !== 'photo' && kind !== 'signature' && say(gradeWords[asked.grade]),
    asked.when && say(words.onlyIf, { text: before?.text ?? '', is: is ?? '' }),
  ]
    .filter(Boolean)
    .join(' · ')
}
