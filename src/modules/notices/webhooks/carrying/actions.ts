import type { Context } from '../../../../platform/context.ts'
import { job } from '../../../../platform/jobs.ts'
import { sendHook } from '../../../../platform/notice/hook.ts'
import type { HookEvent } from '../../../../platform/notice/matter.ts'
import type { Outcome } from '../../../../platform/notice/outcome.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { notify } from '../../actions.ts'
import { carriers, hookLock } from '../../carriers/actions.ts'
import { webhookFailed } from '../../matters.ts'
import { nextTry } from '../../rules.ts'
import * as queries from '../queries.ts'

type Telling = Pick<Context, 'tx' | 'me' | 'now' | 'enqueue'>

/** One event to one program. */
export const hookToDeliver = job<{ deliveryId: string }>('deliverHook')

/** A secret locked away for one webhook opens for no other. */
export const aboutHook = (tenantId: string, webhookId: string): string => `${tenantId} ${webhookId}`

/** Tells every program that listens, in the transaction of whoever asks. */
export async function announce<D extends object>(context: Telling, { event }: HookEvent<D>, data: D): Promise<void> {
  for (const { id } of await queries.listeningTo(context.tx, event)) await sendTo(context, id, event, data)
}

export async function sendTo(
  { tx, now, enqueue }: Telling,
  webhookId: string,
  event: string,
  data: object,
): Promise<void> {
  const body = JSON.stringify({ type: event, timestamp: now.toISOString(), data })
  const deliveryId = await queries.insertDelivery(tx, { webhookId, event, body, now })
  await enqueue(hookToDeliver, { deliveryId }, { key: deliveryId })
}

/** One try. What does not arrive is tried again for a day; then whoever set it up is told. */
export async function deliverHook(context: Context, { deliveryId }: { deliveryId: string }): Promise<void> {
  const { tx, me, now, enqueue } = context
  const one = await queries.lockDelivery(tx, deliveryId)
  if (!one || one.sentAt || one.givenUpAt || one.dueAt > now) return
  const hook = await queries.webhookById(tx, one.webhookId)
  if (!hook) return
  const tries = one.tries + 1
  if (hook.disabledAt)
    return void (await queries.setTried(tx, deliveryId, {
      tries: one.tries,
      givenUpAt: now,
      failure: null,
      status: null,
    }))
  const secret = hookLock().open(hook.secret, aboutHook(me.tenantId, hook.id))
  const message = { id: `msg_${one.id}`, body: one.body }
  const outcome = await sendHook({ url: hook.url, secret }, message, carriers().allowPrivate, now)
  if (outcome.ok)
    return void (await queries.setTried(tx, deliveryId, { tries, sentAt: now, failure: null, status: null }))
  const { failure, status = null, lasting, after } = outcome
  const dueAt = lasting ? null : nextTry(tries, one.begunAt, now, after)
  if (dueAt) {
    await queries.setTried(tx, deliveryId, { tries, dueAt, failure, status })
    return enqueue(hookToDeliver, { deliveryId }, { at: dueAt, key: deliveryId })
  }
  await queries.setTried(tx, deliveryId, { tries, givenUpAt: now, failure, status })
  await giveUp(context, hook, outcome)
}

type Hook = { id: string; url: string; createdBy: string | null }

async function giveUp(
  context: Context,
  { id, url, createdBy }: Hook,
  { failure }: Extract<Outcome, { ok: false }>,
): Promise<void> {
  // Gone, it says, and means for good.
  if (failure === 'gone') await queries.updateWebhook(context.tx, id, { disabledAt: context.now })
  await notify(context, {
    personIds: createdBy ? [createdBy] : [],
    matter: webhookFailed,
    key: `${id} ${dayIn(context.me.timeZone, context.now)}`,
    values: { host: new URL(url).host },
    link: `/webhooks/${id}`,
  })
}
