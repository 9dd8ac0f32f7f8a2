import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { record } from './audit.ts'
import type { Endpoint } from './endpoint.ts'
import { found, NotFound, refuse } from './errors.ts'
import { preferredLanguage } from './i18n.ts'
import { tenantOfLink } from './link.ts'
import type { Platform } from './perform.ts'
import { NotSignedIn, readInput } from './problem.ts'
import type { Asker } from './route.ts'
import { countAttempts } from './sign-in/attempts.ts'
import { inside } from './sign-in/connection.ts'
import * as contract from './sign-in/contract.ts'
import { makeEngine } from './sign-in/engine.ts'
import { type SessionLogin, sessionsInUse } from './sign-in/in-use.ts'
import * as logins from './sign-in/logins.ts'
import { refusalOf } from './sign-in/refusals.ts'
import { asWebRequest, challengeOf, triesOf } from './sign-in/requests.ts'
import { type Step, steps } from './sign-in/steps.ts'
import { asTenant } from './tenancy.ts'

export type SignInOptions = {
  platform: Pick<Platform, 'db' | 'sealer'>
  /** Signs the cookies and encrypts the second steps' secrets. */
  secret: string
  /** What a person types (an e-mail address, a phone number) as the address of their login. */
  addressOf: (name: string) => string | null
  nameOf: (address: string) => string
  /** Why a password may not be used, as a key into the words, or null. */
  refusePassword: (password: string, name: string) => string | null
}
export type SignIn = {
  mount: (app: FastifyInstance) => void
  identify: (request: FastifyRequest) => Promise<Asker | null>
  tenantOf: (request: FastifyRequest) => Promise<string>
}

type Login = SessionLogin

