import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'

export const IssuerKey = z.object({
  id: z.uuid(),
  number: z.int(),
  publicKey: z.string(),
  createdAt: z.coerce.date(),
  retiredAt: z.coerce.date().nullable(),
  /** How many certificates it has signed. */
  signed: z.int(),
})

/** This office as an issuer of certificates. */
export const Issuer = z.object({
  name: z.string(),
  /** Where everybody finds its public keys. */
  address: z.string(),
  keys: z.array(IssuerKey),
})
export type Issuer = z.output<typeof Issuer>

export const readIssuer = endpoint({
  name: 'readIssuer',
  method: 'GET',
  path: '/api/issuer',
  input: z.object({}),
  output: Issuer,
})

/** From now on a new key signs; what the former ones signed stays valid. */
export const rotateKey = endpoint({
  name: 'rotateKey',
  method: 'POST',
  path: '/api/issuer/keys',
  input: z.object({}),
  output: Issuer,
})
