import { giveLogin } from '../modules/organizations/accounts/actions.ts'
import { roleWords } from '../modules/organizations/messages.ts'
import type { Words } from '../platform/i18n.ts'
import { type Platform, perform } from '../platform/perform.ts'
import { Stop } from '../platform/stop.ts'
import { dayIn } from '../platform/zone.ts'
import { actor, dice } from './actors.ts'
import * as cast from './cast.ts'
import { know } from './knowledge.ts'
import { learn } from './learning.ts'
import { moveIn } from './people.ts'
import { furnish } from './places.ts'
import { answer } from './responsibilities.ts'
import { settle } from './settle.ts'
import { planShifts } from './shifts.ts'
import { liveAYear } from './year.ts'

export type DemoAccount = { name: string; role: Words; loginName: string; password: string }

/** Known to everybody who starts the demo: there is nothing real behind it. */
const password = 'willow-lane-2026'
const signingIn = ['admin', 'lina', 'wang', 'chen', 'zhao', 'xiaoyu', 'zhang', 'liu'] as const

const accounts = (): DemoAccount[] =>
  signingIn.map((who) => {
    const { name, phone, roles, ...more } = cast.people[who]
    return { name, role: roleWords[roles[0][0]], loginName: 'email' in more ? more.email : phone, password }
  })

/** A neighbourhood with a year behind it, once; and who can sign in. A folder with a real office is left alone. */
export async function seedDemo(platform: Platform, now: Date): Promise<DemoAccount[]> {
  const known = await platform.db.selectFrom('tenant').select('id').execute()
  if (known.some(({ id }) => id === cast.tenants.willow.id)) {
    if (await isComplete(platform)) return accounts()
    throw new Stop([
      'The demo was interrupted while it was being made. Delete its data folder and start again.',
      '演示数据生成时被中断。请删除其数据文件夹后重新启动。',
    ])
  }
  if (known.length > 0)
    throw new Stop([
      'This data folder holds an office already. Give the demo a folder of its own with LINLI_DATA.',
      '此数据文件夹中已有单位的数据。请用 LINLI_DATA 为演示指定另外的文件夹。',
    ])
  await settle(platform.db, 'willow')
  const random = dice(2026)
  const today = dayIn('Asia/Shanghai', now)
  const lina = actor(platform, cast.people.lina.id, now)
  const zhao = actor(platform, cast.people.zhao.id, now)
  const neighbourhood = await moveIn(lina, random, today)
  const places = await furnish(lina, neighbourhood.organizations)
  const board = { ...neighbourhood, places, lina, zhao, random, today, now }
  await liveAYear(board)
  await learn(board)
  const as = (personId: string) => actor(platform, personId, now)
  await know(board, as)
  await planShifts(board, as)
  await answer(board, as)
  await giveLogins(platform, now)
  return accounts()
}

/** The logins are made last. */
const isComplete = async ({ db }: Platform): Promise<boolean> =>
  (await db.selectFrom('auth.user').where('tenantId', '=', cast.tenants.willow.id).select('id').execute()).length ===
  signingIn.length

/** Last: with them it is complete, and whoever sees it can enter. */
async function giveLogins(platform: Platform, now: Date): Promise<void> {
  for (const [index, who] of signingIn.entries()) {
    const { id, name } = cast.people[who]
    const loginName = accounts()[index]?.loginName ?? ''
    await perform(platform, { name: 'giveLogin', tenantId: cast.tenants.willow.id, now }, (context) =>
      giveLogin(context, { id, name }, loginName, password),
    )
  }
}
