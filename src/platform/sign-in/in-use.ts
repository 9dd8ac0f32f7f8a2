import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { type Db, planned } from '../database.ts'
import { inTurns, type Outcome } from '../turns.ts'
import { sessionLife } from './engine.ts'
import type { Login } from './logins.ts'

export type SessionLogin = Login & { sessionId: string; address: string; twoFactor: boolean }

/**
 * Sessions that are simply in use: many requests of one moment look theirs up in one statement. Nothing is remembered, so one
 * that was ended is refused at the next request. null: not such a session, so better-auth judges it (none, over, to be renewed).
 */
export function sessionsInUse(db: Db, secret: string): (request: FastifyRequest) => Promise<SessionLogin | null> {
  const read = inTurns<string, SessionLogin | null>(async (tokens) => {
    const rows = await readSessions(db, tokens)
    const found = new Map(rows.map(({ token, ...login }) => [token, login]))
    return tokens.map((token): Outcome<SessionLogin | null> => ({ ok: true, value: found.get(token) ?? null }))
  }, 500)
  return async (request) => {
    const token = tokenIn(request, secret)
    return token === null ? null : read('', token)
  }
}

/** The secret in the cookie, when it is one that we signed; better-auth's own form: the token, a dot, its HMAC in base64. */
function tokenIn({ headers, protocol }: FastifyRequest, secret: string): string | null {
  const name = protocol === 'https' ? '__Secure-linli.session_token' : 'linli.session_token'
  const values = (headers.cookie ?? '').split(/;\s*/).filter((one) => one.startsWith(`${name}=`))
  if (values.length !== 1) return null
  const [, token, signature] = /=([\w-]+)\.([\w+/%=]+)$/.exec(values[0] ?? '') ?? []
  if (!token || !signature) return null
  const expected = createHmac('sha256', secret).update(token).digest()
  const shown = Buffer.from(signature.replaceAll('%2B', '+').replaceAll('%2F', '/').replaceAll('%3D', '='), 'base64')
  return shown.length === expected.length && timingSafeEqual(shown, expected) ? token : null
}

/** Those that live and need not be renewed yet. */
async function readSessions(db: Db, tokens: readonly string[]): Promise<(SessionLogin & { token: string })[]> {
  const { expiresIn, updateAge } = sessionLife
  const { rows } = await sql<SessionLogin & { token: string }>`
    ${planned} select s.token, s.id as session_id, u.id, u.tenant_id, u.person_id, u.email as address,
           coalesce(u.two_factor_enabled, false) as two_factor
    from auth.session s join auth.user u on u.id = s.user_id
    where s.token = any(${sql.val(tokens)}::text[])
      and s.expires_at > now() + make_interval(secs => ${expiresIn - updateAge})`.execute(db)
  return rows
}
