import { parseArgs } from 'node:util'
import { verifyWords as words } from '../modules/learning/contests/messages.ts'
import { verifyContest } from '../modules/learning/contests/verifying/actions.ts'
import { NotFound } from '../platform/errors.ts'
import { sayIn, type Values, type Words } from '../platform/i18n.ts'
import type { Life } from '../platform/life.ts'
import { Stop } from '../platform/stop.ts'
import { readAsAuditor } from './reader.ts'

/** Computes a contest again from its answers: exit code 0 as written down, 2 otherwise. */
export async function verifyContestAgain(args: string[], life: Life): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { tenant: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const [what, contestId] = positionals
  if (what !== 'verify' || !contestId || !/^[0-9a-f-]{36}$/i.test(contestId))
    throw new Stop(['Which contest? contest verify ID', '请指定竞赛：contest verify 编号'])
  const outcome = await readAsAuditor(life, { name: 'verifyContest', tenant: values.tenant }, (context) =>
    verifyContest(context, { contestId }),
  ).catch((error: unknown) => {
    throw error instanceof NotFound ? new Stop(['There is no contest of this id.', '没有此编号的竞赛。']) : error
  })
  const both = (text: Words, filling: Values = {}): string =>
    `${sayIn('en', text, filling)} · ${sayIn('zh-CN', text, filling)}`
  const { attempts, answers, erased, places, differences } = outcome
  const lines = differences.map(({ what: of, which, written, computed }) =>
    of === 'score'
      ? both(words.score, { attempt: which, written, computed })
      : both(words.place, { place: which, written, computed }),
  )
  const said = [outcome.name, both(words.checked, { attempts, answers, places })]
  if (erased > 0) said.push(both(words.erased, { n: erased }))
  said.push(...lines)
  if (differences.length === 0) said.push(both(words.asWritten))
  process.stdout.write(values.json ? `${JSON.stringify(outcome, null, 2)}\n` : `${said.join('\n')}\n`)
  return differences.length === 0 ? 0 : 2
}
