import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
// @ts-expect-error it brings no types
import ece from 'http_ece'
import { SMTPServer } from 'smtp-server'
import { carryThrough } from '../src/modules/notices/carriers/actions.ts'
import { type Mail, openMail } from '../src/platform/notice/mail.ts'
import { makePushKey, readPushKey } from '../src/platform/notice/push.ts'

type Heard = { path: string; headers: IncomingHttpHeaders; body: Buffer }

/** A server on this machine that answers as it is told: by a status, or by leaving the caller alone. */
export async function receiver() {
  const heard: Heard[] = []
  const answers: (number | { status: number; headers: Record<string, string> })[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    heard.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
    const answer = answers.shift() ?? 201
    if (typeof answer === 'number') response.writeHead(answer)
    else response.writeHead(answer.status, answer.headers)
    response.end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    /** What it answers next, in order; afterwards 201. */
    answers,
    close: () => new Promise((closed) => server.close(closed)),
  }
}

/** A browser's part: it has keys, hands out a subscription and reads what comes. */
export function browser(pushService: string, name = 'one') {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const auth = randomBytes(16).toString('base64url')
  const endpoint = `${pushService}/send/${name}`
  return {
    subscription: { endpoint, p256dh: keys.getPublicKey('base64url'), auth, label: `Firefox ${name}` },
    /** Decrypts with another implementation than ours, after checking who sent it. */
    read({ headers, body }: Heard): Record<string, unknown> {
      const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
      const [head, claims = '', signature = ''] = token.split('.')
      const point = Buffer.from(key, 'base64url')
      const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
      const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' })
      const signed = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
      if (!verify('sha256', Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, 'base64url')))
        throw new Error('signed by somebody else')
      const { aud } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string }
      if (aud !== new URL(endpoint).origin) throw new Error(`meant for ${aud}`)
      const opened: Buffer = ece.decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth })
      return JSON.parse(opened.toString()) as Record<string, unknown>
    },
  }
}

type Letter = { from: string; to: string; text: string; head: (name: string) => string }

/** A mail server on this machine. It refuses the mailboxes in `unknown`, and everything while it is `busy`. */
export async function mailServer() {
  const letters: Letter[] = []
  const state = { unknown: new Set<string>(), busy: false }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onRcptTo: ({ address }, _, done) => {
      const code = state.busy ? 451 : state.unknown.has(address) ? 550 : null
      done(code ? Object.assign(new Error('no'), { responseCode: code }) : null)
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const read = readLetter(Buffer.concat(parts).toString())
        letters.push({ ...read, from: mailFrom ? mailFrom.address : '', to: rcptTo.map((one) => one.address).join() })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    state,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

function readLetter(raw: string): Pick<Letter, 'text' | 'head'> {
  const [top = '', ...rest] = raw.split('\r\n\r\n')
  const heads = top.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const head = (name: string): string =>
    decodeWords(
      heads
        .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
        ?.slice(name.length + 1)
        .trim() ?? '',
    )
  const body = rest.join('\r\n\r\n')
  const encoding = head('content-transfer-encoding')
  const text = encoding === 'base64' ? Buffer.from(body, 'base64').toString() : fromQuoted(body, encoding)
  return { text: text.replaceAll('\r\n', '\n').trim(), head }
}

const fromQuoted = (body: string, encoding: string): string =>
  encoding === 'quoted-printable' ? bytes(body.replace(/=\r\n/g, '')) : body
const bytes = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, part: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(part, 'base64').toString() : bytes(part.replaceAll('_', ' ')),
    )

/** Notices leave through these servers, and may call addresses of this machine. */
export function carryTo({ smtp, allowPrivate = true }: { smtp?: string; allowPrivate?: boolean } = {}): Mail | null {
  const mail = smtp ? openMail(smtp, 'Linli <linli@liuyin.example>') : null
  const push = readPushKey(makePushKey())
  carryThrough({ address: 'https://linli.example', secret: 'a secret for tests', mail, push, allowPrivate })
  return mail
}
