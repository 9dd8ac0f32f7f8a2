import { readdirSync, readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../proof/contract.ts'
import { check, type Own, readCredential } from './actions.ts'
import type { Fault, Outcome } from './contract.ts'
import { faultWords } from './messages.ts'
import { largest } from './rules.ts'

const folder = join(import.meta.dirname, '../../../../test/data/open-badges')
const now = new Date('2026-04-15T04:00:00Z')
const nobodyHere: Own = { isOurs: () => false, hasKey: async () => false, onRecord: async () => null }

async function judge(text: string): Promise<Outcome> {
  const read = readCredential(text)
  return 'reason' in read
    ? { verdict: 'refused', reasons: [read.reason], says: null }
    : check(read.credential, nobodyHere, now)
}
const sample = (name: string): string => readFileSync(join(folder, `${name}.json`), 'utf8')

/** What the name of each file says: without fault, or the fault that must be among the reasons. */
const expected: Record<string, 'accepted' | Fault> = {
  'credential-status-revoked': 'statusUnknown',
  derivedcredential: 'accepted',
  'endorsement-err-schema-status-refresh': 'schemaUnknown',
  'endorsement-valid': 'accepted',
  'simple-context-alias': 'accepted',
  'simple-context-version': 'accepted',
  'simple-did-key-method': 'accepted',
  'simple-did-web-method': 'accepted',
  'simple-eddsa-2022': 'accepted',
  'simple-err-context': 'contextMissing',
  'simple-err-credential-subject-achievement-result-description-type': 'typeWrong',
  'simple-err-credential-subject-identifier-type': 'typeWrong',
  'simple-err-credential-subject-profile-type': 'typeWrong',
  'simple-err-credential-subject-result-type': 'typeWrong',
  'simple-err-credential-subject-type': 'typeWrong',
  'simple-err-evidence-type': 'typeWrong',
  'simple-err-expired': 'expired',
  'simple-err-issued': 'notYet',
  'simple-err-issuer': 'fieldMissing',
  'simple-err-issuer-otheridentifier-type': 'typeWrong',
  'simple-err-issuer-parentorg-type': 'typeWrong',
  'simple-err-issuer-type': 'typeWrong',
  'simple-err-proof-method': 'keyUnreadable',
  'simple-err-proof-method-no-scheme': 'keyUnreadable',
  'simple-err-proof-method-unknown-did-method': 'keyUnreadable',
  'simple-err-proof-method-unknown-scheme': 'keyUnreadable',
  'simple-err-proof-value': 'altered',
  'simple-err-type': 'typeWrong',
  'simple-multiple-proofs': 'accepted',
  'simple-noproof': 'noProof',
  simple: 'accepted',
  simple_v1: 'accepted',
}

test('there is a verdict for every test credential of 1EdTech', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  expect(names.map((name) => name.slice(0, -5)).sort()).toEqual(Object.keys(expected).sort())
})

test.each(Object.entries(expected))('%s: %s', async (name, wanted) => {
  const { verdict, reasons } = await judge(sample(name))
  if (wanted === 'accepted') expect({ verdict, reasons }).toEqual({ verdict: 'intact', reasons: [] })
  else {
    expect(verdict).toBe('refused')
    expect(reasons.map(({ fault }) => fault)).toContain(wanted)
  }
})

const accepted = Object.keys(expected).filter((name) => expected[name] === 'accepted')
const parsed = (name: string): Json => JSON.parse(sample(name)) as Json

test.each(accepted)('%s with one word changed is refused', async (name) => {
  const credential = parsed(name)
  const subject = credential.credentialSubject as Json
  const achievement = subject.achievement as Json | undefined
  if (achievement) achievement.description = 'Something else'
  else subject.endorsementComment = 'Something else'
  const { verdict, reasons } = await judge(JSON.stringify(credential))
  expect([verdict, reasons.map(({ fault }) => fault)]).toEqual(['refused', ['altered']])
})

test.each(accepted)('%s with another issuer is refused', async (name) => {
  const credential = parsed(name)
  credential.issuer = { ...(credential.issuer as Json), id: 'https://other.example/issuers/1' }
  const { reasons } = await judge(JSON.stringify(credential))
  expect(reasons.map(({ fault }) => fault)).toEqual(['wrongIssuer'])
})

