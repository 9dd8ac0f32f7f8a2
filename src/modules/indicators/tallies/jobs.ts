import { deriving, job, type Task } from '../../../platform/jobs.ts'
import { keepTallies } from './keeping/actions.ts'

const tallies = job<object>('keepTallies')

/** Until it has run, what changed in past months is counted from its rows. */
export const tasks: readonly Task[] = [deriving(tallies, keepTallies, '* * * * *')]
