import { job, task } from '../../../platform/jobs.ts'
import { closeOverdue } from './sitting/closing/actions.ts'

const closeAttempts = job<object>('closeAttempts')

/** Whoever has not handed in is handed in. */
export const tasks = [task(closeAttempts, closeOverdue, '* * * * *')]
