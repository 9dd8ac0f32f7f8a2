import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { serveForTest } from '../../../../test/serving.ts'
import { town } from '../../../../test/town.ts'
import { certificateFile, issueCredential, revokeCredential } from '../actions.ts'

let app: FastifyInstance
let here: Awaited<ReturnType<typeof town>>
let issued: { id: string; token: string }

beforeAll(async () => {
  here = await town()
  app = await serveForTest(here.platform, { tenantId: here.tenantId })
  issued = await issue()
})

const issue = () =>
  here.zhao.does(issueCredential, {
    personId: here.xiaoyu.id,
    organizationId: here.organizations.silverTeam,
    kind: 'hours',
    period: { from: '2026-01-01', to: '2026-03-31' },
    minutes: 750,
  })
const open = (url: string, language = 'zh-CN') => app.inject({ url, headers: { 'accept-language': language } })
const bring = (content: Buffer | string, { accept = 'text/html', language = 'zh-CN' } = {}) => {
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n'
  return app.inject({
    method: 'POST',
    url: '/verify',
    headers: { 'content-type': 'multipart/form-data; boundary=x', accept, 'accept-language': language },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--x--\r\n')]),
  })
}
const verdictOn = async (content: Buffer | string) => (await bring(content, { accept: 'application/json' })).json()
const signed = async (): Promise<string> => (await open(`/verify/${issued.token}/badge`)).body

test('without signing in: the code on the paper, in both languages', async () => {
  const page = await open(`/verify/${issued.token}`)
  expect(page.statusCode).toBe(200)
  for (const words of ['真实有效', '林小雨', '12 小时 30 分钟', '柳荫街道']) expect(page.body).toContain(words)
  expect(page.body).not.toMatch(/13900000036|<script/)
  expect(Buffer.byteLength(page.body)).toBeLessThan(15_000)
  expect((await open(`/verify/${issued.token}`, 'en')).body).toContain('12 hours 30 minutes')
  const wrong = await open(`/verify/${issued.token.slice(0, -2)}xx`)
  expect([wrong.statusCode, wrong.body.includes('没有此证书的记录')]).toEqual([404, true])
  expect((await open('/verify/short')).statusCode).toBe(404)
})

test('by file: genuine, tampered, somebody else’s, nonsense', async () => {
  expect((await open('/verify')).body).toContain('multipart/form-data')
  const file = await signed()
  const page = await bring(file)
  expect([page.statusCode, page.body.includes('真实有效')]).toEqual([200, true])
  expect(await verdictOn(file)).toMatchObject({ accepted: true, verdict: 'genuine', reasons: [] })
  const tampered = file.replace('"750"', '"7500"')
  expect((await bring(tampered, { language: 'en' })).body).toContain('It was changed after it had been signed')
  expect(await verdictOn(tampered)).toMatchObject({ accepted: false, reasons: [{ reason: 'altered' }] })
  const foreign = readFileSync(new URL('../../../../test/data/open-badges/simple.json', import.meta.url))
  expect(await verdictOn(foreign)).toMatchObject({ accepted: true, verdict: 'intact' })
  expect((await bring(foreign)).body).toContain('无法确认颁发者')
  expect(await verdictOn('nonsense')).toMatchObject({ accepted: false, reasons: [{ reason: 'unreadable' }] })
  expect((await bring('')).body).toContain('尚未选择文件')
})

test('an office’s file is known whichever office’s page it is brought to', async () => {
  const elsewhere = await serveForTest(here.platform, { tenantId: here.hugo.asker.tenantId })
  const answer = await elsewhere.inject({
    method: 'POST',
    url: '/verify',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    payload: await signed(),
  })
  expect(answer.json()).toMatchObject({ verdict: 'genuine' })
})

test('the printed paper as a file leads to its own page', async () => {
  const { body } = await here.xiaoyu.does(certificateFile, { credentialId: issued.id })
  expect(await verdictOn(body as Buffer)).toMatchObject({ verdict: 'genuine', says: { person: '林小雨' } })
  expect(await verdictOn('%PDF-1.4 nothing')).toMatchObject({ reasons: [{ reason: 'unreadable' }] })
})

test('a badge in a picture', async () => {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  const text = (keyword: string, content: string) => chunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${content}`))
  const end = chunk('IEND', Buffer.alloc(0))
  const picture = Buffer.concat([start, text('Comment', 'x'), text('openbadgecredential', await signed()), end])
  expect(await verdictOn(picture)).toMatchObject({ verdict: 'genuine' })
  for (const broken of [start, Buffer.concat([start, end]), Buffer.concat([start, Buffer.from('ffffffff', 'hex')])])
    expect(await verdictOn(broken)).toMatchObject({ reasons: [{ reason: 'unreadable' }] })
})

test('revoked: the page says since when and why', async () => {
  const other = await issue()
  await here.wang.does(revokeCredential, { credentialId: other.id, reason: '时长登记有误' })
  expect((await open(`/verify/${other.token}`)).body).toContain('已于 2026-04-15 撤销：时长登记有误')
})

test('keys and revocations stand in public for programs', async () => {
  const issuer = await open('/issuers/liuyin')
  expect(issuer.headers['access-control-allow-origin']).toBe('*')
  expect(issuer.json()).toMatchObject({ id: 'https://linli.example/issuers/liuyin', name: '柳荫街道' })
  const list = await open('/issuers/liuyin/status/1')
  expect(list.json()).toMatchObject({ type: ['VerifiableCredential', 'BitstringStatusListCredential'] })
  for (const nothing of [
    '/issuers/nobody',
    '/issuers/liuyin/status/2',
    '/issuers/liuyin/status/x',
    '/issuers/dongshan/status/1',
  ])
    expect((await open(nothing)).statusCode).toBe(404)
})
