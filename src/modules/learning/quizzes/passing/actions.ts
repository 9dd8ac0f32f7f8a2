import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { quizById } from '../queries.ts'
import * as queries from './queries.ts'

/** For what is learnt with a quiz: a session that is made up, a part of a course. */
export async function quizNamed({ tx }: Pick<Context, 'tx'>, quizId: string) {
  const { id, name, passPercent, minutes, published, path } = found(await quizById(tx, quizId))
  return { id, name, passPercent, minutes, published, path }
}

/** When each of these people first passed these quizzes, within that time; who has not is not among them. */
export const passedBy = (
  { tx }: Pick<Context, 'tx'>,
  asked: { quizIds: readonly string[]; personIds: readonly string[]; from?: Date; to?: Date },
): Promise<{ quizId: string; personId: string; at: Date }[]> => queries.firstPasses(tx, asked)
