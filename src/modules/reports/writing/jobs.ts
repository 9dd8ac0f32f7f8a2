import { job, task } from '../../../platform/jobs.ts'
import { bringDueReports } from './schedules/actions.ts'
import { compacting, compactReport } from './updates/actions.ts'

/** On the hour and the half: there are zones that differ by half an hour. */
export const tasks = [
  task(compacting, compactReport),
  task(job<object>('bringDueReports'), bringDueReports, '0,30 * * * *'),
]
