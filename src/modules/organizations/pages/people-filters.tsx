import { NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { roles } from '../../../platform/context.ts'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { Filters } from '../../../web/filters.tsx'
import { readOrganization } from '../contract.ts'
import { roleWords } from '../messages.ts'
import { Role } from '../people/contract.ts'
import { messages } from '../people/messages.ts'
import { OrganizationField } from './choosing.tsx'

/** What is asked for stands in the page's address. */
export const PeopleAddress = z.object({
  q: z.string().catch('').default(''),
  in: z.uuid().optional().catch(undefined),
  role: Role.optional().catch(undefined),
  state: z.enum(['current', 'former', 'all']).catch('current').default('current'),
  sort: z.enum(['name', '-name', 'added', '-added']).catch('name').default('name'),
  page: z.coerce.number().int().min(1).catch(1).default(1),
  panel: z.enum(['add']).optional().catch(undefined),
})
export type PeopleAddress = z.output<typeof PeopleAddress>
export type Change = (change: Partial<z.input<typeof PeopleAddress>>) => void

export function PeopleFilters({ address, filter }: { address: PeopleAddress; filter: Change }) {
  const say = useWords()
  const { data: place } = useQuery({
    ...read(readOrganization, { id: address.in ?? '' }),
    enabled: address.in !== undefined,
  })
  return (
    <Filters
      set={[address.in, address.role, address.state !== 'current', address.sort !== 'name'].filter(Boolean).length}
      search={
        <TextInput
          label={say(messages.search)}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={address.q}
          onChange={(event) => filter({ q: event.currentTarget.value })}
        />
      }
    >
      <OrganizationField
        label={say(messages.organization)}
        placeholder={say(messages.everywhere)}
        clearable
        known={place ? [{ value: place.id, label: place.name }] : []}
        value={address.in ?? null}
        onChange={(value) => filter({ in: value ?? undefined })}
      />
      <NativeSelect
        label={say(messages.role)}
        data={[
          { value: '', label: say(messages.anyRole) },
          ...roles.map((value) => ({ value, label: say(roleWords[value]) })),
        ]}
        value={address.role ?? ''}
        onChange={(event) => filter({ role: (event.currentTarget.value || undefined) as PeopleAddress['role'] })}
      />
      <NativeSelect
        label={say(messages.state)}
        data={(['current', 'former', 'all'] as const).map((value) => ({ value, label: say(messages[value]) }))}
        value={address.state}
        onChange={(event) => filter({ state: event.currentTarget.value as PeopleAddress['state'] })}
      />
      <NativeSelect
        label={say(messages.sort)}
        data={[
          { value: 'name', label: say(messages.byName) },
          { value: '-added', label: say(messages.newest) },
          { value: 'added', label: say(messages.longest) },
        ]}
        value={address.sort}
        onChange={(event) => filter({ sort: event.currentTarget.value as PeopleAddress['sort'] })}
      />
    </Filters>
  )
}