test('whatever a credential is made of, there is an answer in words and no bug', async () => {
  const credential = fc.record(
    {
      '@context': fc.oneof(fc.constant(parsed('simple')['@context']), fc.jsonValue()),
      id: fc.jsonValue(),
      type: fc.oneof(fc.constant(['VerifiableCredential', 'OpenBadgeCredential']), fc.jsonValue()),
      issuer: fc.jsonValue(),
      validFrom: fc.jsonValue(),
      credentialSubject: fc.jsonValue(),
      credentialStatus: fc.jsonValue(),
      evidence: fc.jsonValue(),
      proof: fc.oneof(fc.constant(parsed('simple').proof), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(credential, fc.jsonValue()), async (value) => {
      const { verdict, reasons } = await judge(JSON.stringify(value))
      expect(verdict).toBe('refused')
      for (const { fault } of reasons) expect(faultWords[fault]).toBeDefined()
    }),
    {
      numRuns: 200,
      examples: [[{ type: [{ toString: [] }] }], [{ id: { toString: 1 }, proof: { cryptosuite: { toString: 1 } } }]],
    },
  )
})

const faultsOf = async (text: string) => (await judge(text)).reasons.map(({ fault }) => fault)

test('hostile files: too large, too deep, no JSON, keywords that hide', async () => {
  expect(await faultsOf(' '.repeat(largest + 1))).toEqual(['tooLarge'])
  expect(await faultsOf('['.repeat(100_000))).toEqual(['tooDeep'])
  expect(await faultsOf('{"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["}')).not.toContain('tooDeep')
  expect(await faultsOf(`[${'{},'.repeat(600)}{}]`)).toEqual(['tooLarge'])
  expect(await faultsOf('{"@context":')).toEqual(['unreadable'])
  expect(await faultsOf('[]')).toEqual(['unreadable'])
  const hiding = parsed('simple')
  expect(await faultsOf(JSON.stringify({ ...hiding, '@graph': [{ name: 'Somebody else' }] }))).toEqual(['hiddenTerm'])
  const nested = { ...(hiding.credentialSubject as Json), '@context': { name: 'https://evil.example/name' } }
  expect(await faultsOf(JSON.stringify({ ...hiding, credentialSubject: nested }))).toEqual(['hiddenTerm'])
})

test('an unknown context is refused by its name, and nothing is ever asked of the network', async () => {
  const asked: unknown[] = []
  const [was, plain, safe] = [globalThis.fetch, http.request, https.request]
  const forbidden = (...what: unknown[]): never => {
    asked.push(what[0])
    throw new Error('nobody asks the network')
  }
  Object.assign(globalThis, { fetch: forbidden })
  Object.assign(http, { request: forbidden })
  Object.assign(https, { request: forbidden })
  try {
    for (const address of ['http://127.0.0.1:9/context.json', 'https://evil.example/c', 'file:///etc/passwd']) {
      const credential = parsed('simple')
      const contexts = [...(credential['@context'] as string[]), address]
      const { reasons } = await judge(JSON.stringify({ ...credential, '@context': contexts }))
      expect(reasons).toEqual([{ fault: 'contextUnknown', values: { context: address } }])
    }
    const inline = [...(parsed('simple')['@context'] as string[]), { name: 'https://evil.example/name' }]
    expect(await faultsOf(JSON.stringify({ ...parsed('simple'), '@context': inline }))).toEqual(['contextUnknown'])
    for (const name of Object.keys(expected)) await judge(sample(name))
  } finally {
    Object.assign(globalThis, { fetch: was })
    Object.assign(http, { request: plain })
    Object.assign(https, { request: safe })
  }
  expect(asked).toEqual([])
})

test('a credential made to be slow to compare is answered soon', async () => {
  const credential = parsed('simple')
  // Hundreds of things without a name that are all alike: what canonicalization finds hardest.
  const evidence = Array.from({ length: 240 }, () => ({ type: ['Evidence'], name: 'x' }))
  const subject = credential.credentialSubject as Json
  const tangle = (depth: number): Json => ({ type: ['Related'], id: '_:b1', related: depth ? [tangle(depth - 1)] : [] })
  const achievement = { ...(subject.achievement as Json), related: [tangle(8), tangle(8)] }
  const began = performance.now()
  expect(await faultsOf(JSON.stringify({ ...credential, evidence }))).toEqual(['altered'])
  const tangled = JSON.stringify({ ...credential, credentialSubject: { ...subject, achievement } })
  expect((await judge(tangled)).verdict).toBe('refused')
  expect(performance.now() - began).toBeLessThan(3000)
})
