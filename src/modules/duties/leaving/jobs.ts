import { subscribe } from '../../../platform/events.ts'
import { forgotten, rowsAbout, takesAlong } from '../../../platform/own-data.ts'
import { eraseDossiersOf } from '../dossiers/erasing/actions.ts'
import { toldOf } from '../dossiers/queries.ts'

/** Who held a duty and who read a policy are deeds of the office: they stay, under a name that is gone. A dossier is about one person, and goes with them. */
export const subscriptions = [
  subscribe(takesAlong, async ({ tx }, { personId, add }) => {
    add(await rowsAbout(tx, personId, ['duty_holding', 'policy_reading']))
    add({ dossier: await toldOf(tx, personId) })
  }),
  subscribe(forgotten, (context, { personId }) => eraseDossiersOf(context, personId)),
]
