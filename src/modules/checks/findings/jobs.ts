import { job, task } from '../../../platform/jobs.ts'
import { warnOfOverdue } from './warning/actions.ts'

/** At eight in the morning in China. */
export const tasks = [task(job('warnOfOverdue'), warnOfOverdue, '7 0 * * *')]
