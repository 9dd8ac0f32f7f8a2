import type { Me } from '../../../../platform/context.ts'
import { canAbout, type Standing } from '../rules.ts'

export type ConsentRefusal = 'helpsOneself' | 'consentNotedAlready'

type Given = { personId: string; helperId: string; endedAt: Date | null }
type Asker = Pick<Me, 'id' | 'roles'>

/** May they act for this person: are they the person, or did the person agree to it and still does? */
export const mayActFor = (me: Pick<Me, 'id'>, personId: string, consents: readonly Given[]): boolean =>
  me.id !== null &&
  (me.id === personId ||
    consents.some((one) => one.personId === personId && one.helperId === me.id && one.endedAt === null))

/** The person says so themselves, or whoever leads them heard it. */
export const mayNoteConsent = (me: Asker, person: Standing, today: string): boolean =>
  me.id === person.id || canAbout(me, 'leadTeams', person, today)

/** Either of the two ends it at any time, and so does whoever leads the person. */
export const mayEndConsent = (me: Asker, helperId: string, person: Standing, today: string): boolean =>
  me.id === helperId || mayNoteConsent(me, person, today)

export function consentRefusal(personId: string, helperId: string, consents: readonly Given[]): ConsentRefusal | null {
  if (personId === helperId) return 'helpsOneself'
  return consents.some((one) => one.personId === personId && one.helperId === helperId && one.endedAt === null)
    ? 'consentNotedAlready'
    : null
}
