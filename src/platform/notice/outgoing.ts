import { lookup } from 'node:dns'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { Outcome } from './outcome.ts'

const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, bits, 'ipv4')

// Of version 6 only global unicast is outside, without the ranges that carry a version 4 address in them or document.
const outside6 = new BlockList()
outside6.addSubnet('2000::', 3, 'ipv6')
const never6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  never6.addSubnet(network, bits, 'ipv6')

/** An address of this machine, its network, or of nobody: what a stranger's URL must not reach. */
export function isPrivate(address: string): boolean {
  if (isIP(address) === 4) return inside.check(address, 'ipv4')
  return isIP(address) !== 6 || !outside6.check(address, 'ipv6') || never6.check(address, 'ipv6')
}

class PrivateAddress extends Error {}

/** Resolves and judges in one step: the connection goes to the very address that was judged. */
const outsideOnly =
  (resolve: typeof lookup): LookupFunction =>
  (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0)
      const [first] = found
      if (!first || found.some(({ address }) => isPrivate(address))) return done(new PrivateAddress(host), '', 0)
      return options.all ? done(null, found) : done(null, first.address, first.family)
    })

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

/** Why this address is not called, or null: what can be told before its name is resolved. */
export function addressRefusal(url: string, allowPrivate: boolean): 'unfitAddress' | 'privateAddress' | null {
  const { protocol, hostname, username, password } = URL.canParse(url) ? new URL(url) : ({} as Partial<URL>)
  if (!hostname || username || password) return 'unfitAddress'
  if (protocol !== 'https:' && !(allowPrivate && protocol === 'http:')) return 'unfitAddress'
  const literal = isIP(bare(hostname)) !== 0 && isPrivate(bare(hostname))
  return !allowPrivate && (literal || hostname === 'localhost') ? 'privateAddress' : null
}

type Letter = { headers: Record<string, string>; body: Buffer | string }
const patience = 15_000

/** Posts to an address that somebody else named. Follows no redirect and reads nothing but the status. */
export async function post(
  url: string,
  { headers, body }: Letter,
  allowPrivate: boolean,
  resolve: typeof lookup = lookup,
): Promise<Outcome> {
  if (addressRefusal(url, allowPrivate)) return { ok: false, failure: 'privateAddress', lasting: true }
  const to = new URL(url)
  const send = to.protocol === 'https:' ? overHttps : overHttp
  const options = {
    method: 'POST',
    agent: false,
    headers: { 'user-agent': 'Linli', ...headers, 'content-length': String(Buffer.byteLength(body)) },
    signal: AbortSignal.timeout(patience),
    ...(allowPrivate ? {} : { lookup: outsideOnly(resolve) }),
  } as const
  return new Promise((end) => {
    const request = send(to, options, (response) => {
      end(judge(response.statusCode ?? 0, response.headers['retry-after']))
      response.destroy()
    })
    request.on('error', (error) => end(troubleOf(error)))
    request.end(body)
  })
}

function judge(status: number, retryAfter: string | undefined): Outcome {
  if (status >= 200 && status < 300) return { ok: true }
  if (status === 410) return { ok: false, failure: 'gone', status, lasting: true }
  const after = Number(retryAfter)
  return { ok: false, failure: 'answered', status, lasting: false, ...(after > 0 ? { after } : {}) }
}

function troubleOf(error: Error): Outcome {
  if (error instanceof PrivateAddress) return { ok: false, failure: 'privateAddress', lasting: false }
  return {
    ok: false,
    failure: error.name === 'TimeoutError' || error.name === 'AbortError' ? 'tooSlow' : 'unreachable',
    lasting: false,
  }
}
