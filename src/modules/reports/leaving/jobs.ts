import { subscribe } from '../../../platform/events.ts'
import { forgotten, rowsAbout, takesAlong } from '../../../platform/own-data.ts'
import { withoutName } from './queries.ts'

export const subscriptions = [
  subscribe(takesAlong, async ({ tx }, { personId, add }) =>
    add(await rowsAbout(tx, personId, ['report_comment', 'form_schedule'])),
  ),
  subscribe(forgotten, async ({ tx, now }, { personId }) => withoutName(tx, personId, now)),
]
