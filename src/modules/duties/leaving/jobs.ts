import { subscribe } from '../../../platform/events.ts'
import { rowsAbout, takesAlong } from '../../../platform/own-data.ts'

/** Who held a duty is a deed of the office: it stays, under a name that is gone. */
export const subscriptions = [
  subscribe(takesAlong, async ({ tx }, { personId, add }) => add(await rowsAbout(tx, personId, ['duty_holding']))),
]
