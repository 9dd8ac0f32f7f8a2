import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { read } from '../../../platform/web.tsx'
import { listOrganizations } from '../../organizations/contract.ts'
import { whoAmI } from '../../organizations/me/contract.ts'
import { holdersOf } from '../../organizations/rules.ts'

type Choice = { value: string; label: string }

/** Whose figures the reader may ask for, to be offered before anything is typed: their own parts and what is below. */
export function useScopes(): { largest: string | null; known: Choice[] } {
  const { data: me } = useSuspenseQuery(read(whoAmI, {}))
  const own = me.roles
    .filter(({ role }) => holdersOf('readFigures').includes(role))
    .sort((a, b) => a.path.length - b.path.length)
  const [largest] = own
  const { data: below = [] } = useQuery({
    ...read(listOrganizations, { parentId: largest?.organizationId }),
    enabled: largest !== undefined,
  })
  const all = [
    ...own.map((role) => ({ value: role.organizationId, label: role.organizationName })),
    ...below.filter(({ kind }) => kind !== 'team').map(({ id, name }) => ({ value: id, label: name })),
  ]
  return {
    largest: largest?.organizationId ?? null,
    known: [...new Map(all.map((choice) => [choice.value, choice])).values()],
  }
}
