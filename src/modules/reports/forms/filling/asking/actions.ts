import type { Context } from '../../../../../platform/context.ts'
import { BadInput, NotAllowed, NotFound } from '../../../../../platform/errors.ts'
import { figures } from '../../../../indicators/actions.ts'
import { type Figure, Question } from '../../../../indicators/contract.ts'
import type { Ask } from '../../contract.ts'
import { formPeriod } from '../../periods/rules.ts'

export type Form = { period: string; scope: string | undefined }
export type Answer = { figure: Figure } | { refused: 'noPeriod' | 'notCounted' | 'notAllowed' }

/** The question of a place when the form is filled for a period; null where that period has no such part. */
export function questionOf({ scope, period, indicator: _, ...asked }: Ask, form: Form): Question | null {
  const own = formPeriod(period, form.period)
  const where = scope === 'form' ? form.scope : scope
  return own === null ? null : Question.parse({ ...asked, period: own, ...(where ? { scope: where } : {}) })
}

/** Answers of many places in few reads; a question that cannot be asked does not keep the others from being answered. */
export async function answers(context: Context, asks: readonly Ask[], form: Form): Promise<Answer[]> {
  const questions = asks.map((ask) => questionOf(ask, form))
  const different = new Map<string, Question>()
  for (const question of questions) if (question) different.set(JSON.stringify(question), question)
  const answered = await answeredAll(context, [...different.values()])
  return questions.map((question) =>
    question ? (answered.get(JSON.stringify(question)) ?? { refused: 'notCounted' }) : { refused: 'noPeriod' },
  )
}

async function answeredAll(context: Context, questions: readonly Question[]): Promise<Map<string, Answer>> {
  const out = new Map<string, Answer>()
  try {
    const all = await figures(context, questions)
    for (const [i, question] of questions.entries()) {
      const figure = all[i]
      if (figure) out.set(JSON.stringify(question), { figure })
    }
  } catch (error) {
    if (!cannotBeAsked(error)) throw error
    if (questions.length === 1 && questions[0])
      return new Map([[JSON.stringify(questions[0]), { refused: whyNot(error) }]])
    const half = Math.ceil(questions.length / 2)
    for (const part of [questions.slice(0, half), questions.slice(half)])
      for (const [key, answer] of await answeredAll(context, part)) out.set(key, answer)
  }
  return out
}

const cannotBeAsked = (error: unknown): boolean =>
  error instanceof BadInput || error instanceof NotAllowed || error instanceof NotFound
const whyNot = (error: unknown): 'notCounted' | 'notAllowed' =>
  error instanceof NotAllowed ? 'notAllowed' : 'notCounted'
