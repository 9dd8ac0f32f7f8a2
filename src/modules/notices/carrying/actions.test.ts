import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { browser, carryTo, mailServer, receiver } from '../../../../test/loopback.ts'
import { town } from '../../../../test/town.ts'
import { declareMatters, matter } from '../../../platform/notice/matter.ts'
import { type Platform, perform } from '../../../platform/perform.ts'
import { notify, remind, type Telling, withdraw } from '../actions.ts'
import { addDevice, addMailbox, confirmMailbox, sendConfirmation } from '../addresses/actions.ts'
import { chooseWays, readChoices, setWishes } from '../choosing/actions.ts'
import { listNotices, readNotice } from '../inbox/actions.ts'
import { deliverNotice, tellNotices } from './actions.ts'

const shiftCancelled = matter<{ at: { at: string }; who: string }>({
  name: 'testShiftCancelled',
  words: ['A shift of mine is cancelled', '我的班次被取消'],
  title: ['Your shift on {at} is cancelled', '您 {at} 的班次已取消'],
  text: ['{who} cancelled it.', '由{who}取消。'],
  brief: ['Your shift on {at} is cancelled.', '您 {at} 的班次已取消。'],
  channels: ['push', 'email'],
})
declareMatters([shiftCancelled])

type Town = Awaited<ReturnType<typeof town>>
let here: Town
let post: Awaited<ReturnType<typeof mailServer>>
let service: Awaited<ReturnType<typeof receiver>>
beforeAll(async () => {
  post = await mailServer()
  service = await receiver()
})
afterAll(async () => {
  await post.close()
  await service.close()
})
beforeEach(async () => {
  here = await town()
  carryTo({ smtp: post.url })
  post.letters.length = service.heard.length = service.answers.length = 0
  post.state.unknown.clear()
  post.state.busy = false
})

const noon = new Date('2026-04-15T04:00:00Z')
const night = new Date('2026-04-15T15:30:00Z') // half past eleven in Shanghai
const later = (seconds: number, from = noon): Date => new Date(from.getTime() + seconds * 1000)

/** The clock at a time: whatever is due by then is done, as the queue would, until nothing is left. */
async function clock({ platform, tenantId }: { platform: Platform; tenantId: string }, now: Date): Promise<void> {
  const as = <T>(name: string, work: Parameters<typeof perform<T>>[2]) =>
    perform(platform, { name, tenantId, now }, work)
  const waiting = await as('look', ({ tx }) =>
    tx.selectFrom('notice').where('toldAt', 'is', null).where('dueAt', '<=', now).select('id').execute(),
  )
  if (waiting.length > 0)
    await as('tellNotices', (context) => tellNotices(context, { noticeIds: waiting.map(({ id }) => id) }))
  const due = await as('look', ({ tx }) =>
    tx
      .selectFrom('noticeDelivery')
      .where('sentAt', 'is', null)
      .where('givenUpAt', 'is', null)
      .where('dueAt', '<=', now)
      .select('id')
      .execute(),
  )
  for (const { id } of due) await as('deliverNotice', (context) => deliverNotice(context, { deliveryId: id }))
}

const values = { at: { at: '2026-04-18T01:00:00Z' }, who: '赵大勇' }
const cancelled = (personIds: string[], more: Partial<Telling<typeof values>> = {}) => ({
  personIds,
  matter: shiftCancelled,
  key: 'shift 1',
  values,
  link: '/activities/1' as const,
  ...more,
})

/** Confirms a mailbox as its owner would: by the link in the letter. */
async function withMailbox(who: Town['xiaoyu'], email: string): Promise<string> {
  const { id } = await who.does(addMailbox, { email })
  await here.unasked((context) => sendConfirmation(context, { addressId: id, language: 'en', tries: 0 }))
  const letter = post.letters.pop()
  expect(letter?.head('subject')).toBe('Confirm your e-mail address for 柳荫街道')
  const token = /https:\/\/linli\.example\/notices\/mailbox\/([\w-]{54})/.exec(letter?.text ?? '')?.[1] ?? ''
  expect(await here.unasked((context) => confirmMailbox(context, { token }))).toEqual({ id, address: email })
  expect(await here.unasked((context) => confirmMailbox(context, { token }))).toBeNull()
  return id
}

