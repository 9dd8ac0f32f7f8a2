import { randomInt } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Context } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { presentKey } from '../issuer/actions.ts'
import { statusAddress } from '../issuer/rules.ts'
import { secure } from '../proof/actions.ts'
import { credentialsV2 } from '../proof/contexts/rules.ts'
import type { Json } from '../proof/contract.ts'
import * as queries from './queries.ts'
import { bits, fullAt, listLength } from './rules.ts'

/** A free place, by chance: its number must not tell who got a certificate before whom. */
export async function freePlace({ tx }: Context): Promise<{ list: number; index: number }> {
  await queries.holdPlacesStill(tx)
  const newest = await queries.newestList(tx)
  const list = newest.taken >= fullAt ? newest.list + 1 : newest.list
  for (;;) {
    const index = randomInt(listLength)
    if (!(await queries.isTaken(tx, list, index))) return { list, index }
  }
}

/** Which certificates of a list are revoked, as a Bitstring Status List credential signed by the office. */
export async function statusList(context: Context, { list }: { list: number }): Promise<Json> {
  const { tx, now } = context
  const newest = await queries.newestList(tx)
  if (newest.taken === 0 || list > newest.list) throw new NotFound()
  const key = await presentKey(context)
  const address = statusAddress(key.issuer, list)
  const encoded = gzipSync(bits(await queries.revokedIn(tx, list))).toString('base64url')
  const credential = {
    '@context': [credentialsV2],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: key.issuer,
    validFrom: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${encoded}`,
    },
  }
  return secure(credential, { ...key, created: now })
}
