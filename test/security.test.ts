import { readdir } from 'node:fs/promises'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import * as cast from '../src/demo/cast.ts'
import { modules } from '../src/modules.ts'
import { endpoint, secret, storedFile } from '../src/platform/endpoint.ts'
import { fileStore } from '../src/platform/files.ts'
import { route } from '../src/platform/route.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import { serveForTest } from './serving.ts'
import { town } from './town.ts'
import { temporaryFolder } from './walls/folder.ts'

const lines: string[] = []
let app: FastifyInstance
let db: Awaited<ReturnType<typeof town>>['db']
const folder = temporaryFolder()
const asLina = { 'x-test-asker': `${cast.tenants.willow.id} ${cast.people.lina.id}` }

const takeFile = route(
  endpoint({
    name: 'takeFile',
    method: 'POST',
    path: '/api/test/file',
    upload: true,
    input: z.object({ file: storedFile }),
    output: storedFile,
  }),
  ['coordinator'],
  async (_, { file }) => file,
)
const takeWords = route(
  endpoint({
    name: 'takeWords',
    method: 'POST',
    path: '/api/test/words',
    input: z.object({ phone: z.string(), password: secret(z.string()), fails: z.boolean().optional() }),
    output: z.object({ phone: z.string() }),
  }),
  ['coordinator'],
  async (_, { phone, fails }) => {
    if (fails) throw new Error('something broke')
    return { phone }
  },
)

beforeAll(async () => {
  const { db: here, platform } = await town()
  db = here
  const routes = [...modules.flatMap((module) => module.routes), takeFile, takeWords]
  app = await serveForTest(platform, { tenantId: cast.tenants.willow.id, routes, lines, files: fileStore(folder) })
})
beforeEach(() => {
  lines.length = 0
})

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/test/words', headers: { ...asLina, ...headers }, payload: payload as object })

