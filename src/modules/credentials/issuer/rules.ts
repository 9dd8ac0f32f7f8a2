import { openBadgesNow } from '../proof/contexts/rules.ts'
import type { Json } from '../proof/contract.ts'

/** Where an issuer stands in public: its certificates name this address for ever. */
export const issuerAddress = (base: string, slug: string): string => `${base}/issuers/${encodeURIComponent(slug)}`
export const statusAddress = (issuer: string, list: number): string => `${issuer}/status/${list}`
export const methodOf = (controller: string, publicKey: string): string => `${controller}#${publicKey}`

/** The office that an issuer's address names, if it looks like one of ours. */
export const slugIn = (issuer: string): string | null =>
  /^https?:\/\/[^/?#]+\/issuers\/([^/?#]{1,100})$/.exec(issuer)?.[1] ?? null

type Key = { controller: string; publicKey: string }

/** The server that an issuer's address stands on, as https://… or did:web:… */
export function hostOf(issuer: string): string | null {
  const web = /^did:web:([^:#?/]+)/i.exec(issuer)?.[1]
  if (!web) return URL.canParse(issuer) ? new URL(issuer).host || null : null
  const address = `https://${web.replace(/%3a/gi, ':')}`
  return URL.canParse(address) ? new URL(address).host : null
}

/** Name and keys, as a controlled identifier document and an Open Badges profile in one. */
export function issuerProfile(address: string, name: string, keys: readonly Key[]): Json {
  const own = keys.filter(({ controller }) => controller === address)
  return {
    '@context': ['https://www.w3.org/ns/cid/v1', openBadgesNow],
    id: address,
    type: ['Profile'],
    name,
    url: new URL(address).origin,
    verificationMethod: own.map(({ controller, publicKey }) => ({
      id: methodOf(controller, publicKey),
      type: 'Multikey',
      controller,
      publicKeyMultibase: publicKey,
    })),
    assertionMethod: own.map(({ controller, publicKey }) => methodOf(controller, publicKey)),
  }
}
