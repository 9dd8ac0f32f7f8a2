import { z } from 'zod'
import { endpoint } from '../../../../platform/endpoint.ts'
import { ServiceRule } from '../../contract.ts'

const one = z.object({ organizationId: z.uuid() })

/** What is said here, and what holds here: of each number the nearest on the way up. */
export const ServiceRules = z.object({ here: ServiceRule, holds: ServiceRule, mayChange: z.boolean() })
export type ServiceRules = z.output<typeof ServiceRules>

export const readServiceRule = endpoint({
  name: 'readServiceRule',
  method: 'GET',
  path: '/api/organizations/:organizationId/service-rule',
  input: one,
  output: ServiceRules,
})

export const writeServiceRule = endpoint({
  name: 'writeServiceRule',
  method: 'PUT',
  path: '/api/organizations/:organizationId/service-rule',
  input: one.extend(ServiceRule.shape),
  output: ServiceRules,
})
