import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { found, NotFound } from '../../../platform/errors.ts'
import { addDays, instantOf } from '../../../platform/zone.ts'
import { issueCredential } from '../../credentials/actions.ts'
import { knownPerson } from '../../organizations/people/actions.ts'
import { canEverywhere } from '../../organizations/rules.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'

type In = z.output<(typeof contract.certifyHours)['input']>

export async function hoursToCertify(context: Context, { personId, from, to }: In) {
  await certifiable(context, personId)
  return served(context, { personId, from, to })
}

export async function certifyHours(context: Context, { personId, from, to }: In): Promise<{ id: string }> {
  await certifiable(context, personId)
  const { minutes, roles } = await served(context, { personId, from, to })
  const organizationId = found(await queries.officeRoot(context.tx))
  const period = { from, to }
  const { id } = await issueCredential(context, { personId, organizationId, kind: 'hours', period, minutes, roles })
  return { id }
}

const served = ({ tx, me }: Context, { personId, from, to }: In) =>
  queries.servedBy(tx, personId, {
    from: instantOf(from, '00:00', me.timeZone),
    before: instantOf(addDays(to, 1), '00:00', me.timeZone),
  })

/** Hours have been approved by a second person already, so that anybody may have their own certified. */
async function certifiable(context: Context, personId: string): Promise<void> {
  if (personId === context.me.id) return
  await knownPerson(context, personId)
  if (!canEverywhere(context.me, 'organize')) throw new NotFound()
}
