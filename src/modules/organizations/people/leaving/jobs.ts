import { job, task } from '../../../../platform/jobs.ts'
import { forgetDue } from './actions.ts'

export const tasks = [task(job('forgetDue'), forgetDue, '53 18 * * *')]
