import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { town } from '../../../test/town.ts'
import { newId } from '../../platform/database.ts'
import { figure } from '../indicators/actions.ts'
import * as actions from './actions.ts'
import { check, type Own } from './checking/actions.ts'
import type { NewCredential } from './contract.ts'
import { profile, readIssuer, rotateKey, signFor } from './issuer/actions.ts'
import { isSignedBy } from './proof/actions.ts'
import type { Json } from './proof/contract.ts'
import { statusList } from './status/actions.ts'
import { isSet } from './status/rules.ts'
import { verifyBrought, verifyToken } from './verifying/actions.ts'

let here: Awaited<ReturnType<typeof town>>
beforeAll(() => signFor({ secret: 'a secret for tests', address: 'https://linli.example' }))
beforeEach(async () => {
  here = await town()
  signFor({ secret: 'a secret for tests', address: 'https://linli.example' })
})

const hours = (more: Partial<NewCredential> = {}): NewCredential => ({
  personId: here.xiaoyu.id,
  organizationId: here.organizations.silverTeam,
  kind: 'hours',
  period: { from: '2026-01-01', to: '2026-03-31' },
  minutes: 750,
  roles: ['陪伴老人', '送餐'],
  ...more,
})
const issue = (more?: Partial<NewCredential>) => here.zhao.does(actions.issueCredential, hours(more))
const fileOf = async (credentialId: string): Promise<Json> =>
  JSON.parse(String((await here.xiaoyu.does(actions.credentialFile, { credentialId })).body)) as Json
const verify = (credential: unknown, now?: string) =>
  (now ? here.lina.at(now) : here.lina).does(verifyBrought, {
    text: typeof credential === 'string' ? credential : JSON.stringify(credential),
  })
const faultsOf = async (credential: unknown, now?: string) =>
  (await verify(credential, now)).reasons.map(({ fault }) => fault)

test('Xiaoyu’s hours: issued, listed, read by anybody who has the file or the code', async () => {
  const { id, token } = await issue()
  const credential = await fileOf(id)
  const says = { person: '林小雨', minutes: 750, issuer: '柳荫街道', roles: '陪伴老人、送餐', validUntil: null }
  expect(await verify(credential)).toMatchObject({ verdict: 'genuine', reasons: [], says })
  expect(await here.lina.does(verifyToken, { token })).toMatchObject({ verdict: 'genuine', says })
  expect(
    await here.lina.does(verifyToken, { token: `${token.slice(0, -1)}${token.endsWith('_') ? '-' : '_'}` }),
  ).toBeNull()
  const [listed] = await here.xiaoyu.does(actions.listCredentials, { personId: here.xiaoyu.id })
  expect(listed).toMatchObject({ id, minutes: 750, verifyPath: `/verify/${token}`, mayRevoke: false })
  // Nothing of the person but the name.
  expect(JSON.stringify(credential)).not.toMatch(new RegExp(`13900000036|${here.xiaoyu.id}`))
})

test('another program can verify it with what stands in public', async () => {
  const { id } = await issue()
  const credential = await fileOf(id)
  const { proof } = credential as { proof: { verificationMethod: string } }
  const issuer = await here.unasked((context) => profile(context))
  expect(issuer.id).toBe('https://linli.example/issuers/liuyin')
  expect(issuer.assertionMethod).toEqual([proof.verificationMethod])
  const [method] = issuer.verificationMethod as { publicKeyMultibase: string }[]
  expect(await isSignedBy(credential, proof as never, method?.publicKeyMultibase ?? '')).toBe(true)
})

test('nobody else’s hours are to be seen, and only an organizer revokes', async () => {
  const { id } = await issue()
  await expect(here.sun.does(actions.credentialFile, { credentialId: id })).rejects.toThrow('notFound')
  await expect(here.qian.does(actions.listCredentials, { personId: here.xiaoyu.id })).rejects.toThrow('notFound')
  await expect(here.hugo.does(actions.credentialFile, { credentialId: id })).rejects.toThrow('notFound')
  await expect(here.zhao.does(actions.revokeCredential, { credentialId: id, reason: '误' })).rejects.toThrow(
    'notAllowed',
  )
})

test('nothing is certified where there is nothing', async () => {
  await expect(issue({ minutes: 0 })).rejects.toThrow('nothingToCertify')
  await expect(issue({ period: { from: '2026-03-01', to: '2026-02-01' } })).rejects.toThrow('periodTurned')
  await expect(issue({ personId: newId() })).rejects.toThrow('notFound')
})

