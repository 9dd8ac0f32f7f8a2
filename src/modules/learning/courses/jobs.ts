import { subscribe } from '../../../platform/events.ts'
import { job, task } from '../../../platform/jobs.ts'
import { cameUndone } from '../../activities/attendance/actions.ts'
import { attemptClosed } from '../quizzes/sitting/scoring/actions.ts'
import { followQuiz, keepCourses } from './settling/actions.ts'
import { followCorrection } from './withdrawing/actions.ts'

export const tasks = [task(job('keepCourses'), keepCourses, '17 0 * * *')]

export const subscriptions = [subscribe(attemptClosed, followQuiz), subscribe(cameUndone, followCorrection)]
