import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Stop } from './stop.ts'

export type Config = {
  data: string
  host: string
  port: number
  /** The owner of an external server; null for the embedded one. */
  databaseUrl: string | null
  appDatabaseUrl: string | null
  /** The address that people use, when it is not the one listened on. */
  publicUrl: string | null
  metricsToken: string | null
  /** The largest file that may be uploaded, in bytes. */
  uploadLimit: number
  /** The server that takes our e-mail, and as whom it goes out. */
  smtpUrl: string | null
  mailFrom: string | null
  /** May addresses of this network be called: webhooks and push services? */
  privateAddresses: boolean
}

type Environment = Record<string, string | undefined>

/** Everything that is set from outside, read once. An empty value is as good as none. */
export function readConfig(from: Environment = process.env): Config {
  const text = (name: string): string | null => from[name]?.trim() || null
  return {
    data: resolve(text('LINLI_DATA') ?? join(import.meta.dirname, '../../data')),
    host: text('HOST') ?? '0.0.0.0',
    port: wholeNumber('PORT', text('PORT') ?? '3000', 0, 65535),
    databaseUrl: address('DATABASE_URL', text('DATABASE_URL')),
    appDatabaseUrl: address('LINLI_APP_DATABASE_URL', text('LINLI_APP_DATABASE_URL')),
    publicUrl: address('LINLI_URL', text('LINLI_URL'))?.replace(/\/$/, '') ?? null,
    metricsToken: text('LINLI_METRICS_TOKEN'),
    uploadLimit: wholeNumber('LINLI_UPLOAD_MB', text('LINLI_UPLOAD_MB') ?? '200', 1, 4096) * 2 ** 20,
    smtpUrl: address('LINLI_SMTP_URL', text('LINLI_SMTP_URL')),
    mailFrom: text('LINLI_MAIL_FROM'),
    privateAddresses: text('LINLI_PRIVATE_ADDRESSES') === '1',
  }
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= least && number <= most) return number
  throw new Stop([
    `${name} is '${value}'; it must be a whole number from ${least} to ${most}.`,
    `${name} 的值为“${value}”，应为 ${least} 到 ${most} 之间的整数。`,
  ])
}

function address(name: string, value: string | null): string | null {
  // The value itself may hold a password and is not repeated.
  if (value === null || URL.canParse(value)) return value
  throw new Stop([`${name} is not an address (a URL).`, `${name} 不是有效的地址（URL）。`])
}

/** What signs sessions: from outside when several processes share a database, else made once and kept with the data. */
export const readSecret = (data: string, from: Environment = process.env): string =>
  from.LINLI_SECRET?.trim() || kept(data, 'secret', () => randomBytes(32).toString('hex'))

/** The key that push services know us by. Another one ends every push that somebody has asked for. */
export const readKeyForPushes = (data: string, make: () => string, from: Environment = process.env): string =>
  from.LINLI_PUSH_KEY?.trim() || kept(data, 'push-key', make)

function kept(data: string, name: string, make: () => string): string {
  const file = join(data, name)
  const before = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (before) return before
  const made = make()
  mkdirSync(data, { recursive: true })
  writeFileSync(`${file}.new`, made, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return made
}
