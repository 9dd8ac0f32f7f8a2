import { readFileSync } from 'node:fs'
import { isRefused, questionIn, type Taken } from '../src/modules/learning/bank/qti/importing/rules.ts'
import { treeOf } from '../src/modules/learning/bank/qti/reading/actions.ts'

/** Items as other programs write them, of all the kinds that are taken. */
export const foreignNames = [
  'choice-mapped',
  'choice-limited',
  'true-false-told',
  'order-partial',
  'text-entries',
  'fill-cases',
  'number-near',
  'match-pairs',
  'essay',
  'several',
  'lookup',
] as const

export const foreignXml = (name: string): string => readFileSync(`test/data/qti/${name}.xml`, 'utf8')

/** One of them as it is taken. */
export async function foreign(name: string): Promise<Taken> {
  const read = questionIn(await treeOf(Buffer.from(foreignXml(name))))
  if (isRefused(read)) throw new Error(`${name}: ${read.reason} ${read.what}`)
  return read
}
