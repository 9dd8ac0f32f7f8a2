import type { CourseRefusal } from '../rules.ts'

type Exemption = { askedBy: string; personId: string; granted: boolean | null }

/** A second person: neither whoever asked for it nor whoever would be exempt. */
export function decideRefusal({ askedBy, personId, granted }: Exemption, by: string | null): CourseRefusal | null {
  if (granted !== null) return 'exemptionDecided'
  return by === askedBy || by === personId ? 'notOnesOwn' : null
}
