import { createHash, randomBytes } from 'node:crypto'

const shape = /^[\w-]{54}$/

/** A secret that opens one thing to whoever holds it. It names its tenant, so that it works on any address of ours. */
export function makeLink(tenantId: string): { token: string; hash: Buffer } {
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url')
  const token = tenant + randomBytes(24).toString('base64url')
  return { token, hash: hashOfLink(token) }
}

/** Only this is stored: who reads the database cannot follow the link. */
export const hashOfLink = (token: string): Buffer => createHash('sha256').update(token).digest()

export function tenantOfLink(token: unknown): string | null {
  if (typeof token !== 'string' || !shape.test(token)) return null
  const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