function form(name: string, content: string | Buffer, field = 'file'): InjectOptions {
  const boundary = 'between-the-parts'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`
  return {
    method: 'POST',
    url: '/api/test/file',
    headers: { ...asLina, 'accept-language': 'en', 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}

test('every answer carries the headers that keep a browser from being misled', async () => {
  for (const url of ['/health', '/api', '/api/openapi.json', '/api/me', '/api/nowhere']) {
    const { headers } = await app.inject({ url })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'")
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['x-powered-by']).toBeUndefined()
  }
})

test('a page of ours holds no script of its own', async () => {
  const { body } = await app.inject({ url: '/api' })
  expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|javascript:/i)
})

test('another site changes nothing with our cookie', async () => {
  const payload = { phone: '1', password: '2' }
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example'])
    expect((await post(payload, { origin, host: 'localhost' })).statusCode).toBe(403)
  expect((await post(payload, { origin: 'http://localhost', host: 'localhost' })).statusCode).toBe(200)
  expect(
    (await app.inject({ url: '/api/me', headers: { ...asLina, origin: 'https://evil.example' } })).statusCode,
  ).toBe(200)
  const { headers } = await app.inject({
    method: 'OPTIONS',
    url: '/api/me',
    headers: { origin: 'https://evil.example' },
  })
  expect(headers['access-control-allow-origin']).toBeUndefined()
})

test('a body has a limit and a form', async () => {
  expect((await post({ phone: 'x'.repeat(2 ** 20), password: '' })).statusCode).toBe(413)
  const broken = (payload: string, type: string) =>
    app.inject({ method: 'POST', url: '/api/test/words', headers: { ...asLina, 'content-type': type }, payload })
  expect((await broken('{"phone":', 'application/json')).json()).toMatchObject({ status: 400, reason: 'badInput' })
  expect((await broken('phone=1&password=2', 'application/x-www-form-urlencoded')).json()).toMatchObject({
    reason: 'badInput',
  })
  expect((await broken('{"__proto__":{"phone":"1"}}', 'application/json')).statusCode).toBe(400)
  for (const payload of [[], null, 'text', 7]) expect([400, 415]).toContain((await post(payload)).statusCode)
})

test('every no is a problem in the reader’s words, with its reason and the fields', async () => {
  const asked = (language: string) => post({ phone: 5 }, { 'accept-language': language })
  const english = (await asked('en-GB,en;q=0.9')).json()
  const chinese = await asked('zh-CN')
  expect(chinese.headers['content-type']).toContain('application/problem+json')
  expect(english).toMatchObject({ type: 'about:blank', status: 400, reason: 'badInput' })
  expect(english.title).toBe('Some fields need your attention; nothing was changed.')
  expect(chinese.json().title).toBe('有内容需要您修改，尚未保存任何更改。')
  expect(chinese.json().issues.map((issue: { path: string }) => issue.path)).toEqual(['phone', 'password'])
  expect(JSON.stringify(chinese.json().issues)).toMatch(/[\u4e00-\u9fff]/)
  expect(JSON.stringify(english.issues)).not.toMatch(/[\u4e00-\u9fff]/)
  for (const [language, words] of [
    ['en', 'Sign in to go on.'],
    ['zh-CN', '请先登录。'],
  ] as const) {
    const answer = await app.inject({ url: '/api/me', headers: { 'accept-language': language } })
    expect([answer.statusCode, answer.json().title]).toEqual([401, words])
  }
  expect((await app.inject({ url: '/api/nowhere', headers: { 'accept-language': 'en' } })).json()).toMatchObject({
    status: 404,
  })
})

test('a bug tells its number and nothing else', async () => {
  const answer = await post({ phone: '13900000032', password: 'hush', fails: true }, { 'accept-language': 'en' })
  expect(answer.statusCode).toBe(500)
  expect(answer.json().title).toContain(answer.headers['x-request-id'])
  expect(answer.body).not.toMatch(/something broke|at .*\.ts/)
  expect(lines.join()).toContain('something broke')
})

test('neither logs nor the audit log keep what they should not', async () => {
  await post({ phone: '13900000032', password: 'hush-hush' })
  await post({ phone: '13900000032', password: 'hush-hush', fails: true })
  await app.inject({ url: '/api/search?text=13900000032', headers: { ...asLina, 'user-agent': '李娜的手机' } })
  await app.inject({ url: '/api/nowhere?phone=13900000032', headers: asLina })
  expect(lines.length).toBeGreaterThan(3)
  for (const personal of ['13900000032', 'hush-hush', '李娜', 'x-test-asker'])
    expect(lines.join()).not.toContain(personal)
  const entries = await asTenant(db, cast.tenants.willow.id, (tx) =>
    tx.selectFrom('auditEntry').where('action', '=', 'takeWords').select('detail').execute(),
  )
  expect(entries).toContainEqual({ detail: { phone: '13900000032' } })
  expect(JSON.stringify(entries)).not.toMatch(/password|hush/)
})

test('a file’s name leads nowhere', async () => {
  const names = [
    '../../etc/passwd',
    '..\\..\\windows\\system.ini',
    '/etc/passwd',
    'C:\\tmp\\a.xlsx',
    '.',
    '..',
    'a\0b.xlsx',
    `${'长'.repeat(300)}.xlsx`,
  ]
  for (const name of names) {
    const answer = await app.inject(form(name, 'content'))
    expect(answer.statusCode).toBe(200)
    expect(answer.json().name).not.toMatch(/[\\/\0]/)
    expect(answer.json().name.length).toBeLessThanOrEqual(200)
    expect(answer.json().hash).toMatch(/^[0-9a-f]{64}$/)
  }
  const kept = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(kept).toHaveLength(1)
  expect(kept[0]?.name).toMatch(/^[0-9a-f]+$/)
})

test('a file that is too large, missing, or sent as something else is refused, and nothing is kept', async () => {
  const count = async () => (await readdir(folder, { recursive: true })).length
  const before = await count()
  const large = await app.inject(form('a.xlsx', Buffer.alloc(70 * 1024)))
  expect([400, 413]).toContain(large.statusCode)
  expect(large.json().reason).toBe('fileTooLarge')
  expect((await app.inject({ ...form('a.xlsx', 'x'), payload: '--between-the-parts--\r\n' })).json().reason).toBe(
    'fileMissing',
  )
  const asJson = { method: 'POST', url: '/api/test/file', headers: asLina, payload: { file: 'x' } } as const
  expect((await app.inject(asJson)).json().reason).toBe('fileMissing')
  const whole = form('a.xlsx', 'x'.repeat(5000))
  for (const bytes of [40, 130, 3000, 5140]) {
    const part = await app.inject({ ...whole, payload: (whole.payload as Buffer).subarray(0, bytes) })
    expect([bytes, part.statusCode, part.json().reason]).toEqual([bytes, 400, 'fileCutShort'])
  }
  expect(await count()).toBe(before)
})

test('whoever may not upload sends nothing that is kept', async () => {
  const asked = { ...form('a.xlsx', 'from a volunteer'), url: '/api/test/file' }
  const asVolunteer = { ...asked.headers, 'x-test-asker': `${cast.tenants.willow.id} ${cast.people.xiaoyu.id}` }
  const before = (await readdir(folder, { recursive: true })).length
  expect((await app.inject({ ...asked, headers: asVolunteer })).statusCode).toBe(403)
  expect((await readdir(folder, { recursive: true })).length).toBe(before)
})
