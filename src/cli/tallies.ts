import { parseArgs } from 'node:util'
import { checkTallies, rebuildTallies } from '../modules/indicators/tallies/keeping/actions.ts'
import { sayIn, type Words } from '../platform/i18n.ts'
import type { Life } from '../platform/life.ts'
import { perform } from '../platform/perform.ts'
import { Stop } from '../platform/stop.ts'
import { openPlatform, tenantNamed } from './platform.ts'

const words = {
  rebuilt: [
    '{name}: counted again from the records, {pieces} months and days of facts.',
    '{name}：已按记录重新计数，共 {pieces} 个月、日的事实。',
  ],
  same: [
    '{name}: what is kept is what the records say, in {pieces} months and days of facts.',
    '{name}：留存的计数与记录一致，共 {pieces} 个月、日的事实。',
  ],
  differs: ['{name}: what is kept differs from the records at {at}', '{name}：留存的计数与记录不一致，位于 {at}'],
} satisfies Record<string, Words>

/** Counts all that is kept of past months again, or compares it with the records; exits 1 at a difference. */
export async function talliesOf(args: string[], life: Life): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { tenant: { type: 'string' } },
    allowPositionals: true,
  })
  const [what] = positionals
  if (what !== 'rebuild' && what !== 'check')
    throw new Stop([
      'Say what to do: tallies rebuild, or tallies check',
      '请说明要做什么：tallies rebuild 或 tallies check',
    ])
  const platform = await openPlatform(life)
  const { id: tenantId, name } = await tenantNamed(platform.db, values.tenant)
  const say = (said: Words, more: Record<string, string | number>): void => {
    process.stdout.write(`${sayIn('en', said, { name, ...more })}\n${sayIn('zh-CN', said, { name, ...more })}\n`)
  }
  if (what === 'rebuild') {
    const { pieces } = await perform(platform, { name: 'rebuildTallies', tenantId, derives: true }, rebuildTallies)
    say(words.rebuilt, { pieces })
    return 0
  }
  const { pieces, difference } = await perform(platform, { name: 'checkTallies', tenantId, reads: true }, checkTallies)
  if (difference) say(words.differs, { at: difference })
  else say(words.same, { pieces })
  return difference ? 1 : 0
}
