import type { Context } from '../../../platform/context.ts'
import type { Language } from '../../../platform/i18n.ts'
import { job } from '../../../platform/jobs.ts'
import { type Matter, matterNamed } from '../../../platform/notice/matter.ts'
import type { Outcome } from '../../../platform/notice/outcome.ts'
import { sendPush } from '../../../platform/notice/push.ts'
import { dayIn } from '../../../platform/zone.ts'
import { notify } from '../actions.ts'
import { carriers } from '../carriers/actions.ts'
import { addressFailed } from '../matters.ts'
import { afterQuiet, nextTry, type Quiet, saidOf, usualQuiet, waysOf } from '../rules.ts'
import { letterAbout } from './letter/actions.ts'
import * as queries from './queries.ts'

/** One notice on one way. */
export const noticeToDeliver = job<{ deliveryId: string }>('deliverNotice')

type Wish = { quietFrom: string | null; quietTo: string | null }

const quietIn = (wish: Wish | undefined): Quiet | null => {
  if (!wish) return usualQuiet
  return wish.quietFrom && wish.quietTo ? { from: wish.quietFrom.slice(0, 5), to: wish.quietTo.slice(0, 5) } : null
}

/** Decides for each person which ways it goes to them, and when: now, or when their quiet hours end. */
export async function tellNotices(
  { tx, me, now, enqueue }: Context,
  { noticeIds }: { noticeIds: string[] },
): Promise<void> {
  const notices = await queries.claimNotices(tx, noticeIds, now)
  const people = notices.map(({ personId }) => personId)
  const addresses = Map.groupBy(await queries.addressesOf(tx, people), ({ personId }) => personId)
  const choices = new Map((await queries.choicesOf(tx, people)).map((one) => [`${one.personId} ${one.matter}`, one]))
  const wishes = new Map((await queries.quietOf(tx, people)).map((one) => [one.personId, one]))
  const due = notices.flatMap(({ id, personId, matter: name, urgent }) => {
    const matter = matterNamed(name)
    const ways = matter ? waysOf(matter, choices.get(`${personId} ${name}`)?.channels) : []
    const at = urgent ? now : afterQuiet(quietIn(wishes.get(personId)), me.timeZone, now)
    return (addresses.get(personId) ?? [])
      .filter(({ kind }) => ways.includes(kind as (typeof ways)[number]))
      .map((address) => ({ noticeId: id, addressId: address.id, at }))
  })
  for (const { id, dueAt } of await queries.insertDeliveries(tx, due))
    await enqueue(noticeToDeliver, { deliveryId: id }, { at: dueAt, key: id })
}

type Held = NonNullable<Awaited<ReturnType<typeof queries.lockDelivery>>>

/** One try on one way. What does not arrive is tried again for a day; then, or when trying is no use, its owner is told. */
export async function deliverNotice(context: Context, { deliveryId }: { deliveryId: string }): Promise<void> {
  const { tx, me, now, enqueue } = context
  const one = await queries.lockDelivery(tx, deliveryId)
  if (!one || one.held.dueAt > now) return
  const matter = matterNamed(one.notice.matter)
  // Read in the application meanwhile, in the night for example: it need not come a second time.
  if (!matter || one.notice.readAt) return void (await queries.deleteDelivery(tx, deliveryId))
  const outcome = await carry(context, one, matter)
  const tries = one.held.tries + 1
  if (outcome.ok) {
    await queries.setTried(tx, deliveryId, { tries, sentAt: now, failure: null, status: null })
    return void (await queries.setStanding(tx, one.address.id, { failedAt: null, failure: null, status: null }))
  }
  const { failure, status = null } = outcome
  const next = outcome.lasting ? null : nextTry(tries, one.held.begunAt, now, outcome.after)
  if (!next) {
    await queries.setTried(tx, deliveryId, { tries, givenUpAt: now, failure, status })
    return giveUp(context, one, outcome)
  }
  const dueAt = one.notice.urgent ? next : afterQuiet(quietIn(one.wish), me.timeZone, next)
  await queries.setTried(tx, deliveryId, { tries, dueAt, failure, status })
  await enqueue(noticeToDeliver, { deliveryId }, { at: dueAt, key: deliveryId })
}

function carry(context: Context, { held, notice, address, wish }: Held, matter: Matter): Promise<Outcome> {
  const { me, now } = context
  const { mail, push, address: subject, allowPrivate } = carriers()
  const language = (wish?.language ?? me.language) as Language
  const brief = saidOf(language, me.timeZone, matter.brief, notice.filling)
  if (address.kind === 'email')
    return mail
      ? letterAbout(context, { id: held.id, address, notice, brief, language }).then(mail.send)
      : Promise.resolve({ ok: false, failure: 'notSetUp', lasting: false })
  const { p256dh, auth } = address.keys as { p256dh: string; auth: string }
  const content = JSON.stringify({ body: brief, link: notice.link ?? '/notices', tag: notice.id, lang: language })
  const message = { content, urgent: notice.urgent, topic: notice.id.replaceAll('-', ''), seconds: 24 * 60 * 60 }
  return sendPush({ endpoint: address.address, p256dh, auth }, message, { key: push, subject, allowPrivate }, now)
}

type Failed = Extract<Outcome, { ok: false }>

async function giveUp(
  context: Context,
  { address, notice }: Held,
  { failure, status, lasting }: Failed,
): Promise<void> {
  const { tx, now, me } = context
  // The browser took its subscription back: there is nobody at this address any more.
  if (address.kind === 'push' && lasting) return void (await queries.deleteAddress(tx, address.id))
  const standing = { failedAt: now, failure, status: status ?? null }
  await queries.setStanding(tx, address.id, lasting ? { ...standing, confirmedAt: null } : standing)
  if (address.kind !== 'email') return
  await notify(context, {
    personIds: [notice.personId],
    matter: addressFailed,
    key: `${address.id} ${dayIn(me.timeZone, now)}`,
    values: { address: address.address },
    link: '/notices/choices',
  })
}
