import type { FastifyRequest } from 'fastify'
import type { Subject } from './attempts.ts'
import * as contract from './contract.ts'
import { base } from './engine.ts'
import type { Login } from './logins.ts'
import type { Step } from './steps.ts'

/** What a browser holds between the password and the second step. */
export const challengeOf = (request: FastifyRequest): string | null =>
  /(?:^|;\s*)(?:__Secure-)?linli\.two_factor=([^;.]+)/.exec(request.headers.cookie ?? '')?.[1] ?? null

/** The same request, as better-auth takes it: nothing but the cookie, the device and the checked input. */
export function asWebRequest(request: FastifyRequest, step: Step, input: Record<string, unknown>): Request {
  const { cookie, 'user-agent': userAgent } = request.headers
  return new Request(`${base}${step.path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(cookie ? { cookie } : {}),
      ...(userAgent ? { 'user-agent': userAgent.slice(0, 300) } : {}),
    },
    body: JSON.stringify(step.body(input)),
  })
}

/** What a try is counted by: where it comes from, whose account it is for, and a code that must not work twice. */
export function triesOf(
  request: FastifyRequest,
  { endpoint }: Step,
  { name, code }: Record<string, unknown>,
  login: Login | undefined,
  signedIn: Login | null,
): Subject[] {
  const account = endpoint === contract.signIn ? String(name) : (login?.id ?? '')
  const tries: Subject[] = [
    { kind: 'address', value: request.ip },
    { kind: 'name', value: account },
  ]
  if (endpoint === contract.enterCode && !signedIn) tries.push({ kind: 'code', value: `${account} ${String(code)}` })
  return tries
}
