import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, BadInput, found, Refused, refuse } from '../../../platform/errors.ts'
import { sayIn } from '../../../platform/i18n.ts'
import { makeHookSecret, writeHookSecret } from '../../../platform/notice/hook.ts'
import { declaredHookEvents } from '../../../platform/notice/matter.ts'
import type { Failure } from '../../../platform/notice/outcome.ts'
import { addressRefusal } from '../../../platform/notice/outgoing.ts'
import { canEverywhere } from '../../organizations/rules.ts'
import { carriers, hookLock } from '../carriers/actions.ts'
import { tried } from '../matters.ts'
import { aboutHook, hookToDeliver, sendTo } from './carrying/actions.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'

type Input<E extends { input: z.ZodType }> = z.output<E['input']>
type Output<E extends { output: z.ZodType }> = z.input<E['output']>
type OfHook = { webhookId: string }

const page = 50

/** Webhooks tell of the whole installation: only who administers all of it. */
const mayOnlyAdministrator = ({ me }: Context): void => allow(canEverywhere(me, 'administer'))

export async function listWebhooks(context: Context): Promise<Output<typeof contract.listWebhooks>> {
  mayOnlyAdministrator(context)
  const { tx, me } = context
  const events = declaredHookEvents().map(({ event, words }) => ({ event, label: sayIn(me.language, words) }))
  return { webhooks: await queries.webhooks(tx), events }
}

function known(events: readonly string[]): string[] {
  const declared = new Set(declaredHookEvents().map(({ event }) => event))
  if (!events.every((event) => declared.has(event))) throw new BadInput('unknownEvent')
  return [...new Set(events)]
}

export async function createWebhook(context: Context, { url, events }: Input<typeof contract.createWebhook>) {
  mayOnlyAdministrator(context)
  refuse(addressRefusal(url, carriers().allowPrivate))
  const { tx, me, now } = context
  const id = newId()
  const secret = makeHookSecret()
  const locked = hookLock().lock(secret, aboutHook(me.tenantId, id))
  const fresh = { id, url: new URL(url).href, secret: locked, events: known(events), createdBy: me.id, createdAt: now }
  await queries.insertWebhook(tx, fresh)
  return { id, secret: writeHookSecret(secret) }
}

async function hookOf(context: Context, webhookId: string) {
  mayOnlyAdministrator(context)
  return found(await queries.webhookById(context.tx, webhookId))
}

export async function changeWebhook(
  context: Context,
  { webhookId, events, disabled }: Input<typeof contract.changeWebhook>,
) {
  const { disabledAt } = await hookOf(context, webhookId)
  const change = { events: known(events), disabledAt: disabled ? (disabledAt ?? context.now) : null }
  await queries.updateWebhook(context.tx, webhookId, change)
  return { done: true as const }
}

export async function renewWebhookSecret(context: Context, { webhookId }: OfHook) {
  await hookOf(context, webhookId)
  const secret = makeHookSecret()
  const locked = hookLock().lock(secret, aboutHook(context.me.tenantId, webhookId))
  await queries.updateWebhook(context.tx, webhookId, { secret: locked })
  return { secret: writeHookSecret(secret) }
}

export async function removeWebhook(context: Context, { webhookId }: OfHook) {
  await hookOf(context, webhookId)
  await queries.deleteWebhook(context.tx, webhookId)
  return { done: true as const }
}

export async function tryWebhook(context: Context, { webhookId }: OfHook) {
  const { disabledAt } = await hookOf(context, webhookId)
  if (disabledAt) throw new Refused('webhookDisabled')
  await sendTo(context, webhookId, tried.event, {})
  return { done: true as const }
}

export async function listHookDeliveries(
  context: Context,
  { webhookId, show, before }: Input<typeof contract.listHookDeliveries>,
): Promise<Output<typeof contract.listHookDeliveries>> {
  await hookOf(context, webhookId)
  const { tx, me, now } = context
  const end = before ?? new Date(now.getTime() + 1)
  const rows = await queries.deliveries(tx, { webhookId, failed: show === 'failed', before: end, limit: page })
  const labels = new Map(declaredHookEvents().map(({ event, words }) => [event, sayIn(me.language, words)]))
  const deliveries = rows.map(({ sentAt, givenUpAt, dueAt, failure, ...row }) => ({
    ...row,
    label: labels.get(row.event) ?? row.event,
    state: sentAt ? ('sent' as const) : givenUpAt ? ('failed' as const) : ('waiting' as const),
    at: sentAt ?? givenUpAt ?? dueAt,
    failure: failure as Failure | null,
  }))
  return { deliveries, next: rows.length === page ? (rows.at(-1)?.createdAt ?? null) : null }
}

export async function sendHookAgain(context: Context, { deliveryId }: Input<typeof contract.sendHookAgain>) {
  mayOnlyAdministrator(context)
  const { tx, now, enqueue } = context
  const { webhookId } = found(await queries.lockDelivery(tx, deliveryId))
  if ((await hookOf(context, webhookId)).disabledAt) throw new Refused('webhookDisabled')
  const afresh = { tries: 0, begunAt: now, dueAt: now, sentAt: null, givenUpAt: null, failure: null, status: null }
  await queries.setTried(tx, deliveryId, afresh)
  await enqueue(hookToDeliver, { deliveryId }, { key: deliveryId })
  return { done: true as const }
}
