import { z } from 'zod'
import { day, done, endpoint } from '../../../../platform/endpoint.ts'
import { Action, NewAction } from '../contract.ts'

export const addAction = endpoint({
  name: 'addAction',
  method: 'POST',
  path: '/api/findings/:findingId/actions',
  input: NewAction.extend({ findingId: z.uuid() }),
  output: Action.pick({ id: true }),
})

const one = z.object({ actionId: z.uuid() })
const words = z.string().trim().max(1000).default('')
const reason = z.string().trim().min(1).max(1000)

/** Said by its owner. */
export const finishAction = endpoint({
  name: 'finishAction',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/finish',
  input: one.extend({ words }),
  output: done,
})

/** By another person, who has seen that it is done. With the last action its finding is closed. */
export const closeAction = endpoint({
  name: 'closeAction',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/close',
  input: one.extend({ words }),
  output: done,
})

/** It was not done after all, or came back: open again, with a date of its own. */
export const reopenAction = endpoint({
  name: 'reopenAction',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/reopen',
  input: one.extend({ words: reason, dueOn: day }),
  output: done,
})

export const askForTime = endpoint({
  name: 'askForTime',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/extension',
  input: one.extend({ dueOn: day, words: reason }),
  output: done,
})

export const answerForTime = endpoint({
  name: 'answerForTime',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/extension/answer',
  input: one.extend({ granted: z.boolean(), words }),
  output: done,
})

/** Somebody else answers for it from now on. */
export const giveAction = endpoint({
  name: 'giveAction',
  method: 'POST',
  path: '/api/corrective-actions/:actionId/owner',
  input: one.extend({ ownerId: z.uuid() }),
  output: done,
})
