import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found, NotFound, Refused, refuse } from '../../../../platform/errors.ts'
import type { Outcome } from '../../../../platform/turns.ts'
import type { Keys, QuestionKind } from '../../bank/contract.ts'
import { rightTexts } from '../../bank/processing/rules.ts'
import { drawFor, seenQuiz } from '../actions.ts'
import * as quizQueries from '../queries.ts'
import { endOf, feedbackRefusal, startRefusal } from '../rules.ts'
import type * as contract from './contract.ts'
import type { Told } from './contract.ts'
import * as queries from './queries.ts'
import { asShown, shownAs } from './rules.ts'
import { close, scoredAnswers } from './scoring/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Out<E extends { output: z.ZodType }> = z.input<E['output']>

export async function startAttempt(context: Context, { quizId }: In<typeof contract.startAttempt>) {
  const { tx, me, now } = context
  const personId = found(me.id)
  const quiz = await seenQuiz(context, quizId)
  await queries.holdPerson(tx, personId)
  const made = await quizQueries.attemptsOf(tx, personId, [quizId])
  const open = made.find(({ submittedAt }) => !submittedAt)
  if (open) {
    const attempt = found(await queries.holdAttempt(tx, open.id))
    if (!attempt.submittedAt && !(attempt.endsAt && attempt.endsAt <= now)) return { id: open.id }
    await close(context, attempt, quiz)
  }
  refuse(startRefusal({ ...quiz, made: made.length }, now))
  const seed = randomUUID()
  const drawn = await drawFor(context, quiz, seed)
  const most = drawn.reduce((sum, { points }) => sum + points, 0)
  const endsAt = endOf(quiz, await quizQueries.extraMinutes(tx, quizId, personId), now)
  const id = await queries.insertAttempt(tx, {
    quizId,
    personId,
    number: made.length + 1,
    seed,
    drawn,
    startedAt: now,
    endsAt,
    most,
  })
  return { id }
}

/** One's own; to anybody else it does not exist. */
async function ownAttempt({ tx, me }: Context, { quizId, attemptId }: { quizId: string; attemptId: string }) {
  const attempt = found(await queries.attemptById(tx, attemptId))
  if (attempt.quizId !== quizId || attempt.personId !== me.id) throw new NotFound()
  return attempt
}

export async function seeAttempt(
  context: Context,
  input: In<typeof contract.seeAttempt>,
): Promise<Out<typeof contract.seeAttempt>> {
  const { tx, now } = context
  const attempt = await ownAttempt(context, input)
  const quiz = found(await quizQueries.quizById(tx, attempt.quizId))
  const asked = await queries.questionsAt(tx, attempt.drawn)
  const { id, quizId, number, startedAt, endsAt, drawn } = attempt
  return {
    id,
    quizId,
    quizName: quiz.name,
    number,
    startedAt,
    endsAt,
    now,
    submittedAt: attempt.submittedAt ?? (endsAt && endsAt <= now ? endsAt : null),
    questions: drawn.map((one, position) => {
      const { kind, content, keys } = found(asked.get(`${one.questionId} ${one.version}`))
      return shownAs(one, { kind, content, blanks: keys.rules?.responses.length ?? keys.blanks?.length ?? 0 }, position)
    }),
    answers: (await queries.answersOf(tx, id)).map(({ share: _, erased: __, ...given }) => given),
  }
}

type Ask = { context: Context; input: In<typeof contract.saveAnswers> }
type Saving = Out<typeof contract.saveAnswers>

/** The answers of all who answer at once, written together; each hears for themselves. */
export async function decideAnswers(asks: readonly Ask[]): Promise<Outcome<Saving>[]> {
  const [first] = asks
  if (!first) return []
  const { tx, now } = first.context
  const rows = asks.flatMap(({ context, input: { quizId, attemptId, answers } }, ask) =>
    context.me.id
      ? answers.map((given) => ({ ...given, ask, quizId, attemptId, personId: context.me.id as string }))
      : [],
  )
  const taken = await queries.upsertAnswers(tx, rows, now)
  const others = asks.filter((_, ask) => !taken.has(ask)).map(({ input }) => input.attemptId)
  const there = others.length > 0 ? await queries.attemptsThere(tx, others) : new Map()
  return asks.map(({ context, input }, ask): Outcome<Saving> => {
    if (taken.has(ask)) return { ok: true, value: { saved: input.answers.map(({ position }) => position), now } }
    const attempt = there.get(input.attemptId)
    const own = attempt?.personId === context.me.id && attempt?.quizId === input.quizId
    return { ok: false, error: own ? new Refused('attemptOver') : new NotFound() }
  })
}

/** Handed in twice is handed in once. */
export async function submitAttempt(
  context: Context,
  input: In<typeof contract.submitAttempt>,
): Promise<Out<typeof contract.submitAttempt>> {
  const { tx } = context
  await ownAttempt(context, input)
  const attempt = found(await queries.holdAttempt(tx, input.attemptId))
  const quiz = found(await quizQueries.quizById(tx, attempt.quizId))
  const { most } = attempt
  if (attempt.submittedAt) return { score: attempt.score, most, passed: attempt.passed }
  const { score, passed } = await close(context, attempt, quiz)
  return { score, most, passed }
}

export async function seeResult(
  context: Context,
  input: In<typeof contract.seeResult>,
): Promise<Out<typeof contract.seeResult>> {
  const { tx, now } = context
  const attempt = await ownAttempt(context, input)
  const quiz = found(await quizQueries.quizById(tx, attempt.quizId))
  const { submittedAt, score, most, passed } = attempt
  const refusal = feedbackRefusal(quiz, submittedAt !== null, now)
  if (!submittedAt) throw new Refused('attemptNotOver')
  const plain = { quizName: quiz.name, submittedAt, score, most, passed, passPercent: quiz.passPercent }
  if (refusal) return { ...plain, hidden: quiz.feedback === 'never' ? 'never' : 'afterEnd', questions: [] }
  return { ...plain, hidden: null, questions: await told(context, attempt) }
}

/** What was right, where it was typed. */
function inText(kind: QuestionKind, { number, blanks, rules }: Keys): string[] {
  if (number) return [`${number.value}${number.tolerance ? ` ± ${number.tolerance}` : ''}`]
  if (blanks) return blanks.map((accepted) => accepted.join(' | '))
  return rules && (kind === 'fill' || kind === 'number') ? rightTexts(rules) : []
}

async function told({ tx }: Context, attempt: queries.Attempt): Promise<Told[]> {
  const scored = await scoredAnswers(tx, attempt)
  return scored.map(({ drawn, asked: { kind, content, keys }, answer, share }, position) => ({
    ...shownAs(drawn, { kind, content, blanks: keys.blanks?.length ?? keys.rules?.responses.length ?? 0 }, position),
    answer: [...answer],
    share,
    right: asShown(kind, drawn, keys.correct),
    rightText: inText(kind, keys),
    explanation: keys.explanation ?? null,
  }))
}
