import { z } from 'zod'
import { done, endpoint, nothing } from '../../../platform/endpoint.ts'
import { failures } from '../../../platform/notice/outcome.ts'

const event = z.string().min(1).max(100)
const webhookId = z.uuid()

export const Webhook = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(event),
  createdAt: z.coerce.date(),
  createdBy: z.string().nullable(),
  disabledAt: z.coerce.date().nullable(),
  /** What arrived and what did not in the last month. */
  sent: z.int(),
  waiting: z.int(),
  failed: z.int(),
})
export type Webhook = z.output<typeof Webhook>

export const HookDelivery = z.object({
  id: z.uuid(),
  event,
  label: z.string(),
  createdAt: z.coerce.date(),
  tries: z.int(),
  state: z.enum(['waiting', 'sent', 'failed']),
  /** When it arrived, when it was given up, or when it is tried next. */
  at: z.coerce.date(),
  failure: z.enum(failures).nullable(),
  status: z.int().nullable(),
})
export type HookDelivery = z.output<typeof HookDelivery>

export const listWebhooks = endpoint({
  name: 'listWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  input: nothing,
  output: z.object({
    webhooks: z.array(Webhook),
    events: z.array(z.object({ event, label: z.string() })),
  }),
})

/** The secret is shown this once; with it the receiver verifies what comes (Standard Webhooks). */
export const createWebhook = endpoint({
  name: 'createWebhook',
  method: 'POST',
  path: '/api/webhooks',
  input: z.object({ url: z.string().trim().min(1).max(1000), events: z.array(event).min(1).max(100) }),
  output: z.object({ id: z.uuid(), secret: z.string() }),
})

export const changeWebhook = endpoint({
  name: 'changeWebhook',
  method: 'PUT',
  path: '/api/webhooks/:webhookId',
  input: z.object({ webhookId, events: z.array(event).min(1).max(100), disabled: z.boolean() }),
  output: done,
})

/** A new secret; the former one ends at once. */
export const renewWebhookSecret = endpoint({
  name: 'renewWebhookSecret',
  method: 'POST',
  path: '/api/webhooks/:webhookId/secret',
  input: z.object({ webhookId }),
  output: z.object({ secret: z.string() }),
})

export const removeWebhook = endpoint({
  name: 'removeWebhook',
  method: 'DELETE',
  path: '/api/webhooks/:webhookId',
  input: z.object({ webhookId }),
  output: done,
})

export const tryWebhook = endpoint({
  name: 'tryWebhook',
  method: 'POST',
  path: '/api/webhooks/:webhookId/trial',
  input: z.object({ webhookId }),
  output: done,
})

export const listHookDeliveries = endpoint({
  name: 'listHookDeliveries',
  method: 'GET',
  path: '/api/webhooks/:webhookId/deliveries',
  input: z.object({ webhookId, show: z.enum(['all', 'failed']).default('all'), before: z.coerce.date().optional() }),
  output: z.object({ deliveries: z.array(HookDelivery), next: z.coerce.date().nullable() }),
})

/** Under the same id as before: whoever has it already can tell. */
export const sendHookAgain = endpoint({
  name: 'sendHookAgain',
  method: 'POST',
  path: '/api/webhook-deliveries/:deliveryId/again',
  input: z.object({ deliveryId: z.uuid() }),
  output: done,
})
