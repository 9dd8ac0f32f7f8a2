import { subscribe } from '../../../platform/events.ts'
import { job, task } from '../../../platform/jobs.ts'
import { workingDaysChanged } from '../../organizations/working-days/actions.ts'
import { findingClosed, findingReopened } from '../findings/actions.ts'
import { hazardClosed, hazardReopened } from './hazards/actions.ts'
import { planAllAhead } from './plans/actions.ts'

const planSafetyChecks = job<object>('planSafetyChecks')

export const tasks = [task(planSafetyChecks, planAllAhead, '50 17 * * *')]

export const subscriptions = [
  subscribe(findingClosed, hazardClosed),
  subscribe(findingReopened, hazardReopened),
  subscribe(workingDaysChanged, (context) => context.enqueue(planSafetyChecks, {}, { key: 'workingDaysChanged' })),
]
