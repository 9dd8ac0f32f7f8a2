import type { FastifyInstance } from 'fastify'
import { createElement as h } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { serveForTest } from '../../../test/serving.ts'
import { town } from '../../../test/town.ts'
import { NotFound, Refused } from '../errors.ts'
import type { PublicPage } from './page.ts'

let app: FastifyInstance
let here: Awaited<ReturnType<typeof town>>

const pages: PublicPage[] = [
  {
    name: 'greet',
    method: 'GET',
    path: '/test/greet/:who',
    render: async ({ me }, { params, language }) => ({
      title: language,
      body: h('p', null, `${params.who} <b> ${me.tenantId}`),
    }),
  },
  {
    name: 'office',
    method: 'GET',
    path: '/test/offices/:slug',
    officeOf: ({ params }) => params.slug ?? null,
    render: async ({ me }) => ({ data: { tenant: me.tenantId }, seconds: 60 }),
  },
  {
    name: 'take',
    method: 'POST',
    path: '/test/take',
    largestFile: 1000,
    perMinute: 20,
    render: async (_, { form, file }) => ({ data: { form, name: file?.name, text: file?.content.toString() } }),
  },
  {
    name: 'fail',
    method: 'GET',
    path: '/test/fail/:how',
    render: async ({ tx }, { params }) => {
      if (params.how === 'refused') throw new Refused('notAllowed')
      if (params.how === 'writes')
        await tx.insertInto('person').values({ id: here.admin.id, name: 'x', search: '' }).execute()
      if (params.how === 'broken') throw new Error('something secret broke')
      throw new NotFound()
    },
  },
]

beforeAll(async () => {
  here = await town()
  app = await serveForTest(here.platform, { tenantId: here.tenantId, publicPages: pages })
})

test('a page in the reader’s language, without script, with a switch, and nobody’s tags', async () => {
  const answer = await app.inject({ url: '/test/greet/%3Cscript%3E', headers: { 'accept-language': 'en-GB,en' } })
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.body).toMatch(/^<!doctype html><html lang="en">/)
  expect(answer.body).toContain('href="/test/greet/%3Cscript%3E?lang=zh-CN"')
  expect(answer.body).toContain(`&lt;script&gt; &lt;b&gt; ${here.tenantId}`)
  expect(answer.body).not.toMatch(/<script/i)
  expect(Buffer.byteLength(answer.body)).toBeLessThan(15_000)
  const chosen = await app.inject({ url: '/test/greet/x?lang=zh-CN', headers: { 'accept-language': 'en' } })
  expect(chosen.body).toContain('<html lang="zh-CN">')
})

test('an address that names an office is that office’s, or nobody’s', async () => {
  expect((await app.inject('/test/offices/liuyin')).json()).toEqual({ tenant: here.tenantId })
  expect((await app.inject('/test/offices/dongshan')).json()).toEqual({ tenant: here.hugo.asker.tenantId })
  expect((await app.inject('/test/offices/nowhere')).statusCode).toBe(404)
})

const boundary = 'x'
const multipart = (text: string) =>
  [
    `--${boundary}\r\ncontent-disposition: form-data; name="word"\r\n\r\n您好`,
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.json"\r\n\r\n${text}`,
    `--${boundary}--\r\n`,
  ].join('\r\n')
const send = (type: string, payload: string, more: object = {}) =>
  app.inject({ method: 'POST', url: '/test/take', headers: { 'content-type': type, ...more }, payload })

test('forms with and without a file, and programs', async () => {
  const form = await send(`multipart/form-data; boundary=${boundary}`, multipart('{}'))
  expect(form.json()).toEqual({ form: { word: '您好' }, name: 'a.json', text: '{}' })
  expect((await send('application/x-www-form-urlencoded', 'a=1&b=%E5%A5%BD')).json()).toEqual({
    form: { a: '1', b: '好' },
  })
  expect((await send('application/vc+ld+json', '{"a":1}')).json()).toEqual({ form: {}, name: '', text: '{"a":1}' })
  const large = await send(`multipart/form-data; boundary=${boundary}`, multipart('x'.repeat(1001)))
  expect([large.statusCode, large.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8'])
  expect((await send('text/csv', 'a')).statusCode).toBe(415)
  const foreign = await send('application/x-www-form-urlencoded', 'a=1', { origin: 'https://evil.example' })
  expect(foreign.statusCode).toBe(403)
})

test('trouble is said in a page, in words, and tells nothing', async () => {
  const fail = (how: string) => app.inject({ url: `/test/fail/${how}`, headers: { 'accept-language': 'zh-CN' } })
  expect((await fail('not')).statusCode).toBe(404)
  expect((await fail('refused')).statusCode).toBe(409)
  const broken = await fail('broken')
  expect([broken.statusCode, broken.body.includes('secret'), broken.body.includes('系统出错')]).toEqual([
    500,
    false,
    true,
  ])
  // A page that is not said to write cannot.
  expect((await fail('writes')).statusCode).toBe(500)
})

test('whoever asks too often waits', async () => {
  const answers: number[] = []
  for (let i = 0; i < 25; i++) answers.push((await send('application/x-www-form-urlencoded', 'a=1')).statusCode)
  expect(answers).toContain(429)
})
