import { createHmac, hkdfSync } from 'node:crypto'
import { Refused } from '../../../../platform/errors.ts'

let installation: string | null = null
/** Told once at the start: what every door's key is derived from. */
export const openDoorsWith = (secret: string): void => {
  installation = secret
}

/** One key a purpose: who knows the key of one door or one day knows no other. */
function derive(purpose: string): Buffer {
  if (installation === null) throw new Refused('doorsNotReady')
  return Buffer.from(hkdfSync('sha256', installation, 'linli', purpose, 32))
}

export const doorKey = (tenantId: string, activityId: string): string =>
  derive(`door ${tenantId} ${activityId}`).toString('base64url')

export const dayKey = (tenantId: string, day: string): string =>
  derive(`own codes ${tenantId} ${day}`).toString('base64url')

/** Codes are short: without the installation's secret their stored form tells nothing. */
export const hashOfCode = (code: string): Buffer => createHmac('sha256', derive('kiosk codes')).update(code).digest()
