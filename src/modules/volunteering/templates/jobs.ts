import { subscribe } from '../../../platform/events.ts'
import { activitiesStand, seriesSplit } from '../../activities/standing/actions.ts'
import { handOnTemplate, plantInSeries } from './actions.ts'

export const subscriptions = [subscribe(activitiesStand, plantInSeries), subscribe(seriesSplit, handOnTemplate)]
