import { createHmac } from 'node:crypto'
import { Refused } from '../../../platform/errors.ts'
import { lockFor } from '../../../platform/lock.ts'
import type { Mail } from '../../../platform/notice/mail.ts'
import type { PushKey } from '../../../platform/notice/push.ts'

/** What carries notices out of this installation, and the address under which people reach it. */
export type Carriers = {
  address: string
  secret: string
  /** Null as long as no mail server is set. */
  mail: Mail | null
  push: PushKey
  allowPrivate: boolean
}

let given: Carriers | null = null
/** Told at the start. */
export const carryThrough = (carriers: Carriers): void => {
  given = carriers
}

export function carriers(): Carriers {
  if (!given) throw new Refused('carriersNotReady')
  return given
}

/** The way to a page of ours, from outside. */
export const fullAddress = (path: string): string => carriers().address + path

export const hookLock = () => lockFor(carriers().secret, 'webhook secrets')

/** The same link at every try, made anew instead of being kept: who reads the database cannot follow it. */
export function linkFor(tenantId: string, ...about: string[]): string {
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex').toString('base64url')
  const digest = createHmac('sha256', carriers().secret)
    .update(['notices', tenantId, ...about].join(' '))
    .digest()
  return tenant + digest.subarray(0, 24).toString('base64url')
}
