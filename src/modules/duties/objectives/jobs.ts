import { subscribe } from '../../../platform/events.ts'
import { job, steady } from '../../../platform/jobs.ts'
import { type Changed, recordsChanged } from '../../indicators/tallies/keeping/actions.ts'
import { judgeObjectives, judgeTouched } from './judging/actions.ts'

const touched = job<Changed>('judgeTouched')

/** After midnight in China, when the day's records are in; and soon after records were changed. Both count in one snapshot. */
export const tasks = [steady(job('judgeObjectives'), judgeObjectives, '27 17 * * *'), steady(touched, judgeTouched)]

export const subscriptions = [subscribe(recordsChanged, ({ enqueue }, changed) => enqueue(touched, changed))]
