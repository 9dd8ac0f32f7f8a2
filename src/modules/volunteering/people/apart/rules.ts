import type { Me } from '../../../../platform/context.ts'
import { canAbout, type Standing } from '../rules.ts'

export type ApartRefusal = 'apartFromOneself' | 'apartAlready'

export const apartRefusal = (one: string, other: string): ApartRefusal | null =>
  one === other ? 'apartFromOneself' : null

/** Seen where both are led: who coordinates one community learns nothing of another's people. */
export const maySeeApart = (me: Pick<Me, 'id' | 'roles'>, one: Standing, other: Standing, today: string): boolean =>
  [one, other].every((person) => canAbout(me, 'seeKeptApart', person, today))

type Pair = { oneId: string; otherId: string }

/** The people beside whom this one may not serve, among those already there. */
export const keptFrom = (pairs: readonly Pair[], personId: string, there: readonly string[]): string[] =>
  pairs
    .flatMap(({ oneId, otherId }) => (oneId === personId ? [otherId] : otherId === personId ? [oneId] : []))
    .filter((id) => there.includes(id))
