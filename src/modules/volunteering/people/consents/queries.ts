import type { Tx } from '../../../../platform/database.ts'
import type { WayGiven } from './contract.ts'

const consents = (tx: Tx) =>
  tx
    .selectFrom('helperConsent as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .innerJoin('person as h', 'h.id', 'c.helperId')
    .innerJoin('person as n', 'n.id', 'c.notedBy')
    .where('p.forgottenAt', 'is', null)
    .where('h.forgottenAt', 'is', null)
    .select([
      'c.id',
      'c.personId',
      'p.name as personName',
      'c.helperId',
      'h.name as helperName',
      'c.notedAt',
      'n.name as notedBy',
      'c.endedAt',
    ])
    .select(({ ref }) => ref('c.given').$castTo<WayGiven>().as('given'))
    .orderBy('c.notedAt')

/** Those that stand, in which this person gives or helps. */
export const consentsOf = (tx: Tx, personId: string) =>
  consents(tx)
    .where('c.endedAt', 'is', null)
    .where((eb) => eb.or([eb('c.personId', '=', personId), eb('c.helperId', '=', personId)]))
    .execute()

export const consentById = (tx: Tx, id: string) => consents(tx).where('c.id', '=', id).executeTakeFirst()

/** One at a time notes what a person agreed to; always in the same order, so that nobody waits in a circle. */
export const holdPeople = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('person')
    .where('id', 'in', [...ids])
    .where('forgottenAt', 'is', null)
    .select('id')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

export const insertConsent = (
  tx: Tx,
  row: { id: string; personId: string; helperId: string; given: WayGiven; notedAt: Date; notedBy: string },
) => tx.insertInto('helperConsent').values(row).execute()

export const endConsent = (tx: Tx, id: string, endedAt: Date) =>
  tx.updateTable('helperConsent').set({ endedAt }).where('id', '=', id).where('endedAt', 'is', null).execute()
