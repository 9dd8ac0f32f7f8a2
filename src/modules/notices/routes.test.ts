import { afterAll, expect, test } from 'vitest'
import { ownerAddress } from '../../../test/fresh-database.ts'
import { browser, carryTo, mailServer, receiver } from '../../../test/loopback.ts'
import { serveForTest } from '../../../test/serving.ts'
import { town } from '../../../test/town.ts'
import { runJobs } from '../../platform/jobs.ts'
import { createLog } from '../../platform/log.ts'
import { perform } from '../../platform/perform.ts'
import { notify } from './actions.ts'
import { tasks } from './jobs.ts'
import { webhookFailed } from './matters.ts'

const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

/** The whole house: the server, the queue at its own pace, a mail server and a push service. */
async function house() {
  const here = await town()
  const post = await mailServer()
  const service = await receiver()
  closing.push(post.close, service.close)
  const app = await serveForTest(here.platform, { tenantId: here.tenantId })
  carryTo({ smtp: post.url })
  const jobs = await runJobs(tasks, here.platform, await ownerAddress(), createLog('silent'))
  closing.push(jobs.stop)
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    app.inject({
      method,
      url,
      headers: { 'accept-language': 'en', 'x-test-asker': `${here.tenantId} ${here.xiaoyu.id}` },
      ...(payload ? { payload } : {}),
    })
  /** A link out of a letter, opened by somebody who is not signed in. */
  const open = (url: string, method: 'GET' | 'POST' = 'GET', form = '') =>
    app.inject({
      method,
      url: url.replace('https://linli.example', ''),
      headers: { 'accept-language': 'en', 'content-type': 'application/x-www-form-urlencoded' },
      ...(method === 'POST' ? { payload: form } : {}),
    })
  const tell = (key: string) =>
    perform(here.platform, { name: 'tell', tenantId: here.tenantId }, (context) =>
      notify(context, { personIds: [here.xiaoyu.id], matter: webhookFailed, key, values: { host: 'hooks.example' } }),
    )
  return { here, post, service, ask, open, tell }
}

test('from a mailbox and a phone, through what arrives there, to no more of it', async () => {
  const { post, service, ask, open, tell } = await house()
  const within = { timeout: 20_000, interval: 50 }
  const phone = browser(service.url)
  expect((await ask('PUT', '/api/notices/wishes', { quiet: null, language: 'zh-CN' })).statusCode).toBe(200)
  expect((await ask('POST', '/api/notices/devices', phone.subscription)).statusCode).toBe(200)
  expect((await ask('POST', '/api/notices/mailboxes', { email: 'xiaoyu@example.org' })).statusCode).toBe(200)
  await expect.poll(() => post.letters.length, within).toBe(1)

  // Nothing is sent to it before its owner has pressed the button; looking at the link is not enough.
  const link = /https:\/\/linli\.example\S+/.exec(post.letters[0]?.text ?? '')?.[0] ?? ''
  expect((await open(link)).body).toContain('Notices will be sent to xiaoyu@example.org.')
  await tell('before')
  await expect.poll(() => service.heard.length, within).toBe(1)
  expect(post.letters).toHaveLength(1)
  expect((await open(link, 'POST')).body).toContain('xiaoyu@example.org is confirmed')
  expect((await open(link)).statusCode).toBe(404)

  await tell('after')
  await expect.poll(() => [post.letters.length, service.heard.length], within).toEqual([2, 2])
  expect(phone.read(service.heard[1] as never).body).toBe('您设置的 Webhook 无法送达。')
  const letter = post.letters[1]
  expect(letter?.head('subject')).toBe('您设置的 Webhook 无法送达。')
  expect((await ask('GET', '/api/notices/unread')).json()).toEqual({ unread: 2 })
  const { notices } = (await ask('GET', '/api/notices')).json() as { notices: { id: string; title: string }[] }
  expect(notices.map(({ title }) => title)).toEqual(Array(2).fill('The webhook to hooks.example fails'))
  await ask('POST', `/api/notices/${notices[0]?.id}/read`)
  expect((await ask('GET', '/api/notices/unread')).json()).toEqual({ unread: 1 })
  await ask('POST', '/api/notices/read')
  expect((await ask('GET', '/api/notices/unread')).json()).toEqual({ unread: 0 })

  // The mail program's one click ends this matter by e-mail; the phone still hears of it.
  const leave = letter?.head('list-unsubscribe').slice(1, -1) ?? ''
  expect((await open(leave)).body).toContain('Only about: A webhook of mine fails')
  expect((await open(leave, 'POST', 'List-Unsubscribe=One-Click')).statusCode).toBe(200)
  const choices = () => ask('GET', '/api/notices/choices').then((answer) => answer.json())
  expect((await choices()).matters).toContainEqual(
    expect.objectContaining({ matter: 'webhookFailed', channels: ['push'] }),
  )
  await tell('later')
  await expect.poll(() => service.heard.length, within).toBe(3)
  expect(post.letters).toHaveLength(2)
  expect((await open(leave, 'POST', 'what=all')).body).toContain('xiaoyu@example.org gets no more e-mail.')
  expect((await choices()).addresses).toMatchObject([{ kind: 'push', name: 'Firefox one' }])
  expect((await open(leave, 'POST')).statusCode).toBe(404)
})

test('nobody reads, marks or removes what is another’s', async () => {
  const { here, ask } = await house()
  await here.zhao.does(notify, { personIds: [here.chen.id], matter: webhookFailed, key: 'hers', values: { host: 'a' } })
  const [hers] = await here.chen.does(({ tx }) => tx.selectFrom('notice').select('id').execute(), {})
  expect((await ask('GET', '/api/notices')).json()).toEqual({ notices: [], next: null })
  expect((await ask('POST', `/api/notices/${hers?.id}/read`)).statusCode).toBe(404)
  expect((await ask('DELETE', `/api/notices/addresses/${hers?.id}`)).statusCode).toBe(404)
  expect((await ask('PUT', '/api/notices/choices/nothing', { channels: [] })).statusCode).toBe(404)
  expect((await ask('GET', '/api/webhooks')).statusCode).toBe(403)
})
