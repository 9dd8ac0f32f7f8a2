import { job, task } from '../../../platform/jobs.ts'
import { eraseDossiers } from './erasing/actions.ts'

/** Shortly after midnight in China. */
export const tasks = [task(job('eraseDossiers'), eraseDossiers, '12 16 * * *')]
