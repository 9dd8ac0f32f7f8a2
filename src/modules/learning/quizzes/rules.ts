import type { QuizFields } from './contract.ts'

export type QuizRefusal =
  | 'quizEmpty'
  | 'quizQuestionTwice'
  | 'tooFewQuestions'
  | 'quizBegun'
  | 'quizNotPublished'
  | 'quizNotOpenYet'
  | 'quizClosed'
  | 'noAttemptLeft'
  | 'attemptOver'
  | 'attemptNotOver'
  | 'answersHidden'
  | 'closesBeforeItOpens'

type Plan = Pick<QuizFields, 'fixed' | 'draws' | 'opensAt' | 'closesAt'>

/** Why a quiz cannot even be kept as a draft. */
export function draftRefusal({ fixed, opensAt, closesAt }: Plan): QuizRefusal | null {
  if (new Set(fixed.map(({ questionId }) => questionId)).size < fixed.length) return 'quizQuestionTwice'
  return opensAt && closesAt && closesAt <= opensAt ? 'closesBeforeItOpens' : null
}

/** Why it cannot be sat. */
export const planRefusal = (plan: Plan): QuizRefusal | null =>
  draftRefusal(plan) ?? (plan.fixed.length + plan.draws.length === 0 ? 'quizEmpty' : null)

type Sat = Pick<QuizFields, 'opensAt' | 'closesAt' | 'attempts'> & { published: boolean; made: number }

/** Why a new attempt may not begin now. */
export function startRefusal({ published, opensAt, closesAt, attempts, made }: Sat, now: Date): QuizRefusal | null {
  if (!published) return 'quizNotPublished'
  if (opensAt && now < opensAt) return 'quizNotOpenYet'
  if (closesAt && now >= closesAt) return 'quizClosed'
  return attempts !== null && made >= attempts ? 'noAttemptLeft' : null
}

/** By the server's clock: the time allowed and the time that this person has more, never beyond the end of the quiz and what they have more. */
export function endOf(
  { minutes, closesAt }: Pick<QuizFields, 'minutes' | 'closesAt'>,
  extra: number,
  startedAt: Date,
): Date | null {
  const ends = [
    ...(minutes === null ? [] : [+startedAt + (minutes + extra) * 60_000]),
    ...(closesAt ? [+closesAt + extra * 60_000] : []),
  ]
  return ends.length === 0 ? null : new Date(Math.min(...ends))
}

/** May whoever sat it see what was right? */
export function feedbackRefusal(
  { feedback, closesAt }: Pick<QuizFields, 'feedback' | 'closesAt'>,
  submitted: boolean,
  now: Date,
): QuizRefusal | null {
  if (!submitted) return 'attemptNotOver'
  if (feedback === 'never') return 'answersHidden'
  return feedback === 'afterEnd' && (!closesAt || now < closesAt) ? 'answersHidden' : null
}

export const countOf = ({ fixed, draws }: Pick<QuizFields, 'fixed' | 'draws'>): number =>
  fixed.length + draws.reduce((sum, { count }) => sum + count, 0)

/** The sum as people write it: half points and thirds, without the dust of adding. */
export const tidy = (score: number): number => Math.round(score * 1000) / 1000

export const isPass = (score: number, most: number, passPercent: number): boolean =>
  most > 0 && tidy((score / most) * 100) >= passPercent
