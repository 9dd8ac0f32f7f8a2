import { job, task } from '../../platform/jobs.ts'
import { forgetOldNotices, noticesToTell } from './actions.ts'
import { confirmationToSend, sendConfirmation } from './addresses/actions.ts'
import { deliverNotice, noticeToDeliver, tellNotices } from './carrying/actions.ts'
import { deliverHook, hookToDeliver } from './webhooks/carrying/actions.ts'

export const tasks = [
  task(noticesToTell, tellNotices),
  task(noticeToDeliver, deliverNotice),
  task(confirmationToSend, sendConfirmation),
  task(hookToDeliver, deliverHook),
  task(job<object>('forgetOldNotices'), forgetOldNotices, '23 19 * * *'),
]
