import type { Context } from '../../../../platform/context.ts'
import { indicatorQuestions } from '../../../indicators/named/actions.ts'
import type { Binding } from '../contract.ts'
import { type Current, indicatorsIn, withCurrent } from './rules.ts'

/** What these indicators count now. */
export async function currentQuestions(context: Context, ids: Iterable<string>): Promise<Current> {
  const versions = await indicatorQuestions(context, [...ids])
  return new Map([...versions].map(([id, { question }]) => [id, question]))
}

/** Bindings as they are asked today. */
export const asOfNow = async (context: Context, bindings: readonly Binding[]): Promise<Binding[]> =>
  withCurrent(bindings, await currentQuestions(context, indicatorsIn(bindings)))
