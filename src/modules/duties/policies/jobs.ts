import { job, task } from '../../../platform/jobs.ts'
import { keepReadings } from './asking/actions.ts'

/** Before the office opens in China. */
export const tasks = [task(job('keepReadings'), keepReadings, '23 0 * * *')]
