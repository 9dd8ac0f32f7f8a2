import { subscribe } from '../../../platform/events.ts'
import { activitiesFell, activitiesMoved, activitiesStand } from '../../activities/standing/actions.ts'
import { fallWithActivities, followActivities, raiseWithActivities } from './actions.ts'

export const subscriptions = [
  subscribe(activitiesMoved, followActivities),
  subscribe(activitiesFell, fallWithActivities),
  subscribe(activitiesStand, raiseWithActivities),
]
