import { Button, Checkbox, CopyButton, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconWebhook } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Page, State } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Rows } from '../../../web/rows.tsx'
import { Empty } from '../../../web/states.tsx'
import { createWebhook, listWebhooks, type Webhook } from '../webhooks/contract.ts'
import { webhookWords as words } from './messages.ts'
import './notices.css'

const Address = z.object({ panel: z.enum(['add']).optional().catch(undefined) })

/** Which programs are told what happens here. */
export function WebhooksPage() {
  const say = useWords()
  const dates = useDates()
  const [{ panel }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listWebhooks, {}))
  const labels = new Map(data.events.map(({ event, label }) => [event, label]))
  const add = () => setAddress({ panel: 'add' })
  return (
    <Page
      title={say(words.title)}
      about={say(words.about)}
      primary={{ label: say(words.add), icon: <IconPlus size={18} aria-hidden="true" />, onClick: add }}
    >
      {data.webhooks.length === 0 ? (
        <Empty icon={<IconWebhook size={32} />}>{say(words.none)}</Empty>
      ) : (
        <Rows<Webhook>
          name={say(words.title)}
          rows={data.webhooks}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'url',
              head: say(words.url),
              cell: ({ id, url }) => (
                <PageLink to="/webhooks/$webhookId" params={{ webhookId: id }} className="breakable">
                  {url}
                </PageLink>
              ),
            },
            {
              key: 'state',
              head: say(words.state),
              fact: true,
              cell: ({ disabledAt }) => (
                <State tone={disabledAt ? undefined : 'do'}>{say(disabledAt ? words.off : words.on)}</State>
              ),
            },
            {
              key: 'failed',
              head: say(words.failedCount),
              fact: true,
              end: true,
              cell: ({ failed }) => (failed > 0 ? <State tone="late">{failed}</State> : failed),
            },
            { key: 'sent', head: say(words.arrived), end: true, cell: ({ sent }) => sent },
            { key: 'waiting', head: say(words.waitingCount), end: true, cell: ({ waiting }) => waiting },
            {
              key: 'events',
              head: say(words.events),
              cell: ({ events }) => events.map((event) => labels.get(event) ?? event).join(' · '),
            },
            {
              key: 'made',
              head: say(words.when),
              cell: ({ createdBy, createdAt }) =>
                say(words.made, { who: createdBy ?? '', when: dates.dayAt(createdAt) }),
            },
          ]}
        />
      )}
      <SidePanel title={say(words.add)} open={panel === 'add'} onClose={() => setAddress({ panel: undefined })}>
        <AddWebhook events={data.events} />
      </SidePanel>
    </Page>
  )
}

function AddWebhook({ events }: { events: { event: string; label: string }[] }) {
  const say = useWords()
  const [secret, setSecret] = useState<string | null>(null)
  const form = useForm(createWebhook, {
    initial: { url: 'https://', events: events.map(({ event }) => event) },
    done: (fresh) => setSecret(fresh.secret),
  })
  if (secret) return <SecretOnce secret={secret} />
  return (
    <Form form={form} submit={say(words.add)}>
      <TextInput type="url" label={say(words.url)} description={say(words.urlHelp)} {...form.field('url')} />
      <EventBoxes events={events} chosen={form.values.events} onChange={(chosen) => form.set('events', chosen)} />
    </Form>
  )
}

export function EventBoxes({
  events,
  chosen,
  onChange,
}: {
  events: { event: string; label: string }[]
  chosen: string[]
  onChange: (chosen: string[]) => void
}) {
  const say = useWords()
  return (
    <Checkbox.Group label={say(words.events)} value={chosen} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {events.map(({ event, label }) => (
          <Checkbox key={event} value={event} label={label} description={event} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

/** Shown once, to be kept elsewhere. */
export function SecretOnce({ secret }: { secret: string }) {
  const say = useWords()
  return (
    <div role="status">
      <Text mb="xs">{say(words.secretOnce)}</Text>
      <TextInput
        label={say(words.secret)}
        value={secret}
        readOnly
        classNames={{ input: 'secret-once' }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={secret} timeout={3000}>
        {({ copied, copy }) => (
          <Button variant="default" mt="xs" onClick={copy}>
            {say(copied ? words.copied : words.copy)}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