test('revoked: on the page, in the public list, once', async () => {
  const { id, token } = await issue()
  const other = await issue()
  const credential = await fileOf(id)
  const index = Number((credential.credentialStatus as Json).statusListIndex)
  const isRevoked = async () => {
    const list = await here.unasked((context) => statusList(context, { list: 1 }))
    const [{ publicKeyMultibase: key }] = (await here.unasked((c) => profile(c))).verificationMethod as [Json]
    expect(await isSignedBy(list, list.proof as Json, String(key))).toBe(true)
    const { encodedList } = list.credentialSubject as { encodedList: string }
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
    expect(bits).toHaveLength(16_384)
    return isSet(bits, index)
  }
  expect(await isRevoked()).toBe(false)
  await here.wang.does(actions.revokeCredential, { credentialId: id, reason: '时长登记有误' })
  expect(await isRevoked()).toBe(true)
  expect(await verify(credential)).toMatchObject({
    verdict: 'refused',
    reasons: [{ fault: 'revoked', values: { date: '2026-04-15', reason: '时长登记有误' } }],
  })
  expect((await here.lina.does(verifyToken, { token }))?.verdict).toBe('refused')
  expect((await here.lina.does(verifyToken, other))?.verdict).toBe('genuine')
  await expect(here.wang.does(actions.revokeCredential, { credentialId: id, reason: 'x' })).rejects.toThrow(
    'alreadyRevoked',
  )
})

test('certificates are counted like everything else, each under its own office', async () => {
  await issue()
  await issue({ minutes: 60 })
  await issue({ kind: 'course', title: '应急救护', personId: here.sun.id })
  const count = async (somebody: typeof here.lina, measure: string, filter = '') =>
    (await somebody.does(figure, { fact: 'certificate', measure, filter, period: '2026' })).value
  expect(await count(here.lina, 'count')).toBe(3)
  expect(await count(here.lina, 'count', 'kind=hours')).toBe(2)
  expect(await count(here.lina, 'people')).toBe(2)
  expect(await count(here.qian, 'count')).toBe(0)
})

test('expired, and not yet begun', async () => {
  const { id } = await issue({ expiresAt: new Date('2027-04-15T00:00:00Z') })
  const credential = await fileOf(id)
  expect(await faultsOf(credential)).toEqual([])
  expect(await faultsOf(credential, '2027-04-15T00:00:00Z')).toEqual(['expired'])
  expect(await faultsOf(credential, '2026-04-14T00:00:00Z')).toEqual(['notYet'])
})

test('a new key signs from now on, and what the former one signed stays good', async () => {
  const before = await fileOf((await issue()).id)
  await expect(here.lina.does(rotateKey, {})).rejects.toThrow('notAllowed')
  const { keys } = await here.admin.does(rotateKey, {})
  expect(keys.map(({ number, signed, retiredAt }) => [number, signed, retiredAt !== null])).toEqual([
    [2, 0, false],
    [1, 1, true],
  ])
  const after = await fileOf((await issue()).id)
  expect(await faultsOf(before)).toEqual([])
  expect(await faultsOf(after)).toEqual([])
  expect((before.proof as Json).verificationMethod).not.toBe((after.proof as Json).verificationMethod)
  expect((await here.admin.does(readIssuer, {})).keys.map(({ signed }) => signed)).toEqual([1, 1])
})

test('ten at once have one key and ten places', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => issue()))
  expect(new Set(all.map(({ id }) => id)).size).toBe(10)
  expect((await here.admin.does(readIssuer, {})).keys).toHaveLength(1)
})

test('the office moves to another address: what was issued before stays genuine', async () => {
  const before = await fileOf((await issue()).id)
  signFor({ secret: 'a secret for tests', address: 'https://liuyin.example' })
  expect(await faultsOf(before)).toEqual([])
  const after = await fileOf((await issue()).id)
  expect((after.issuer as Json).id).toBe('https://liuyin.example/issuers/liuyin')
  expect(await faultsOf(after)).toEqual([])
})

test('private keys are locked away: another secret opens none', async () => {
  await issue()
  signFor({ secret: 'another secret', address: 'https://linli.example' })
  await expect(issue()).rejects.toThrow('keyUnreadable')
  const [row] = await here.unasked(({ tx }) => tx.selectFrom('credentialKey').select('privateKey').execute())
  expect(row?.privateKey.includes(Buffer.from('302e020100300506032b6570', 'hex'))).toBe(false)
})

/** Believes every record, and knows the one key. */
const credulous = (genuine: Json, record: Json): Own => ({
  isOurs: () => true,
  hasKey: async (controller, key) => `${controller}#${key}` === (genuine.proof as Json).verificationMethod,
  onRecord: async () => ({ document: record, revoked: null }),
})

