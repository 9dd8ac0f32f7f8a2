import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { type Db, newId } from '../database.ts'
import { leadingInside } from './connection.ts'

const day = 24 * 60 * 60
/** In seconds: how long a session lives unused, and how old it is when use prolongs it. */
export const sessionLife = { expiresIn: 30 * day, updateAge: 60 * 60 }
/** Never looked up: better-auth wants to know where it stands, and what it hands out does not depend on it. */
export const base = 'http://linli.invalid/api/auth'

/** better-auth, told to keep to what Linli needs: names, passwords, second steps, sessions. */
export function makeEngine(db: Db, secret: string, secure: boolean) {
  return betterAuth({
    appName: 'Linli 邻里',
    baseURL: base,
    secret,
    database: { db: leadingInside(db), type: 'postgres', schemaName: 'auth' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      additionalFields: {
        tenantId: { type: 'string', required: true, input: false },
        personId: { type: 'string', required: true, input: false },
      },
    },
    // No cookie cache: a session that was ended is refused at the next request.
    session: { ...sessionLife, freshAge: 0, cookieCache: { enabled: false } },
    plugins: [twoFactor({ issuer: 'Linli 邻里', twoFactorCookieMaxAge: 10 * 60 })],
    // Counted by attempts.ts, by name as well and in the office's own words.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its lines name nobody, but they are not structured either; what matters is in the audit log.
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'linli',
      useSecureCookies: secure,
      // The server refuses foreign origins before anything else (serve.ts).
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(), validateSchema: false },
    },
  })
}
