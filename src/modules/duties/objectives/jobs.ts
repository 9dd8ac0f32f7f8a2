import { job, task } from '../../../platform/jobs.ts'
import { judgeObjectives } from './actions.ts'

/** After midnight in China, when the day's records are in. */
export const tasks = [task(job('judgeObjectives'), judgeObjectives, '27 17 * * *')]
