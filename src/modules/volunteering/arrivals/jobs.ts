import { subscribe } from '../../../platform/events.ts'
import { peopleArrive } from '../../activities/doors/actions.ts'
import { doorsPrepared } from '../../activities/doors/kiosks/actions.ts'
import { judgeArrivals, prepareDoors } from './actions.ts'

export const subscriptions = [subscribe(peopleArrive, judgeArrivals), subscribe(doorsPrepared, prepareDoors)]
