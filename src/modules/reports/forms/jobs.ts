import { job, task } from '../../../platform/jobs.ts'
import { fillDueForm, fillDueForms, fillingDue } from './keeping/schedules/actions.ts'

/** On the hour and the half, as reports come. */
export const tasks = [task(job<object>('fillDueForms'), fillDueForms, '0,30 * * * *'), task(fillingDue, fillDueForm)]
