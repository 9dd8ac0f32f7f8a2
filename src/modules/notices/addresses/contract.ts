import { z } from 'zod'
import { done, endpoint, secret } from '../../../platform/endpoint.ts'

/** A mailbox of mine. It is used once I have opened the link that is sent there. */
export const addMailbox = endpoint({
  name: 'addMailbox',
  method: 'POST',
  path: '/api/notices/mailboxes',
  input: z.object({ email: z.email().max(200) }),
  output: z.object({ id: z.uuid() }),
})

export const confirmAgain = endpoint({
  name: 'confirmAgain',
  method: 'POST',
  path: '/api/notices/addresses/:addressId/confirmation',
  input: z.object({ addressId: z.uuid() }),
  output: done,
})

/** This browser, as it lets itself be pushed to. */
export const addDevice = endpoint({
  name: 'addDevice',
  method: 'POST',
  path: '/api/notices/devices',
  input: z.object({
    endpoint: secret(z.string().max(1000)),
    p256dh: secret(z.string().regex(/^B[\w-]{86}$/)),
    auth: secret(z.string().regex(/^[\w-]{22}$/)),
    label: z.string().trim().max(100),
  }),
  output: z.object({ id: z.uuid() }),
})

export const removeAddress = endpoint({
  name: 'removeAddress',
  method: 'DELETE',
  path: '/api/notices/addresses/:addressId',
  input: z.object({ addressId: z.uuid() }),
  output: done,
})
