import { job, task } from '../../../platform/jobs.ts'
import { keepCourses } from './settling/actions.ts'

export const tasks = [task(job('keepCourses'), keepCourses, '17 0 * * *')]
