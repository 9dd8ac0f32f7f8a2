import type { FastifyRequest } from 'fastify'
import { base } from './engine.ts'
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
