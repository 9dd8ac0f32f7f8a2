import { subscribe } from '../../../platform/events.ts'
import { job, task } from '../../../platform/jobs.ts'
import { workingDaysChanged } from '../../organizations/working-days/actions.ts'
import { findingClosed, findingReopened } from '../findings/actions.ts'
import { hazardClosed, hazardReopened } from './hazards/actions.ts'
import { planAllAhead } from './plans/actions.ts'
import { warnOfChecks } from './warning/actions.ts'

const planSafetyChecks = job<object>('planSafetyChecks')

/** Plans at night, word of what is to be done at eight in the morning in China. */
export const tasks = [
  task(planSafetyChecks, planAllAhead, '50 17 * * *'),
  task(job('warnOfChecks'), warnOfChecks, '9 0 * * *'),
]

export const subscriptions = [
  subscribe(findingClosed, hazardClosed),
  subscribe(findingReopened, hazardReopened),
  subscribe(workingDaysChanged, (context) => context.enqueue(planSafetyChecks, {}, { key: 'workingDaysChanged' })),
]
