import { NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useMe } from '../../../web/me.ts'
import { useDates } from '../../../web/moment.tsx'
import { Page } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { type Column, Rows } from '../../../web/rows.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { createGroup, type GroupRow, groupKinds, listGroups } from '../groups/contract.ts'
import { groupKindWords, messages } from '../groups/messages.ts'
import { holdersOf } from '../rules.ts'
import { OrganizationField } from './choosing.tsx'
import './organizations.css'

const Address = z.object({
  on: z.iso.date().optional().catch(undefined),
  panel: z.enum(['add']).optional().catch(undefined),
})

/** The groups and how many were in them on a day. */
export function GroupsPage() {
  const say = useWords()
  const dates = useDates()
  const me = useMe()
  const [{ on, panel }, setAddress] = useAddress(Address)
  const home = me?.roles.find(({ role }) => holdersOf('organize').includes(role))
  const close = () => setAddress({ panel: undefined })
  return (
    <Page
      title={say(messages.title)}
      about={say(messages.about)}
      primary={
        home && {
          label: say(messages.add),
          icon: <IconPlus size={18} aria-hidden="true" />,
          onClick: () => setAddress({ panel: 'add' }),
        }
      }
    >
      <div className="filters">
        <TextInput
          type="date"
          label={say(messages.asOf)}
          description={say(messages.asOfHelp)}
          value={on ?? dates.today()}
          onChange={(event) => setAddress({ on: event.currentTarget.value || undefined })}
        />
      </div>
      <Part>
        <List on={on} />
      </Part>
      <SidePanel title={say(messages.add)} open={panel === 'add'} onClose={close}>
        {home && <AddGroup home={{ value: home.organizationId, label: home.organizationName }} />}
      </SidePanel>
    </Page>
  )
}

function List({ on }: { on: string | undefined }) {
  const say = useWords()
  const { data: groups } = useSuspenseQuery(read(listGroups, on ? { asOf: on } : {}))
  if (groups.length === 0) return <Empty icon={<IconUsersGroup size={32} />}>{say(messages.none)}</Empty>
  const columns: Column<GroupRow>[] = [
    {
      key: 'name',
      head: say(messages.name),
      cell: ({ id, name }) => (
        <PageLink to="/groups/$groupId" params={{ groupId: id }} search={(on ? { on } : {}) as never}>
          {name}
        </PageLink>
      ),
    },
    { key: 'kind', head: say(messages.kind), cell: ({ kind }) => say(groupKindWords[kind]) },
    { key: 'organization', head: say(messages.organization), fact: true, cell: (group) => group.organizationName },
    {
      key: 'members',
      head: say(messages.membersHead),
      fact: true,
      end: true,
      cell: ({ members }) => say(messages.members, { count: members }),
    },
  ]
  return <Rows name={say(messages.title)} columns={columns} rows={groups} rowKey={({ id }) => id} />
}

function AddGroup({ home }: { home: { value: string; label: string } }) {
  const say = useWords()
  const navigate = useNavigate()
  const form = useForm(createGroup, {
    initial: { organizationId: home.value, kind: 'working', name: '' },
    done: ({ id }) => void navigate({ to: '/groups/$groupId', params: { groupId: id } }),
  })
  return (
    <Form form={form} submit={say(messages.add)}>
      <TextInput label={say(messages.name)} data-autofocus {...form.field('name')} />
      <NativeSelect
        label={say(messages.kind)}
        data={groupKinds.map((value) => ({ value, label: say(groupKindWords[value]) }))}
        {...form.field('kind')}
      />
      <OrganizationField
        label={say(messages.organization)}
        name="organizationId"
        error={form.errors.organizationId}
        known={[home]}
        value={form.values.organizationId || null}
        onChange={(value) => form.set('organizationId', value ?? '')}
      />
    </Form>
  )
}
