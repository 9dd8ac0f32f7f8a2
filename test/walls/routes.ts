import { z } from 'zod'
import type { Route } from '../../src/platform/route.ts'
import type { Finding } from './files.ts'

/** What may be asked without signing in. Whoever adds to this list says why, here. */
export const openToAnyone: Record<string, string> = {
  openInvitation: 'whoever holds an invitation has no login yet',
  acceptInvitation: 'the same',
  openSetup: 'the first administrator has no login yet',
  setUp: 'the same',
  readFeed: 'a calendar program knows nothing but the secret link',
}

/** Names of fields whose values never belong into a log. */
const secretName = /password|secret|token|code$/i

const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')

/** Every route says who may call it; names and addresses are unique; what the address names is in the input. */
export function routeFindings(routes: readonly Route[]): Finding[] {
  const finding = (route: Route, why: string): Finding => ({ rule: 'routes', at: route.endpoint.name, why })
  const seen = new Map<string, string>()
  const unique = (route: Route, what: string): Finding[] => {
    const before = seen.get(what)
    seen.set(what, route.endpoint.name)
    return before ? [finding(route, `${what} is taken by ${before}`)] : []
  }
  return routes.flatMap((route) => {
    const { endpoint, who } = route
    const shape = endpoint.input instanceof z.ZodObject ? (endpoint.input.shape as Record<string, z.ZodType>) : null
    return [
      ...unique(route, `the name ${endpoint.name}`),
      ...unique(route, `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`),
      ...(endpoint.path.startsWith('/api/') || who === 'anyone' ? [] : [finding(route, 'stands outside /api/')]),
      ...(who === undefined || who.length === 0 ? [finding(route, 'nobody may call it')] : []),
      ...(who === 'anyone' && !(endpoint.name in openToAnyone)
        ? [finding(route, 'open to anyone, and not on the written list')]
        : []),
      ...(shape ? [] : [finding(route, 'its input is no object')]),
      ...parametersOf(endpoint.path)
        .filter((name) => shape && !(name in shape))
        .map((name) => finding(route, `:${name} is not in its input`)),
      ...Object.entries(shape ?? {})
        .filter(([name, field]) => secretName.test(name) && !isSecret(field))
        .map(([name]) => finding(route, `${name} would be kept in the audit log: mark it secret()`)),
    ]
  })
}

const isSecret = (field: z.ZodType): boolean => field.meta()?.secret === true
