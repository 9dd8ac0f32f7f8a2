import { z } from 'zod'
import type { PublicPage } from '../../src/platform/public/page.ts'
import type { Route } from '../../src/platform/route.ts'
import type { Finding } from './files.ts'

/** What may be asked without signing in. Whoever adds to this list says why, here. */
export const openToAnyone: Record<string, string> = {
  openInvitation: 'whoever holds an invitation has no login yet',
  acceptInvitation: 'the same',
  openSetup: 'the first administrator has no login yet',
  setUp: 'the same',
  readFeed: 'a calendar program knows nothing but the secret link',
  enrolKiosk: 'a tablet at a door has a one-time code and nobody signed in',
  kioskDay: 'a tablet at a door knows nothing but its own secret',
  tellFromKiosk: 'the same',
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

/** Public pages are open to everybody: they have names and addresses of their own, and what can be sent is limited. */
export function publicFindings(pages: readonly PublicPage[], routes: readonly Route[]): Finding[] {
  const addressOf = (method: string, path: string): string => `${method} ${path.replace(/:\w+/g, ':')}`
  const taken = new Set(routes.flatMap(({ endpoint: e }) => [e.name, addressOf(e.method, e.path)]))
  return pages.flatMap((page) => {
    const own = [page.name, addressOf(page.method, page.path)]
    const twice = own.filter((one) => taken.has(one))
    for (const one of own) taken.add(one)
    const why = [
      ...twice.map((one) => `${one} is taken`),
      ...(page.writes && page.method === 'GET' ? ['writes when it is only looked at'] : []),
      ...(page.method === 'POST' && !page.perMinute ? ['may be sent as often as anybody likes'] : []),
      ...(page.largestFile && page.largestFile > 20 * 2 ** 20 ? ['takes files over 20 MB from anybody'] : []),
    ]
    return why.map((text) => ({ rule: 'public', at: page.name, why: text }))
  })
}
