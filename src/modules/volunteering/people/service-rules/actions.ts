import type { Context } from '../../../../platform/context.ts'
import { allow } from '../../../../platform/errors.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { can } from '../../../organizations/rules.ts'
import type { ServiceRule } from '../../contract.ts'
import { serviceRuleAt } from '../../queries.ts'
import { noRule } from '../../rules.ts'
import type { ServiceRules } from './contract.ts'
import * as queries from './queries.ts'

export async function readServiceRule(
  context: Context,
  { organizationId }: { organizationId: string },
): Promise<ServiceRules> {
  const { path } = await organizationNamed(context, organizationId)
  return {
    here: (await queries.ruleOf(context.tx, organizationId)) ?? noRule,
    holds: await serviceRuleAt(context.tx, path),
    mayChange: can(context.me, 'organize', path),
  }
}

export async function writeServiceRule(
  context: Context,
  { organizationId, ...rule }: ServiceRule & { organizationId: string },
): Promise<ServiceRules> {
  const { path } = await organizationNamed(context, organizationId)
  allow(can(context.me, 'organize', path))
  await queries.writeRule(context.tx, organizationId, rule)
  return readServiceRule(context, { organizationId })
}
