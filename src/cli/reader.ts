import type { Context } from '../platform/context.ts'
import type { Language } from '../platform/i18n.ts'
import type { Life } from '../platform/life.ts'
import { perform } from '../platform/perform.ts'
import { Stop } from '../platform/stop.ts'
import { openPlatform, tenantNamed } from './platform.ts'

/** Whoever runs this machine may read all of an office's figures, as an auditor of the whole tree does. */
export async function readAsAuditor<T>(
  life: Life,
  { name, tenant, language }: { name: string; tenant: string | undefined; language?: Language },
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const platform = await openPlatform(life)
  const tenantId = (await tenantNamed(platform.db, tenant)).id
  return perform(platform, { name, tenantId, reads: true, ...(language ? { language } : {}) }, (context) =>
    work({ ...context, me: { ...context.me, roles: [{ role: 'auditor', organizationId: '', path: '/' }] } }),
  )
}

export function yearGiven(text: string | undefined): number {
  const year = Number(text)
  if (Number.isInteger(year) && year >= 1950 && year <= 2100) return year
  throw new Stop(['Which year? --year 2023', '请指定年份：--year 2023'])
}
