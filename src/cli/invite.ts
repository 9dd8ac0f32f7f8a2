import { parseArgs } from 'node:util'
import { inviteFromTerminal } from '../modules/organizations/accounts/actions.ts'
import { readConfig } from '../platform/config.ts'
import type { Life } from '../platform/life.ts'
import { perform } from '../platform/perform.ts'
import { Stop } from '../platform/stop.ts'
import { openPlatform, tenantNamed } from './platform.ts'

/** A one-time link for an administrator who cannot get in any more: whoever runs this machine may let them in. */
export async function inviteAdministrator(args: string[], life: Life): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { tenant: { type: 'string' } } })
  const who = positionals.join(' ')
  const platform = await openPlatform(life)
  const tenant = await tenantNamed(platform.db, values.tenant)
  const asked = { name: 'inviteFromTerminal', tenantId: tenant.id, detail: { input: {} } }
  const link = await perform(platform, asked, async (context) => {
    const { link, administrators } = await inviteFromTerminal(context, { who })
    if (link) return link
    const names = administrators.join(', ')
    throw new Stop([
      `Name one administrator, by name, phone or e-mail. There are: ${names || 'none; start Linli and follow the set-up link'}`,
      `请用姓名、手机号或邮箱指定一位管理员。现有：${names || '无；请启动邻里并打开首次设置链接'}`,
    ])
  })
  const { port, publicUrl } = readConfig()
  process.stdout.write(
    `${link.personName}: ${publicUrl ?? `http://localhost:${port}`}${link.path}\n` +
      `Works once, for 7 days; links given out before no longer work · 仅可使用一次，7 天内有效；此前的链接已失效\n`,
  )
  return 0
}
