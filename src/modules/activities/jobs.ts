import { subscribe } from '../../platform/events.ts'
import { job, task } from '../../platform/jobs.ts'
import { workingDaysChanged } from '../organizations/working-days/actions.ts'
import { placeShut } from '../places/closing/actions.ts'
import { subscriptions as leaving } from './leaving/jobs.ts'
import { expandAllSeries } from './series/actions.ts'
import { tellPlanners } from './shut/actions.ts'

const expandSeries = job<object>('expandSeries')

/** Every night a year ahead; at once when the working days changed. */
export const tasks = [task(expandSeries, expandAllSeries, '40 17 * * *')]

export const subscriptions = [
  ...leaving,
  subscribe(placeShut, tellPlanners),
  subscribe(workingDaysChanged, (context) => context.enqueue(expandSeries, {}, { key: 'workingDaysChanged' })),
]
