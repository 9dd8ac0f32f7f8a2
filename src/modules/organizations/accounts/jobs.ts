import { job, task } from '../../../platform/jobs.ts'
import { forgetEndedSessions } from './actions.ts'

export const tasks = [task(job('forgetEndedSessions'), forgetEndedSessions, '17 19 * * *')]
