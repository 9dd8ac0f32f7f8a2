import { parseArgs } from 'node:util'
import { verify } from '../platform/audit.ts'
import type { Words } from '../platform/i18n.ts'
import { sayIn } from '../platform/i18n.ts'
import type { Life } from '../platform/life.ts'
import { Stop } from '../platform/stop.ts'
import { openPlatform, tenantNamed } from './platform.ts'

const words = {
  whole: [
    '{name}: the audit log is whole. {entries, plural, one {# entry} other {# entries}} in the chain, {unsealed} not yet linked. Head: {head}',
    '{name}：审计日志完整。链上 {entries} 条，尚未入链 {unsealed} 条。链首：{head}',
  ],
  missing: [
    '{name}: entry {number} of the audit log is missing; the {before} before it are whole.',
    '{name}：审计日志第 {number} 条缺失；其前 {before} 条完整。',
  ],
  altered: [
    '{name}: entry {number} of the audit log ({id}) was altered; the {before} before it are whole.',
    '{name}：审计日志第 {number} 条（{id}）被改动；其前 {before} 条完整。',
  ],
  detailAltered: [
    '{name}: the detail of entry {number} of the audit log ({id}) was altered; the {before} before it are whole.',
    '{name}：审计日志第 {number} 条（{id}）的明细被改动；其前 {before} 条完整。',
  ],
} satisfies Record<string, Words>

/** Recomputes the chain of every office, or of one; exits 1 at the first entry that is missing or altered. */
export async function verifyAudit(args: string[], life: Life): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { tenant: { type: 'string' }, head: { type: 'string' }, json: { type: 'boolean' } },
  })
  const [, number, hash] = values.head?.match(/^(\d+):([0-9a-f]{64})$/) ?? []
  if (values.head && !hash)
    throw new Stop([
      "--head is 'number:hash', as an earlier verify printed it.",
      '--head 的格式为“序号:哈希”，取自此前 verify 的输出。',
    ])
  const { db } = await openPlatform(life)
  const all = await db.selectFrom('tenant').select(['id', 'name', 'slug']).orderBy('createdAt').execute()
  const chosen = values.tenant || values.head ? [await tenantNamed(db, values.tenant)] : all
  if (chosen.length === 0)
    process.stdout.write('There is no office yet, so there is nothing to verify.\n尚无单位，没有可校验的内容。\n')
  const verdicts = []
  for (const { id, name, slug } of chosen) {
    const expected = hash ? { number: Number(number), hash } : undefined
    verdicts.push({ tenant: slug, name, ...(await verify(db, id, expected)) })
  }
  if (values.json) process.stdout.write(`${JSON.stringify(verdicts, null, 1)}\n`)
  else for (const verdict of verdicts) tell(verdict)
  return verdicts.every(({ whole }) => whole) ? 0 : 1
}

type Told = { name: string } & Awaited<ReturnType<typeof verify>>

function tell(verdict: Told): void {
  const values = verdict.whole
    ? { name: verdict.name, entries: verdict.entries, unsealed: verdict.unsealed, head: verdict.head }
    : { name: verdict.name, number: verdict.number, before: verdict.number - 1, id: verdict.id ?? '-' }
  const said = words[verdict.whole ? 'whole' : verdict.problem]
  process.stdout.write(`${sayIn('en', said, values)}\n${sayIn('zh-CN', said, values)}\n`)
}