test('one notice reaches its reader in the application, on the phone and by e-mail, in their words', async () => {
  const { xiaoyu } = here
  const phone = browser(service.url)
  await xiaoyu.does(addDevice, phone.subscription)
  await withMailbox(xiaoyu, 'xiaoyu@example.org')
  await xiaoyu.does(setWishes, { quiet: null, language: 'en' })
  await here.zhao.does(notify, cancelled([xiaoyu.id]))
  await clock(here, noon)

  const [letter, ...more] = post.letters
  expect(more).toEqual([])
  expect(letter).toMatchObject({ to: 'xiaoyu@example.org', from: 'linli@liuyin.example' })
  expect(letter?.head('subject')).toMatch(/^Your shift on Sat, Apr 18(,| at) 09:00 is cancelled\.$/)
  expect(letter?.text).toContain('https://linli.example/activities/1')
  expect(letter?.head('list-unsubscribe')).toMatch(
    /^<https:\/\/linli\.example\/notices\/mail\/[\w-]{54}\/testShiftCancelled>$/,
  )
  expect(letter?.head('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  // Nobody's name leaves the application.
  expect(letter?.text).not.toContain('赵大勇')

  const [pushed] = service.heard
  expect(pushed?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'normal' })
  const { body, link } = phone.read(pushed as never) as { body: string; link: string }
  expect([body, link]).toEqual([expect.stringMatching(/^Your shift on Sat, Apr 18/), '/activities/1'])

  const { notices } = await xiaoyu.does(listNotices, { show: 'all' })
  expect(notices).toMatchObject([
    { title: expect.stringContaining('班次已取消'), text: '由赵大勇取消。', readAt: null },
  ])
})

test('the same key tells nobody twice, and who asks for nothing is told nothing outside', async () => {
  const { xiaoyu, zhao } = here
  await xiaoyu.does(addDevice, browser(service.url).subscription)
  await xiaoyu.does(chooseWays, { matter: shiftCancelled.name, channels: [] })
  await zhao.does(notify, cancelled([xiaoyu.id, xiaoyu.id]))
  await clock(here, noon)
  await zhao.does(notify, cancelled([xiaoyu.id]))
  await clock(here, noon)
  expect((await xiaoyu.does(listNotices, { show: 'all' })).notices).toHaveLength(1)
  expect(service.heard).toEqual([])
})

test('what falls into the quiet hours comes at their end, unless it is urgent or has been read', async () => {
  const { xiaoyu, zhao, chen } = here
  for (const who of [xiaoyu, chen]) await who.does(addDevice, browser(service.url, who.id).subscription)
  await zhao.at(night).does(notify, cancelled([xiaoyu.id, chen.id]))
  await zhao.at(night).does(notify, cancelled([xiaoyu.id], { key: 'today', urgent: true }))
  await clock(here, night)
  expect(service.heard).toHaveLength(1)
  expect(service.heard[0]?.headers.urgency).toBe('high')
  // Chen looks into the application in the middle of the night.
  const [seen] = (await chen.at(later(60, night)).does(listNotices, { show: 'all' })).notices
  await chen.at(later(60, night)).does(readNotice, { noticeId: seen?.id ?? '' })
  await clock(here, new Date('2026-04-15T22:59:00Z'))
  expect(service.heard).toHaveLength(1)
  await clock(here, new Date('2026-04-15T23:00:00Z'))
  expect(service.heard.map(({ path }) => path)).toEqual([`/send/${xiaoyu.id}`, `/send/${xiaoyu.id}`])
})

test('a reminder comes at its time, is moved with what it is about, and not sent once that is off', async () => {
  const { xiaoyu, zhao } = here
  await xiaoyu.does(addDevice, browser(service.url).subscription)
  const at = later(3600)
  await zhao.does(remind, { ...cancelled([xiaoyu.id]), at })
  await zhao.does(remind, { ...cancelled([xiaoyu.id]), at: later(7200) })
  await zhao.does(remind, { ...cancelled([xiaoyu.id], { key: 'past' }), at: later(-1) })
  await clock(here, at)
  expect(service.heard).toEqual([])
  expect((await xiaoyu.at(at).does(listNotices, { show: 'all' })).notices).toEqual([])
  await clock(here, later(7200))
  expect(service.heard).toHaveLength(1)
  await zhao.does(remind, { ...cancelled([xiaoyu.id], { key: 'other' }), at })
  await zhao.does(withdraw, { matter: shiftCancelled, key: 'other' })
  await clock(here, later(9999))
  expect(service.heard).toHaveLength(1)
})

test('a browser that took its subscription back is forgotten; one out of reach is tried for a day and shown', async () => {
  const { xiaoyu, zhao } = here
  await xiaoyu.does(setWishes, { quiet: null, language: null })
  await xiaoyu.does(addDevice, browser(service.url).subscription)
  service.answers.push(503, 410)
  await zhao.does(notify, cancelled([xiaoyu.id]))
  await clock(here, noon)
  await clock(here, later(29))
  expect(service.heard).toHaveLength(1)
  await clock(here, later(30))
  expect(service.heard).toHaveLength(2)
  expect((await xiaoyu.does(readChoices, {})).addresses).toEqual([])

  await xiaoyu.does(addDevice, browser('http://127.0.0.1:9').subscription)
  await zhao.does(notify, cancelled([xiaoyu.id], { key: 'other' }))
  for (const hour of Array.from({ length: 30 }, (_, i) => i)) await clock(here, later(hour * 3600))
  expect((await xiaoyu.does(readChoices, {})).addresses).toMatchObject([{ failure: 'unreachable', confirmed: true }])
})

test('a mailbox that refuses is used no more until it is confirmed again, and its owner is told', async () => {
  const { xiaoyu, zhao } = here
  await withMailbox(xiaoyu, 'xiaoyu@example.org')
  post.state.busy = true
  await zhao.does(notify, cancelled([xiaoyu.id]))
  await clock(here, noon)
  post.state.busy = false
  await clock(here, later(30))
  expect(post.letters).toHaveLength(1)
  post.state.unknown.add('xiaoyu@example.org')
  await zhao.does(notify, cancelled([xiaoyu.id], { key: 'other' }))
  await clock(here, later(60))
  expect((await xiaoyu.does(readChoices, {})).addresses).toMatchObject([
    { name: 'xiaoyu@example.org', failure: 'mailboxRefused', status: 550, confirmed: false },
  ])
  const { notices } = await xiaoyu.at(later(60)).does(listNotices, { show: 'all' })
  expect(notices[0]?.title).toBe('您的邮箱收不到通知')
})

test('nobody can have letters sent to strangers, minute by minute', async () => {
  const { xiaoyu, chen } = here
  await xiaoyu.does(addMailbox, { email: 'one@example.org' })
  await expect(xiaoyu.does(addMailbox, { email: 'two@example.org' })).rejects.toThrow('confirmationJustSent')
  for (const i of [2, 3, 4, 5]) await xiaoyu.at(later(i * 61)).does(addMailbox, { email: `${i}@example.org` })
  await expect(xiaoyu.at(later(999)).does(addMailbox, { email: '6@example.org' })).rejects.toThrow('tooManyMailboxes')
  carryTo()
  await expect(chen.does(addMailbox, { email: 'one@example.org' })).rejects.toThrow('mailNotSetUp')
})

test('a browser belongs to whoever is signed in on it now', async () => {
  const { xiaoyu, chen } = here
  const shared = browser(service.url)
  await xiaoyu.does(addDevice, shared.subscription)
  await chen.does(addDevice, shared.subscription)
  expect((await xiaoyu.does(readChoices, {})).addresses).toEqual([])
  expect((await chen.does(readChoices, {})).addresses).toHaveLength(1)
  carryTo({ allowPrivate: false })
  await expect(chen.does(addDevice, shared.subscription)).rejects.toThrow('unfitAddress')
})
