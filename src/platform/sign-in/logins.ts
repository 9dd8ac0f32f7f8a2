import { sql } from 'kysely'
import { type Db, newId, type Tx } from '../database.ts'
import type { Session } from './contract.ts'
import { deviceOf } from './device.ts'

export type Login = { id: string; tenantId: string; personId: string }
const columns = ['id', 'tenantId', 'personId'] as const

export const loginByAddress = (db: Db, address: string): Promise<Login | undefined> =>
  db.selectFrom('auth.user').where('email', '=', address.toLowerCase()).select(columns).executeTakeFirst()

/** Whose second step a challenge waits for. Only good for knowing the tenant: better-auth judges the challenge itself. */
export const loginByChallenge = (db: Db, challenge: string): Promise<Login | undefined> =>
  db
    .selectFrom('auth.verification')
    .innerJoin('auth.user', 'auth.user.id', 'auth.verification.value')
    .where('identifier', '=', challenge)
    .select(['auth.user.id', 'tenantId', 'personId'])
    .executeTakeFirst()

export async function sessionsOf(db: Db, login: Login, currentId: string): Promise<Session[]> {
  const sessions = await db
    .selectFrom('auth.session')
    .where('userId', '=', login.id)
    .where('expiresAt', '>', sql<Date>`now()`)
    .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
    .orderBy('updatedAt', 'desc')
    .execute()
  return sessions.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    ...deviceOf(userAgent),
    signedInAt: createdAt,
    lastSeen: updatedAt,
    current: id === currentId,
  }))
}

/** The secret of one's own session; somebody else's does not exist. */
export const tokenOf = (db: Db, login: Login, sessionId: string): Promise<{ token: string } | undefined> =>
  db
    .selectFrom('auth.session')
    .where('id', '=', sessionId)
    .where('userId', '=', login.id)
    .select('token')
    .executeTakeFirst()

export async function firstTenant(db: Db, slug: string): Promise<string | null> {
  const tenants = await db.selectFrom('tenant').select(['id', 'slug']).orderBy('createdAt').orderBy('id').execute()
  return (tenants.find((tenant) => tenant.slug === slug) ?? tenants[0])?.id ?? null
}

export const tenantExists = async (db: Db, id: string): Promise<boolean> =>
  (await db.selectFrom('tenant').where('id', '=', id).select('id').executeTakeFirst()) !== undefined

export type Account = { loginName: string; twoFactor: boolean; sessions: number }

export async function accountOf(tx: Tx, tenantId: string, personId: string): Promise<Account | null> {
  const account = await tx
    .selectFrom('auth.user')
    .where('tenantId', '=', tenantId)
    .where('personId', '=', personId)
    .select(['email as loginName', 'twoFactorEnabled as twoFactor'])
    .select((eb) =>
      eb
        .selectFrom('auth.session')
        .whereRef('userId', '=', 'auth.user.id')
        .where('expiresAt', '>', sql<Date>`now()`)
        .select(sql<number>`count(*)::int`.as('n'))
        .$asScalar()
        .$notNull()
        .as('sessions'),
    )
    .executeTakeFirst()
  return account ?? null
}

/** Which of these people have a login. */
export const peopleWithLogin = async (tx: Tx, tenantId: string, personIds: string[]): Promise<string[]> =>
  personIds.length === 0
    ? []
    : (
        await tx
          .selectFrom('auth.user')
          .where('tenantId', '=', tenantId)
          .where('personId', 'in', personIds)
          .select('personId')
          .execute()
      ).map(({ personId }) => personId)

type NewLogin = { tenantId: string; personId: string; personName: string; address: string; passwordHash: string }

/** Gives a person a name and a password, or new ones, and ends what was open. False when the name is somebody else's. */
export async function setLogin(tx: Tx, { tenantId, personId, personName, address, passwordHash }: NewLogin) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`login ${address}`}, 0))`.execute(tx)
  const holder = await tx.selectFrom('auth.user').where('email', '=', address).select('personId').executeTakeFirst()
  if (holder && holder.personId !== personId) return false
  const { id } = await tx
    .insertInto('auth.user')
    .values({ id: newId(), name: personName, email: address, emailVerified: true, tenantId, personId })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'personId']).doUpdateSet({ email: address, name: personName }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const password = { userId: id, password: passwordHash }
  const changed = await tx
    .updateTable('auth.account')
    .set(password)
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .returning('id')
    .executeTakeFirst()
  if (!changed)
    await tx
      .insertInto('auth.account')
      .values({ id: newId(), accountId: id, providerId: 'credential', ...password })
      .execute()
  await endSessionsOf(tx, tenantId, personId)
  return true
}

const idOf = (tx: Tx, tenantId: string, personId: string) =>
  tx.selectFrom('auth.user').where('tenantId', '=', tenantId).where('personId', '=', personId).select('id')

export async function endSessionsOf(tx: Tx, tenantId: string, personId: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('auth.session')
    .where('userId', 'in', idOf(tx, tenantId, personId))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export async function endSecondStepOf(tx: Tx, tenantId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('auth.twoFactor')
    .where('userId', 'in', idOf(tx, tenantId, personId))
    .execute()
  await tx
    .updateTable('auth.user')
    .set({ twoFactorEnabled: false })
    .where('tenantId', '=', tenantId)
    .where('personId', '=', personId)
    .execute()
}

/** Nobody signs in as this person any more. */
export const removeLogin = (tx: Tx, tenantId: string, personId: string) =>
  tx.deleteFrom('auth.user').where('tenantId', '=', tenantId).where('personId', '=', personId).execute()

/** Sessions that ended by themselves are of no use to anybody. */
export async function deleteEndedSessions(tx: Tx, tenantId: string, now: Date): Promise<void> {
  const ofTenant = tx.selectFrom('auth.user').where('tenantId', '=', tenantId).select('id')
  await tx.deleteFrom('auth.session').where('expiresAt', '<', now).where('userId', 'in', ofTenant).execute()
}
