import type { Audience, Condition } from '../contract.ts'

/** Every id that an audience speaks of. */
export const idsOf = (audience: Audience): string[] => [...new Set(audience.flat().flatMap(idsIn))]

const idsIn = (condition: Condition): string[] => {
  switch (condition.is) {
    case 'inGroup':
      return [condition.groupId]
    case 'named':
      return condition.personIds
    default:
      return [condition.organizationId]
  }
}
