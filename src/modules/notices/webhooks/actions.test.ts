import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { carryTo, receiver } from '../../../../test/loopback.ts'
import { town } from '../../../../test/town.ts'
import { perform } from '../../../platform/perform.ts'
import { listNotices } from '../inbox/actions.ts'
import { tried } from '../matters.ts'
import * as actions from './actions.ts'
import { announce, deliverHook } from './carrying/actions.ts'

let here: Awaited<ReturnType<typeof town>>
let program: Awaited<ReturnType<typeof receiver>>
beforeAll(async () => {
  program = await receiver()
})
afterAll(async () => {
  await program.close()
})
beforeEach(async () => {
  here = await town()
  carryTo()
  program.heard.length = program.answers.length = 0
})

const noon = new Date('2026-04-15T04:00:00Z')
const later = (hours: number): Date => new Date(noon.getTime() + hours * 3600_000)

/** The clock at a time: whatever is due by then is tried once. */
async function clock(now: Date): Promise<void> {
  const as = <T>(work: Parameters<typeof perform<T>>[2]) =>
    perform(here.platform, { name: 'deliverHook', tenantId: here.tenantId, now }, work)
  const due = await as(({ tx }) =>
    tx
      .selectFrom('webhookDelivery')
      .where('sentAt', 'is', null)
      .where('givenUpAt', 'is', null)
      .where('dueAt', '<=', now)
      .select('id')
      .execute(),
  )
  for (const { id } of due) await as((context) => deliverHook(context, { deliveryId: id }))
}

const hook = () => here.admin.does(actions.createWebhook, { url: program.url, events: [tried.event] })
const happens = (data: object) => here.lina.does((context, input: object) => announce(context, tried, input), data)
const deliveriesOf = async (webhookId: string) =>
  (await here.admin.at(later(48)).does(actions.listHookDeliveries, { webhookId, show: 'all' })).deliveries

test('what happens is told once, signed so that the receiver can verify it', async () => {
  const { secret } = await hook()
  await happens({ activity: '义诊' })
  // The receiver's own library insists on the present time.
  await clock(new Date())
  expect(program.heard).toHaveLength(1)
  const [{ headers, body } = { headers: {}, body: Buffer.of() }] = program.heard
  const verified = new Webhook(secret).verify(body.toString(), headers as Record<string, string>)
  expect(verified).toEqual({ type: 'webhook.tried', timestamp: noon.toISOString(), data: { activity: '义诊' } })
  expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow(
    'No matching signature',
  )
  const other = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  expect(() => new Webhook(other).verify(body.toString(), headers as Record<string, string>)).toThrow(
    'No matching signature',
  )
  await clock(new Date())
  expect(program.heard).toHaveLength(1)
})

test('a receiver that is down is tried for a day; then its failures stand there, and can be sent again', async () => {
  const { id } = await hook()
  program.answers.push(...Array.from({ length: 9 }, () => 500))
  await happens({})
  for (let hour = 0; hour <= 30; hour += 0.005) await clockIfDue(later(hour))
  expect(program.heard).toHaveLength(9)
  expect(new Set(program.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  const [failed] = await deliveriesOf(id)
  expect(failed).toMatchObject({ state: 'failed', failure: 'answered', status: 500, tries: 9 })
  const { notices } = await here.admin.at(later(48)).does(listNotices, { show: 'all' })
  expect(notices).toMatchObject([
    { title: `发往 ${new URL(program.url).host} 的 Webhook 无法送达`, link: `/webhooks/${id}` },
  ])

  await here.admin.at(later(40)).does(actions.sendHookAgain, { deliveryId: failed?.id ?? '' })
  await clock(later(40))
  expect(program.heard.at(-1)?.headers['webhook-id']).toBe(program.heard[0]?.headers['webhook-id'])
  expect(await deliveriesOf(id)).toMatchObject([{ state: 'sent', tries: 1, failure: null }])
}, 120_000)

let due: unknown = null
/** Asks the clock only when something is due: the test would take a thousand transactions otherwise. */
async function clockIfDue(now: Date): Promise<void> {
  if (due instanceof Date && due > now) return
  await clock(now)
  const [next] = await deliveriesOf((await here.admin.does(actions.listWebhooks, {})).webhooks[0]?.id ?? '')
  due = next?.state === 'waiting' ? next.at : later(999)
}

test('one that says it is gone, or was switched off, is told nothing more', async () => {
  const { id } = await hook()
  program.answers.push(410)
  await happens({})
  await happens({ second: true })
  await clock(noon)
  expect(program.heard).toHaveLength(1)
  const { webhooks } = await here.admin.does(actions.listWebhooks, {})
  expect(webhooks).toMatchObject([{ id, disabledAt: noon, failed: 2, sent: 0, waiting: 0, createdBy: here.admin.name }])
  await happens({ third: true })
  expect(await deliveriesOf(id)).toHaveLength(2)
  await expect(here.admin.does(actions.tryWebhook, { webhookId: id })).rejects.toThrow('webhookDisabled')
  await here.admin.does(actions.changeWebhook, { webhookId: id, events: [tried.event], disabled: false })
  await here.admin.does(actions.tryWebhook, { webhookId: id })
  await clock(noon)
  expect(program.heard).toHaveLength(2)
})

test('nothing that is taken back is told, and a new secret ends the old one', async () => {
  const { id, secret } = await hook()
  await expect(
    here.lina.does(async (context) => {
      await announce(context, tried, {})
      throw new Error('changed my mind')
    }, {}),
  ).rejects.toThrow('changed my mind')
  await clock(noon)
  expect(program.heard).toEqual([])
  const renewed = await here.admin.does(actions.renewWebhookSecret, { webhookId: id })
  expect(renewed.secret).not.toBe(secret)
  await happens({})
  await clock(new Date())
  const [{ headers, body } = { headers: {}, body: Buffer.of() }] = program.heard
  expect(() => new Webhook(secret).verify(body.toString(), headers as Record<string, string>)).toThrow()
  new Webhook(renewed.secret).verify(body.toString(), headers as Record<string, string>)
})

test('only who administers everything, only to addresses outside, and only of what there is', async () => {
  const input = { url: 'https://hooks.example/linli', events: [tried.event] }
  for (const who of [here.lina, here.wang, here.xiaoyu])
    await expect(who.does(actions.createWebhook, input)).rejects.toThrow('notAllowed')
  await expect(here.admin.does(actions.createWebhook, { ...input, events: ['nothing'] })).rejects.toThrow(
    'unknownEvent',
  )
  carryTo({ allowPrivate: false })
  await expect(here.admin.does(actions.createWebhook, { ...input, url: 'https://10.0.0.1/' })).rejects.toThrow(
    'privateAddress',
  )
  await expect(here.admin.does(actions.createWebhook, { ...input, url: 'http://hooks.example/' })).rejects.toThrow(
    'unfitAddress',
  )
  // Allowed when it was made, and no longer: it is not called.
  carryTo()
  const { id } = await hook()
  carryTo({ allowPrivate: false })
  await happens({})
  await clock(noon)
  expect(program.heard).toEqual([])
  expect(await deliveriesOf(id)).toMatchObject([{ state: 'failed', failure: 'privateAddress' }])
})