test('each field is signed: changed, left out or added, it is refused', async () => {
  const credential = await fileOf((await issue({ expiresAt: new Date('2027-04-15T00:00:00Z') })).id)
  const paths: (string | number)[][] = []
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (path.length > 0) paths.push(path)
    if (Array.isArray(value)) value.forEach((one, i) => void walk(one, [...path, i]))
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) walk(one, [...path, name])
  }
  walk(credential, [])
  const accepted: string[] = []
  const change = (path: (string | number)[], by: (holder: Json, name: string | number) => void): Json => {
    const copy = structuredClone(credential)
    const holder = path.slice(0, -1).reduce<Json>((at, name) => at[name] as Json, copy)
    by(holder, path.at(-1) ?? '')
    return copy
  }
  for (const path of paths) {
    const changes = {
      changed: change(path, (holder, name) => {
        const old = holder[name]
        holder[name] = typeof old === 'string' ? `${old}1` : typeof old === 'boolean' ? !old : 'x'
      }),
      'left out': change(path, (holder, name) => {
        if (Array.isArray(holder)) holder.splice(Number(name), 1)
        else delete holder[name]
      }),
      added: change(path, (holder) => {
        if (Array.isArray(holder)) holder.push('https://other.example/x')
        else holder.extra = 'x'
      }),
    }
    for (const [what, changed] of Object.entries(changes)) {
      if ((await verify(changed)).verdict !== 'refused') accepted.push(`${path.join('.')} ${what}`)
      // Were the record changed as well, the signature alone would still tell.
      const { verdict } = await check(changed, credulous(credential, changed), new Date('2026-04-15T04:00:00Z'))
      if (verdict !== 'refused') accepted.push(`${path.join('.')} ${what}, and the record too`)
    }
  }
  expect(paths.length).toBeGreaterThan(40)
  expect(accepted).toEqual([])
})

test('any byte of the file is changed: refused, and never a bug', async () => {
  const credential = await fileOf((await issue()).id)
  const bytes = Buffer.from(JSON.stringify(credential))
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ by
      expect((await verify(changed.toString('utf8'))).verdict).toBe('refused')
    }),
    { numRuns: 150 },
  )
})

test('in somebody else’s name: a key of one’s own, a name of ours', async () => {
  const ours = await fileOf((await issue()).id)
  const { secure } = await import('./proof/actions.ts')
  const { generateKeyPairSync } = await import('node:crypto')
  const { writeKey } = await import('./proof/rules.ts')
  const pair = generateKeyPairSync('ed25519')
  const key = writeKey(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  const { proof: _, ...unsigned } = ours
  const forge = (verificationMethod: string, more: Json = {}) =>
    secure(
      { ...unsigned, ...more },
      { privateKey: pair.privateKey, verificationMethod, created: new Date('2026-04-15') },
    )
  const issuer = (ours.issuer as Json).id
  expect(await faultsOf(await forge(`${issuer}#${key}`))).toEqual(['issuerUnknown'])
  expect(await faultsOf(await forge(`did:key:${key}`))).toEqual(['wrongIssuer'])
  expect(await faultsOf(await forge(`https://evil.example/issuers/liuyin#${key}`))).toEqual(['wrongIssuer'])
  const elsewhere = { id: 'https://linli.example/issuers/nobody', type: ['Profile'], name: '柳荫街道' }
  expect(await faultsOf(await forge(`${elsewhere.id}#${key}`, { issuer: elsewhere }))).toEqual(['issuerUnknown'])
  for (const id of [
    'did:web:linli.example:issuers:liuyin',
    'https://LINLI.example/issuers/liuyin',
    'http://linli.example/',
  ]) {
    const pretender = { id, type: ['Profile'], name: '柳荫街道' }
    expect(await faultsOf(await forge(`${id}#${key}`, { issuer: pretender }))).toEqual(['issuerUnknown'])
  }
  // A stranger who signs in their own name is not one of ours, whatever they are called; with a status list, not even intact.
  const stranger = { id: 'https://evil.example/issuers/liuyin', type: ['Profile'], name: '柳荫街道' }
  expect(await faultsOf(await forge(`${stranger.id}#${key}`, { issuer: stranger }))).toEqual(['statusUnknown'])
})

test('signed with our key and yet not on record', async () => {
  const ours = await fileOf((await issue()).id)
  const { secure } = await import('./proof/actions.ts')
  const { signingKey } = await import('./issuer/actions.ts')
  const { proof: _, ...unsigned } = ours
  const stolen = (more: Json) =>
    here.unasked(async (context) =>
      secure({ ...unsigned, ...more }, { ...(await signingKey(context)), created: context.now }),
    )
  expect(await faultsOf(await stolen({ id: `urn:uuid:${newId()}` }))).toEqual(['notOnRecord'])
  expect(await faultsOf(await stolen({ name: '另一份证书' }))).toEqual(['altered'])
})
