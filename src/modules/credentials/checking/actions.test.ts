import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check, type Own, readCredential } from './actions.ts'
import type { Fault, Outcome } from './contract.ts'

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
