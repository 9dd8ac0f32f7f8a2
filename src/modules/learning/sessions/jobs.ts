import { subscribe } from '../../../platform/events.ts'
import { attemptClosed } from '../quizzes/sitting/scoring/actions.ts'
import { followQuiz } from './settling/actions.ts'

export const subscriptions = [subscribe(attemptClosed, followQuiz)]
