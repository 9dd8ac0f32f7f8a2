import { record } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/database.ts'
import type { Download } from '../../platform/endpoint.ts'
import { allow, found, refuse } from '../../platform/errors.ts'
import { makeLink } from '../../platform/link.ts'
import { organizationNamed } from '../organizations/actions.ts'
import { knownPerson, peopleNamed } from '../organizations/people/actions.ts'
import { can } from '../organizations/rules.ts'
import { printCertificate } from './certificate/actions.ts'
import { statementOf } from './checking/rules.ts'
import type { Credential, NewCredential } from './contract.ts'
import { publicAddress, signingKey } from './issuer/actions.ts'
import { secure } from './proof/actions.ts'
import type { Json } from './proof/contract.ts'
import * as queries from './queries.ts'
import { badge, issueRefusal, revokeRefusal } from './rules.ts'
import { freePlace } from './status/actions.ts'

/** For other modules, which have judged the right to it and know the hours or the result. */
export async function issueCredential(context: Context, given: NewCredential): Promise<{ id: string; token: string }> {
  const { tx, me, now } = context
  refuse(issueRefusal(given))
  const { kind, period, title = null, minutes = null, roles = [], expiresAt = null } = given
  const personName = found((await peopleNamed(context, [given.personId])).get(given.personId))
  const organization = await organizationNamed(context, given.organizationId)
  const key = await signingKey(context)
  const status = await freePlace(context)
  const id = newId()
  const { token } = makeLink(me.tenantId)
  const unsigned = badge({
    id,
    kind,
    period,
    title,
    minutes,
    roles,
    status,
    expiresAt,
    personName,
    issuer: { id: key.issuer, name: key.name },
    organizationName: organization.name,
    issuedAt: now,
  })
  await queries.insertCredential(tx, {
    id,
    personId: given.personId,
    organizationId: given.organizationId,
    keyId: key.id,
    kind,
    title,
    fromDate: period.from,
    toDate: period.to,
    minutes,
    roles: [...roles],
    document: JSON.stringify(await secure(unsigned, { ...key, created: now })),
    token,
    statusList: status.list,
    statusIndex: status.index,
    issuedBy: me.id,
    issuedAt: now,
    expiresAt,
  })
  await record(context, 'issueCredential', id, { kind, period, minutes, personId: given.personId })
  return { id, token }
}

type Row = NonNullable<Awaited<ReturnType<typeof queries.credentialById>>>

const shown = ({ me }: Context, { path, token, document: _, ...row }: Row): Credential => ({
  ...row,
  verifyPath: `/verify/${token}`,
  mayRevoke: row.revokedAt === null && can(me, 'organize', path),
})

/** One's own, or of somebody whose part of the tree one sees. */
async function seen(context: Context, id: string): Promise<Row> {
  const row = found(await queries.credentialById(context.tx, id))
  const may = row.personId === context.me.id || can(context.me, 'seePeople', row.path)
  return found(may ? row : null)
}

export async function listCredentials(context: Context, { personId }: { personId: string }): Promise<Credential[]> {
  await knownPerson(context, personId)
  const rows = await queries.credentialsOf(context.tx, personId)
  const own = context.me.id === personId
  return rows.filter(({ path }) => own || can(context.me, 'seePeople', path)).map((row) => shown(context, row))
}

type Named = { credentialId: string }

export async function credentialFile(context: Context, { credentialId }: Named): Promise<Download> {
  const { document, id } = await seen(context, credentialId)
  return {
    name: `linli-${id}.json`,
    type: 'application/vc+ld+json',
    body: `${JSON.stringify(document, null, 2)}\n`,
  }
}

export async function certificateFile(context: Context, { credentialId }: Named): Promise<Download> {
  const row = await seen(context, credentialId)
  return {
    name: `${row.personName}-${row.toDate}.pdf`,
    type: 'application/pdf',
    body: await printCertificate({
      ...row,
      issuerName: statementOf(row.document as Json).issuer ?? '',
      timeZone: context.me.timeZone,
      address: `${publicAddress()}/verify/${row.token}`,
    }),
    inline: true,
  }
}

type Certified = Pick<Credential, 'personId' | 'organizationId' | 'kind' | 'title' | 'toDate'>

/** For other modules, when what a certificate says has turned out not to be so. */
export async function withdrawCredentials(context: Context, certified: Certified, reason: string): Promise<void> {
  const { tx, me, now } = context
  for (const id of await queries.standingOf(tx, certified)) {
    await queries.revoke(tx, id, now, me.id, reason)
    await record(context, 'withdrawCredential', id, { reason })
  }
}

export async function revokeCredential(
  context: Context,
  { credentialId, reason }: Named & { reason: string },
): Promise<{ done: true }> {
  const { tx, me, now } = context
  const { path } = await seen(context, credentialId)
  allow(can(me, 'organize', path))
  refuse(revokeRefusal(found(await queries.lockCredential(tx, credentialId))))
  await queries.revoke(tx, credentialId, now, me.id, reason)
  return { done: true }
}
