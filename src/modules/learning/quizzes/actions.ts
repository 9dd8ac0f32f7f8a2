import type { z } from 'zod'
import { canonical } from '../../../platform/canonical.ts'
import type { Context } from '../../../platform/context.ts'
import { allow, found, NotFound, refuse } from '../../../platform/errors.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { knownPerson } from '../../organizations/people/actions.ts'
import { can, pathsOf } from '../../organizations/rules.ts'
import type * as contract from './contract.ts'
import type { Drawn, Quiz, QuizCard } from './contract.ts'
import { drawn, type Plan } from './drawing/rules.ts'
import type { KnownQuiz, Made } from './queries.ts'
import * as queries from './queries.ts'
import { countOf, draftRefusal, planRefusal, startRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

const mayKeep = ({ me }: Context, { path }: Pick<KnownQuiz, 'path'>): boolean => can(me, 'keepQuestions', path)

/** A quiz that is published is for whoever has its address; before that for those who keep it. */
export async function seenQuiz(context: Context, quizId: string): Promise<KnownQuiz> {
  const quiz = found(await queries.quizById(context.tx, quizId))
  if (!quiz.published && !mayKeep(context, quiz)) throw new NotFound()
  return quiz
}

/** Held still, for those who keep it. */
export async function keptQuiz(context: Context, quizId: string): Promise<KnownQuiz> {
  found(await queries.holdQuiz(context.tx, quizId))
  const quiz = await seenQuiz(context, quizId)
  allow(mayKeep(context, quiz))
  return quiz
}

function cardOf(context: Context, quiz: KnownQuiz, made: readonly Made[]): QuizCard {
  const { id, name, about, organizationName, minutes, attempts, passPercent, opensAt, closesAt, published } = quiz
  const over = made.filter(({ submittedAt }) => submittedAt)
  const scores = over.flatMap(({ score, most }) => (score === null ? [] : [score / most]))
  return {
    id,
    name,
    about,
    organizationName,
    minutes,
    attempts,
    passPercent,
    opensAt,
    closesAt,
    published,
    questions: countOf(quiz),
    mayChange: mayKeep(context, quiz),
    mine: {
      made: over.length,
      open: made.find(({ submittedAt }) => !submittedAt)?.id ?? null,
      passed: over.some(({ passed }) => passed),
      best: scores.length > 0 ? Math.max(...scores) : null,
    },
  }
}

export async function listQuizzes(context: Context): Promise<QuizCard[]> {
  const { tx, me } = context
  const personId = found(me.id)
  const quizzes = await queries.quizzesFor(
    tx,
    me.roles.map(({ path }) => path),
    pathsOf(me, 'keepQuestions'),
    personId,
  )
  const made = await queries.attemptsOf(
    tx,
    personId,
    quizzes.map(({ id }) => id),
  )
  return quizzes.map((quiz) =>
    cardOf(
      context,
      quiz,
      made.filter(({ quizId }) => quizId === quiz.id),
    ),
  )
}

export async function seeQuiz(context: Context, { quizId }: In<typeof contract.seeQuiz>) {
  const { tx, me, now } = context
  const quiz = await seenQuiz(context, quizId)
  const made = await queries.attemptsOf(tx, found(me.id), [quizId])
  const open = made.some(({ submittedAt }) => !submittedAt)
  return {
    ...cardOf(context, quiz, made),
    attemptsMade: made.map(({ quizId: _, ...rest }) => rest),
    refusal: open ? null : startRefusal({ ...quiz, made: made.length }, now),
  }
}

async function whole(context: Context, quizId: string): Promise<Quiz> {
  const { organizationName: _, path: __, ...quiz } = found(await queries.quizById(context.tx, quizId))
  return { ...quiz, extra: await queries.extraOf(context.tx, quizId) }
}

export async function readQuiz(context: Context, { quizId }: In<typeof contract.readQuiz>) {
  allow(mayKeep(context, await seenQuiz(context, quizId)))
  const quiz = await whole(context, quizId)
  const stems = await queries.stemsOf(
    context.tx,
    quiz.fixed.map(({ questionId }) => questionId),
  )
  return { ...quiz, stems: Object.fromEntries(stems) }
}

export async function addQuiz(context: Context, { organizationId, ...fields }: In<typeof contract.addQuiz>) {
  const { path } = await organizationNamed(context, organizationId)
  allow(can(context.me, 'keepQuestions', path))
  refuse(draftRefusal(fields))
  return whole(context, await queries.insertQuiz(context.tx, organizationId, fields))
}

export async function changeQuiz(context: Context, { quizId, ...fields }: In<typeof contract.changeQuiz>) {
  const quiz = await keptQuiz(context, quizId)
  refuse(quiz.published ? planRefusal(fields) : draftRefusal(fields))
  const asked = (one: Pick<Quiz, 'fixed' | 'draws' | 'minutes' | 'passPercent'>) =>
    canonical([one.fixed, one.draws, one.minutes, one.passPercent])
  refuse(quiz.begun && asked(fields) !== asked(quiz) ? 'quizBegun' : null)
  if (quiz.published) await drawFor(context, fields, 'a first try')
  await queries.updateQuiz(context.tx, quizId, fields)
  return whole(context, quizId)
}

export async function publishQuiz(context: Context, { quizId }: In<typeof contract.publishQuiz>) {
  const quiz = await keptQuiz(context, quizId)
  refuse(planRefusal(quiz))
  await drawFor(context, quiz, 'a first try')
  if (!quiz.published) await queries.setDates(context.tx, quizId, { publishedAt: context.now })
  return whole(context, quizId)
}

export async function retireQuiz(context: Context, { quizId }: In<typeof contract.retireQuiz>) {
  await keptQuiz(context, quizId)
  await queries.setDates(context.tx, quizId, { retiredAt: context.now })
  return { done: true as const }
}

export async function giveExtraTime(
  context: Context,
  { quizId, personId, minutes }: In<typeof contract.giveExtraTime>,
) {
  await keptQuiz(context, quizId)
  await knownPerson(context, personId)
  await queries.setExtra(context.tx, quizId, personId, minutes)
  return whole(context, quizId)
}

/** Draws by a seed, from the bank as it is now. */
export async function drawFor({ tx }: Pick<Context, 'tx'>, plan: Plan, seed: string): Promise<Drawn[]> {
  const tags = plan.draws.some((draw) => draw.tags.length === 0)
    ? 'any'
    : plan.draws.length === 0
      ? 'none'
      : plan.draws.flatMap((draw) => draw.tags)
  const bank = await queries.candidates(
    tx,
    plan.fixed.map(({ questionId }) => questionId),
    tags,
  )
  const questions = drawn(plan, bank, seed)
  refuse(questions ? null : 'tooFewQuestions')
  return questions ?? []
}
