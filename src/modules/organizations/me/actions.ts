import type { Context } from '../../../platform/context.ts'
import { found, NotFound } from '../../../platform/errors.ts'
import type { WhoAmI } from './contract.ts'
import * as queries from './queries.ts'

export async function whoAmI({ tx, me }: Context): Promise<WhoAmI> {
  if (!me.id) throw new NotFound()
  const { name } = found(await queries.myName(tx, me.id))
  const names = await queries.organizationNames(
    tx,
    me.roles.map((held) => held.organizationId),
  )
  return {
    personId: me.id,
    name,
    officeName: (await queries.office(tx, me.tenantId)).name,
    timeZone: me.timeZone,
    roles: me.roles.map((held) => ({ ...held, organizationName: names.get(held.organizationId) ?? '' })),
  }
}
