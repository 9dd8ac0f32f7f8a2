import { subscribe } from '../../../platform/events.ts'
import { attemptClosed } from '../quizzes/sitting/scoring/actions.ts'
import { followAttempt } from './actions.ts'

export const subscriptions = [subscribe(attemptClosed, followAttempt)]
