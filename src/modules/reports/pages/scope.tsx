import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { OrganizationPicker } from '../../activities/pages/pickers.tsx'
import { listOrganizations } from '../../organizations/contract.ts'
import { whoAmI } from '../../organizations/me/contract.ts'
import { holdersOf } from '../../organizations/rules.ts'
import { messages } from '../messages.ts'

/** Whose figures: the reader's own part of the tree, or any organization in it. */
export function ScopePicker({ scope, onChange }: { scope: string | undefined; onChange: (scope?: string) => void }) {
  const say = useWords()
  const { data: me } = useSuspenseQuery(read(whoAmI, {}))
  const own = me.roles
    .filter(({ role }) => holdersOf('readFigures').includes(role))
    .sort((a, b) => a.path.length - b.path.length)
  const [largest] = own
  const { data: below = [] } = useQuery({
    ...read(listOrganizations, { parentId: largest?.organizationId }),
    enabled: largest !== undefined,
  })
  const known = [
    ...own.map((role) => ({ value: role.organizationId, label: role.organizationName })),
    ...below.filter(({ kind }) => kind !== 'team').map(({ id, name }) => ({ value: id, label: name })),
  ]
  const once = [...new Map(known.map((choice) => [choice.value, choice])).values()]
  return (
    <OrganizationPicker
      label={say(messages.scope)}
      known={once}
      value={scope ?? largest?.organizationId ?? null}
      onChange={(next) => onChange(next === largest?.organizationId ? undefined : (next ?? undefined))}
    />
  )
}
