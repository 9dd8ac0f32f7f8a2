import type { Me } from '../../../platform/context.ts'
import type { Answers, Asked, Content } from '../../checks/checklists/contract.ts'
import { applying, isFine, resultOf } from '../../checks/checklists/rules.ts'
import type { Grade } from '../../checks/findings/contract.ts'
import type { Figure } from '../../indicators/contract.ts'
import { can, pathsOf } from '../../organizations/rules.ts'
import type { SeenToo, Stage } from './contract.ts'

type Mine = Pick<Me, 'id' | 'roles'>

/** The office above looks at the work of a part; nobody reviews their own. */
export const mayPlan = (me: Mine, path: string): boolean =>
  pathsOf(me, 'writeReports').some((own) => path.startsWith(own) && own !== path)

export const mayDo = (me: Mine, { path, reviewerId }: { path: string; reviewerId: string }): boolean =>
  me.id === reviewerId || mayPlan(me, path)

/** Who organizes the part itself answers for it, and not the office above that found it. */
export const mayAnswer = (me: Mine, { path, reviewerId }: { path: string; reviewerId: string }): boolean =>
  me.id !== reviewerId && pathsOf(me, 'organize').some((own) => own.startsWith(path))

export const maySee = (me: Mine, review: { path: string; reviewerId: string }): boolean =>
  mayDo(me, review) || can(me, 'readFigures', review.path)

export type ReviewRefusal =
  | 'otherUse'
  | 'reviewSent'
  | 'reviewNotSent'
  | 'reviewFinal'
  | 'reviewUnanswered'
  | 'findingsUnanswered'

type Times = { sentAt: Date | null; finalAt: Date | null }
export const stageOf = ({ sentAt, finalAt }: Times): Stage => (finalAt ? 'final' : sentAt ? 'sent' : 'planned')

export const doingRefusal = (times: Times): ReviewRefusal | null => (times.sentAt ? 'reviewSent' : null)

/** Everything that applies is answered before the community gets it. */
export const sendingRefusal = (content: Content, answers: Answers): ReviewRefusal | null =>
  resultOf(content, answers).missing.length > 0 ? 'reviewUnanswered' : null

export function answeringRefusal({ sentAt, finalAt }: Times): ReviewRefusal | null {
  if (!sentAt) return 'reviewNotSent'
  return finalAt ? 'reviewFinal' : null
}

/** No finding is final before the community was heard on it. */
export const finishingRefusal = (times: Times, answers: readonly (string | null)[]): ReviewRefusal | null =>
  answeringRefusal(times) ?? (answers.some((answer) => answer === null) ? 'findingsUnanswered' : null)

/** A measured value that an indicator gives is the indicator's: nobody types it. */
export const isGiven = ({ kind, indicatorId }: Asked): boolean => kind === 'measure' && Boolean(indicatorId)

export function withGiven(content: Content, answers: Answers, figures: Readonly<Record<string, Figure>>): Answers {
  const all = { ...answers }
  for (const { questions } of content.sections)
    for (const asked of questions) {
      if (!isGiven(asked)) continue
      const value = figures[asked.id]?.value
      all[asked.id] = { note: answers[asked.id]?.note ?? '', value: value ?? 'na' }
    }
  return all
}

export type Found = { question: string | null; words: string; grade: Grade | null; fault: string | null }

/** What is not in order, in the list's order, and then what was seen beside it. */
export function foundIn(content: Content, answers: Answers, more: readonly SeenToo[], colon: string): Found[] {
  const amiss = applying(content, answers).filter((asked) => isFine(asked, answers[asked.id]?.value) === false)
  return [
    ...amiss.map(({ id, text, grade, fault }) => {
      const note = answers[id]?.note
      return { question: id, words: note ? text + colon + note : text, grade, fault: fault || null }
    }),
    ...more.map(({ words, grade }) => ({ question: null, words, grade, fault: null })),
  ]
}
