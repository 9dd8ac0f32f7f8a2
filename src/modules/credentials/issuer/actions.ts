import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, found, Refused } from '../../../platform/errors.ts'
import { canEverywhere } from '../../organizations/rules.ts'
import type { Json } from '../proof/contract.ts'
import { writeKey } from '../proof/rules.ts'
import type { Issuer } from './contract.ts'
import * as queries from './queries.ts'
import { issuerAddress, issuerProfile, methodOf } from './rules.ts'

/** The address under which people reach this installation, and what its keys are locked away with. */
type Office = { address: string; secret: string }
let office: Office | null = null
/** Told once at the start. */
export const signFor = (given: Office): void => {
  office = given
}

function known(): Office {
  if (!office) throw new Refused('issuerNotReady')
  return office
}

/** The public address of this installation. */
export const publicAddress = (): string => known().address

const lockKey = (): Buffer => Buffer.from(hkdfSync('sha256', known().secret, 'linli', 'credential keys', 32))

function lock(privateKey: Buffer, about: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', lockKey(), iv).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(privateKey), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

function unlock(sealed: Buffer, about: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', lockKey(), sealed.subarray(0, 12))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  } catch {
    throw new Refused('keyUnreadable')
  }
}

/** A key locked away for one tenant opens for no other. */
const aboutKey = (tenantId: string, publicKey: string): string => `${tenantId} ${publicKey}`

async function addressOf({ tx, me }: Context): Promise<{ name: string; address: string }> {
  const { name, slug } = await queries.tenant(tx, me.tenantId)
  return { name, address: issuerAddress(publicAddress(), slug) }
}

async function beginKey({ tx, me, now }: Context, controller: string) {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = writeKey(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'der' })
  await queries.retireKeys(tx, now)
  return queries.insertKey(tx, {
    id: newId(),
    controller,
    publicKey,
    privateKey: lock(privateKey, aboutKey(me.tenantId, publicKey)),
    createdBy: me.id,
    createdAt: now,
  })
}

export type SigningKey = { id: string; issuer: string; name: string; privateKey: KeyObject; verificationMethod: string }

/** The key in use; the first one, and one for a new address of the office, is made when it is needed. */
export async function signingKey(context: Context): Promise<SigningKey> {
  const { tx, me } = context
  const { name, address } = await addressOf(context)
  let key = await queries.keyInUse(tx)
  if (key?.controller !== address) {
    await queries.holdKeysStill(tx)
    key = await queries.keyInUse(tx)
    if (key?.controller !== address) key = await beginKey(context, address)
  }
  return opened(me.tenantId, name, key)
}

/** The key in use, if there is one: for what only reads. */
export async function presentKey({ tx, me }: Context): Promise<SigningKey> {
  const { name } = await queries.tenant(tx, me.tenantId)
  return opened(me.tenantId, name, found(await queries.keyInUse(tx)))
}

type Locked = { id: string; controller: string; publicKey: string; privateKey: Buffer }

function opened(tenantId: string, name: string, { id, controller, publicKey, privateKey }: Locked): SigningKey {
  const der = unlock(privateKey, aboutKey(tenantId, publicKey))
  return {
    id,
    issuer: controller,
    name,
    privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }),
    verificationMethod: methodOf(controller, publicKey),
  }
}

export async function readIssuer(context: Context): Promise<Issuer> {
  allow(canEverywhere(context.me, 'administer'))
  return { ...(await addressOf(context)), keys: await queries.keys(context.tx) }
}

export async function rotateKey(context: Context): Promise<Issuer> {
  allow(canEverywhere(context.me, 'administer'))
  await queries.holdKeysStill(context.tx)
  await beginKey(context, (await addressOf(context)).address)
  return readIssuer(context)
}

/** What everybody may know of this issuer. */
export async function profile(context: Context): Promise<Json> {
  const { name, address } = await addressOf(context)
  return issuerProfile(address, name, await queries.publicKeys(context.tx))
}

/** Every address and key with which this office has ever signed, and the address it has now. */
export async function everyKey(context: Context) {
  return { address: (await addressOf(context)).address, keys: await queries.publicKeys(context.tx) }
}
