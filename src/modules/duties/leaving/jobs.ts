import { subscribe } from '../../../platform/events.ts'
import { rowsAbout, takesAlong } from '../../../platform/own-data.ts'

/** Who held a duty and who read a policy are deeds of the office: they stay, under a name that is gone. */
export const subscriptions = [
  subscribe(takesAlong, async ({ tx }, { personId, add }) =>
    add(await rowsAbout(tx, personId, ['duty_holding', 'policy_reading'])),
  ),
]
