import { forgetDetails } from '../../../../platform/audit.ts'
import type { Context } from '../../../../platform/context.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { deleteDossier, dossiersDue } from '../queries.ts'

/** Every night: what has come to the end of its term is gone, also from what the log says of it. */
export const eraseDossiers = (context: Context): Promise<void> =>
  erase(context, { today: dayIn(context.me.timeZone, context.now) })

/** What is about somebody who is forgotten goes with them. */
export const eraseDossiersOf = (context: Context, personId: string): Promise<void> => erase(context, { personId })

async function erase({ tx }: Context, which: Parameters<typeof dossiersDue>[1]): Promise<void> {
  for (const id of await dossiersDue(tx, which)) {
    await deleteDossier(tx, id)
    await forgetDetails(tx, id, [])
  }
}
