import { Group, NativeSelect, Pagination, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { z } from 'zod'
import { roles } from '../../../platform/context.ts'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { Filters } from '../../../web/filters.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useMe } from '../../../web/me.ts'
import { Page } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { type Column, Rows } from '../../../web/rows.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { readOrganization } from '../contract.ts'
import { roleWords } from '../messages.ts'
import { listPeople, type PersonRow, Role } from '../people/contract.ts'
import { messages } from '../people/messages.ts'
import { holdersOf } from '../rules.ts'
import { OrganizationField } from './choosing.tsx'
import { AddPerson } from './person-forms.tsx'
import './organizations.css'

const Address = z.object({
  q: z.string().catch('').default(''),
  in: z.uuid().optional().catch(undefined),
  role: Role.optional().catch(undefined),
  state: z.enum(['current', 'former', 'all']).catch('current').default('current'),
  sort: z.enum(['name', '-name', 'added', '-added']).catch('name').default('name'),
  page: z.coerce.number().int().min(1).catch(1).default(1),
  panel: z.enum(['add']).optional().catch(undefined),
})
type Address = z.output<typeof Address>
type Change = (change: Partial<z.input<typeof Address>>) => void

/** Everybody whom the reader may see, by name, place and role. */
export function PeoplePage() {
  const say = useWords()
  const [address, setAddress] = useAddress(Address)
  const me = useMe()
  const mayAdd = me?.roles.some(({ role }) => holdersOf('organize').includes(role)) ?? false
  // A new filter begins at the first page.
  const filter: Change = (change) => setAddress({ ...change, page: undefined })
  const close = () => setAddress({ panel: undefined })
  return (
    <Page
      title={say(messages.title)}
      primary={
        mayAdd
          ? {
              label: say(messages.add),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'add' }),
            }
          : undefined
      }
    >
      <PeopleFilters address={address} filter={filter} />
      <Part>
        <List address={address} turn={(page) => setAddress({ page })} />
      </Part>
      <SidePanel title={say(messages.add)} open={address.panel === 'add'} onClose={close}>
        <AddPerson organizationId={address.in ?? me?.roles[0]?.organizationId ?? null} done={close} />
      </SidePanel>
    </Page>
  )
}

function PeopleFilters({ address, filter }: { address: Address; filter: Change }) {
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
        onChange={(event) => filter({ role: (event.currentTarget.value || undefined) as Address['role'] })}
      />
      <NativeSelect
        label={say(messages.state)}
        data={(['current', 'former', 'all'] as const).map((value) => ({ value, label: say(messages[value]) }))}
        value={address.state}
        onChange={(event) => filter({ state: event.currentTarget.value as Address['state'] })}
      />
      <NativeSelect
        label={say(messages.sort)}
        data={[
          { value: 'name', label: say(messages.byName) },
          { value: '-added', label: say(messages.newest) },
          { value: 'added', label: say(messages.longest) },
        ]}
        value={address.sort}
        onChange={(event) => filter({ sort: event.currentTarget.value as Address['sort'] })}
      />
    </Filters>
  )
}

const size = 20

function List({ address, turn }: { address: Address; turn: (page: number) => void }) {
  const say = useWords()
  const [typed] = useDebouncedValue(address.q, 150)
  const { in: organizationId, role, state, sort, page } = address
  // The list that is there stays until the next one has come.
  const asked = useDeferredValue(
    JSON.stringify({
      ...(organizationId ? { organizationId } : {}),
      ...(role ? { role } : {}),
      q: typed,
      state,
      sort,
      page,
      size,
    }),
  )
  const { data } = useSuspenseQuery(read(listPeople, JSON.parse(asked)))
  const columns = useColumns()
  if (data.total === 0)
    return <Empty>{say(address.q || role || organizationId ? messages.nobodyFound : messages.nobody)}</Empty>
  const pages = Math.ceil(data.total / size)
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {say(messages.count, { count: data.total })}
      </Text>
      <Rows name={say(messages.title)} columns={columns} rows={data.rows} rowKey={({ id }) => id} />
      {pages > 1 && (
        <Group justify="center" mt="md">
          <Pagination
            total={pages}
            value={page}
            onChange={turn}
            getControlProps={(control) => ({ 'aria-label': say(turns[control]) })}
            getItemProps={(number) => ({ 'aria-label': say(messages.page, { page: number, pages }) })}
          />
        </Group>
      )}
    </>
  )
}

const turns = {
  first: messages.firstPage,
  last: messages.lastPage,
  next: messages.nextPage,
  previous: messages.previousPage,
}

function useColumns(): Column<PersonRow>[] {
  const say = useWords()
  return [
    {
      key: 'name',
      head: say(messages.name),
      cell: ({ id, name }) => (
        <PageLink to="/people/$personId" params={{ personId: id }}>
          {name}
        </PageLink>
      ),
    },
    {
      key: 'role',
      head: say(messages.role),
      fact: true,
      cell: ({ roles: held }) =>
        [...new Set(held.map(({ role }) => say(roleWords[role])))].join(say(messages.and)) || '—',
    },
    {
      key: 'organization',
      head: say(messages.organization),
      fact: true,
      cell: ({ roles: held }) => [...new Set(held.map((one) => one.organizationName))].join(say(messages.and)) || '—',
    },
    {
      key: 'phone',
      head: say(messages.phone),
      shown: true,
      cell: ({ phone, phoneTail }) => phone ?? (phoneTail ? say(messages.phoneTail, { tail: phoneTail }) : '—'),
    },
  ]
}
