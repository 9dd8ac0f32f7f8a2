import { NativeSelect, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty } from '../../../../web/states.tsx'
import { dutyWords } from '../../messages.ts'
import { createPolicy, listPolicies, type PolicyRow } from '../contract.ts'
import { policyWords as words } from '../messages.ts'

const Address = z.object({ panel: z.enum(['new']).optional().catch(undefined) })

/** What the reader has to read stands first. */
export function PoliciesPage() {
  const say = useWords()
  const [{ panel }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listPolicies, {}))
  const { policies, places } = data
  const close = () => setAddress({ panel: undefined })
  const toRead = policies.filter(({ mine }) => mine && mine.readOn === null)
  return (
    <Page
      title={say(words.policies)}
      about={say(words.about)}
      back={<PageLink to={'/duties' as '/'}>{say(dutyWords.duties)}</PageLink>}
      primary={
        places.length > 0
          ? {
              label: say(words.add),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'new' }),
            }
          : undefined
      }
    >
      {toRead.length > 0 && (
        <Section title={`${say(words.toRead)} · ${toRead.length}`}>
          <Lines policies={toRead} />
        </Section>
      )}
      {policies.length === 0 ? (
        <Empty>{say(words.none)}</Empty>
      ) : (
        <Section title={say(words.all)}>
          <Lines policies={policies} />
        </Section>
      )}
      <SidePanel title={say(words.add)} open={panel === 'new'} onClose={close}>
        <NewPolicy places={places} />
      </SidePanel>
    </Page>
  )
}

function Lines({ policies }: { policies: readonly PolicyRow[] }) {
  const say = useWords()
  const dates = useDates()
  return (
    <ul className="sheet lines">
      {policies.map(({ id, name, organization, version, mine, tally }) => {
        const facts = [
          organization.name,
          ...(version
            ? [
                say(words.version, { n: version.number }),
                say(words.inForce, { day: dates.day(version.inForceFrom, { relative: false }) }),
              ]
            : []),
          ...(tally && tally.asked > 0 ? [say(words.tally, tally)] : []),
        ]
        return (
          <li key={id}>
            <PageLink to={`/policies/${id}` as '/'}>{name}</PageLink>{' '}
            {!version && <State>{say(words.notPublished)}</State>}
            {mine && mine.readOn === null && <State tone="soon">{say(words.unread)}</State>}
            <Text size="sm" c="dimmed">
              {facts.join(' · ')}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}

function NewPolicy({ places }: { places: readonly { id: string; name: string }[] }) {
  const say = useWords()
  const navigate = useNavigate()
  const form = useForm(createPolicy, {
    initial: { organizationId: places[0]?.id ?? '', name: '' },
    done: ({ id }) => void navigate({ to: `/policies/${id}/write` as '/' }),
  })
  return (
    <Form form={form} submit={say(words.write)}>
      <TextInput label={say(words.name)} {...form.field('name')} />
      {places.length > 1 && (
        <NativeSelect
          label={say(words.organization)}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field('organizationId')}
        />
      )}
    </Form>
  )
}
