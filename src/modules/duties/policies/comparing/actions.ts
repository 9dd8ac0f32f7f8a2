import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import type * as contract from '../contract.ts'
import { seenPolicy } from '../seeing/actions.ts'
import { comparedSections } from './rules.ts'

/** Two published versions beside one another. */
export async function comparePolicy(
  context: Context,
  { policyId, was, is }: z.output<(typeof contract.comparePolicy)['input']>,
): Promise<z.output<(typeof contract.comparePolicy)['output']>> {
  const { versions, published } = await seenPolicy(context, policyId)
  const version = (number: number) => found(published.find((one) => one.number === number))
  const sections = (id: string) => found(versions.find((one) => one.id === id)).sections
  const [before, after] = [version(was), version(is)]
  return { was: before, is: after, sections: comparedSections(sections(before.id), sections(after.id)) }
}
