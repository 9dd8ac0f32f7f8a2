import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { keptFiles } from '../../../../platform/files.ts'
import { keepers } from '../actions.ts'
import type { QuestionFields } from '../contract.ts'
import { digestOf, keepNew } from '../keeping/actions.ts'
import { byDigest } from '../queries.ts'
import { inLanguage } from '../rules.ts'
import type { bringQti as endpoint, LeftOut, QtiOutcome } from './contract.ts'
import { isRefused, questionIn } from './importing/rules.ts'
import { itemsIn } from './package/actions.ts'

type Read = { file: string; title: string; question: QuestionFields; without: LeftOut[] }

/** Takes in what can be asked and scored as it says; the rest is refused, each by its name. A trial takes nothing. */
export async function bringQti(
  context: Context,
  { file, trial }: z.output<typeof endpoint.input>,
): Promise<QtiOutcome> {
  keepers(context)
  const { tx, now, me } = context
  const read: Read[] = []
  const refused: QtiOutcome['refused'] = []
  for await (const found of itemsIn(keptFiles().path(file.hash), file.name)) {
    const title = 'tree' in found ? (found.tree.a.title ?? '').slice(0, 200) : ''
    const item = 'tree' in found ? questionIn(found.tree) : found
    if (isRefused(item)) refused.push({ file: found.file, title, reason: item.reason, what: item.what })
    else read.push({ file: found.file, title: title || inLanguage(item.question.content.stem, me.language), ...item })
  }
  const digests = read.map(({ question }) => digestOf(question))
  const there = await byDigest(tx, digests)
  const isNew = digests.map((digest, i) => !there.has(digest) && digests.indexOf(digest) === i)
  if (!trial)
    await keepNew(
      { tx, now, by: me.id },
      read.map(({ question }) => question),
    )
  const named = ({ file, title }: Read) => ({ file, title })
  return {
    taken: read.filter((_, i) => isNew[i]).map((one) => ({ ...named(one), kind: one.question.kind })),
    known: read.filter((_, i) => !isNew[i]).map(named),
    refused,
    without: read.flatMap((one) =>
      [...new Map(one.without.map((each) => [`${each.left} ${each.what}`, each])).values()].map(({ left, what }) => ({
        ...named(one),
        left,
        what: what.slice(0, 200),
      })),
    ),
  }
}
