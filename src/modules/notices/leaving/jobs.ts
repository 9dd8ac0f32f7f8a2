import { subscribe } from '../../../platform/events.ts'
import { forgotten, rowsAbout, takesAlong } from '../../../platform/own-data.ts'
import { deleteAbout } from './queries.ts'

export const subscriptions = [
  subscribe(takesAlong, async ({ tx }, { personId, add }) =>
    add(await rowsAbout(tx, personId, ['notice', 'notice_address', 'notice_wish', 'notice_choice'])),
  ),
  subscribe(forgotten, ({ tx }, { personId }) => deleteAbout(tx, personId)),
]
