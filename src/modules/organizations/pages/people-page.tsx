import { Group, Pagination, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { useHas, useMe } from '../../../web/me.ts'
import { Page } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { type Column, Rows } from '../../../web/rows.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { roleWords } from '../messages.ts'
import { listPeople, type PersonRow } from '../people/contract.ts'
import { messages } from '../people/messages.ts'
import { holdersOf } from '../rules.ts'
import { type Change, PeopleAddress, PeopleFilters } from './people-filters.tsx'
import { AddPerson } from './person-forms.tsx'
import './organizations.css'

/** Everybody whom the reader may see, by name, place and role. */
export function PeoplePage() {
  const say = useWords()
  const [address, setAddress] = useAddress(PeopleAddress)
  const me = useMe()
  const maySee = useHas('seePeople')
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
      {maySee && <PeopleFilters address={address} filter={filter} />}
      <Part>
        <List address={address} turn={(page) => setAddress({ page })} />
      </Part>
      <SidePanel title={say(messages.add)} open={address.panel === 'add'} onClose={close}>
        <AddPerson organizationId={address.in ?? me?.roles[0]?.organizationId ?? null} done={close} />
      </SidePanel>
    </Page>
  )
}

const size = 20

function List({ address, turn }: { address: PeopleAddress; turn: (page: number) => void }) {
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