/** Signing in and out, second steps and sessions: better-auth behind endpoints of ours, in the audit log with the rest. */
export function openSignIn(options: SignInOptions): SignIn {
  const { platform, secret } = options
  const { db } = platform
  const engines = { http: makeEngine(db, secret, false), https: makeEngine(db, secret, true) }
  const attempts = countAttempts(db, secret)
  const inUse = sessionsInUse(db, secret)
  const renewed = new WeakMap<FastifyRequest, string[]>()
  const engineFor = (request: FastifyRequest) => engines[request.protocol === 'https' ? 'https' : 'http']

  async function loginOf(request: FastifyRequest): Promise<Login | null> {
    if (!request.headers.cookie) return null
    const login = await inUse(request)
    if (login) return login
    const { headers, response } = await engineFor(request).api.getSession({
      headers: new Headers({ cookie: request.headers.cookie }),
      returnHeaders: true,
    })
    const cookies = headers?.getSetCookie() ?? []
    if (cookies.length > 0) renewed.set(request, cookies)
    if (!response) return null
    const { user, session } = response
    const { id, tenantId, personId, email, twoFactorEnabled } = user
    return { id, tenantId, personId, sessionId: session.id, address: email, twoFactor: twoFactorEnabled === true }
  }

  async function identify(request: FastifyRequest): Promise<Asker | null> {
    const login = await loginOf(request)
    if (!login) return null
    // A link opens what it names, whoever else is signed in on this device.
    const linked = tenantOfLink((request.params as { token?: unknown } | null)?.token)
    return linked && linked !== login.tenantId ? null : { tenantId: login.tenantId, personId: login.personId }
  }

  async function tenantOf(request: FastifyRequest): Promise<string> {
    const linked = tenantOfLink((request.params as { token?: unknown } | null)?.token)
    if (linked && (await logins.tenantExists(db, linked))) return linked
    const tenantId = await logins.firstTenant(db, request.hostname.split('.')[0] ?? '')
    if (!tenantId) throw new NotFound()
    return tenantId
  }

  /** Who this is about, before better-auth has judged: their tenant's audit log takes the entry. */
  async function aboutWhom(request: FastifyRequest, step: Step, input: Record<string, unknown>) {
    if (step.endpoint === contract.signIn) return logins.loginByAddress(db, String(input.name))
    const login = await loginOf(request)
    if (login) return login
    const waiting = step.endpoint === contract.enterCode || step.endpoint === contract.enterBackupCode
    const challenge = waiting ? challengeOf(request) : null
    const person = challenge ? await logins.loginByChallenge(db, challenge) : undefined
    if (!person) throw new NotSignedIn(waiting ? 'startAgain' : 'signInFirst')
    return person
  }

  async function readStep(request: FastifyRequest, { endpoint }: Step): Promise<Record<string, unknown>> {
    const language = preferredLanguage(request.headers['accept-language'], 'zh-CN')
    const input = readInput(endpoint, request.body ?? {}, language) as Record<string, unknown>
    if (endpoint !== contract.signIn) return input
    // A name that cannot be one is refused like one that nobody has, and as slowly.
    return { ...input, name: options.addressOf(String(input.name)) ?? 'nobody@name.invalid' }
  }

  async function take(request: FastifyRequest, reply: FastifyReply, step: Step): Promise<unknown> {
    const input = await readStep(request, step)
    const login = await aboutWhom(request, step, input)
    const signedIn = login && 'sessionId' in login ? (login as Login) : null
    if (step.endpoint === contract.endSession && login)
      input.token = found(await logins.tokenOf(db, login, String(input.id))).token
    if (step.endpoint === contract.changePassword && signedIn)
      refuse(options.refusePassword(String(input.newPassword), options.nameOf(signedIn.address)))
    const subjects = triesOf(request, step, input, login, signedIn)
    if (step.guessable) await attempts.begin(subjects)
    const { said, status, cookies } = await carryOut(request, step, input, login, signedIn)
    if (cookies.length > 0) reply.header('set-cookie', cookies)
    renewed.delete(request)
    if (status >= 400) {
      await attempts.failed(subjects)
      throw refusalOf(said, signedIn !== null)
    }
    if (step.guessable) await attempts.succeeded(subjects)
    return step.endpoint.output.parse(step.answer(said))
  }

  async function carryOut(
    request: FastifyRequest,
    step: Step,
    input: Record<string, unknown>,
    login: logins.Login | undefined,
    signedIn: Login | null,
  ) {
    const tenantId = login?.tenantId ?? (await tenantOf(request))
    const now = new Date()
    const done = await asTenant(db, tenantId, async (tx) => {
      const response = await inside(tx, () => engineFor(request).handler(asWebRequest(request, step, input)))
      if (response.status >= 500) throw new Error(`sign-in answered ${response.status}`)
      const said = z.record(z.string(), z.unknown()).parse(await response.json())
      const ok = response.status < 400
      const me = { id: signedIn || ok ? (login?.personId ?? null) : null, tenantId, roles: [], timeZone: '' } as const
      const { name } = step.endpoint
      await record(
        { tx, me: { ...me, language: 'zh-CN' }, now, requestId: request.id },
        ok ? name : `${name}Refused`,
        login?.personId ?? null,
        said.twoFactorRedirect === true ? { next: 'secondStep' } : {},
      )
      return { said, status: response.status, cookies: response.headers.getSetCookie() }
    })
    platform.sealer.dirty(tenantId)
    return done
  }

  async function mySession(request: FastifyRequest) {
    const login = await loginOf(request)
    return {
      signedIn: login !== null,
      loginName: login ? options.nameOf(login.address) : null,
      twoFactor: login?.twoFactor ?? false,
    }
  }

  function mount(app: FastifyInstance): void {
    // A session in use lives on; its cookie is renewed with whatever answer goes out next.
    app.addHook('onSend', async (request, reply) => {
      const cookies = renewed.get(request)
      if (cookies) reply.header('set-cookie', cookies)
    })
    const add = ({ method, path, name }: Endpoint, handler: (q: FastifyRequest, r: FastifyReply) => Promise<unknown>) =>
      app.route({
        method,
        url: path,
        config: { name },
        handler: (request, reply) => {
          reply.header('cache-control', 'no-store')
          return handler(request, reply)
        },
      })
    add(contract.currentSession, mySession)
    add(contract.listSessions, async (request) => {
      const login = await loginOf(request)
      if (!login) throw new NotSignedIn()
      return logins.sessionsOf(db, login, login.sessionId)
    })
    for (const step of steps) add(step.endpoint, (request, reply) => take(request, reply, step))
  }

  return { mount, identify, tenantOf }
}
