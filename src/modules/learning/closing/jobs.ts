import { job, task } from '../../../platform/jobs.ts'
import { remindOfClosing } from './actions.ts'

export const tasks = [task(job('remindOfClosing'), remindOfClosing, '7 * * * *')]
