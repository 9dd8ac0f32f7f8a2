import { Button, Group, SegmentedControl, Switch } from '@mantine/core'
import { useInfiniteQuery, useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { call, read, write } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Page, Section, State } from '../../../web/page.tsx'
import { NoSuchPage } from '../../../web/root.tsx'
import { Rows } from '../../../web/rows.tsx'
import { Empty, Failure, Loading, Trouble } from '../../../web/states.tsx'
import { failureWords } from '../messages.ts'
import {
  changeWebhook,
  type HookDelivery,
  listHookDeliveries,
  listWebhooks,
  removeWebhook,
  renewWebhookSecret,
  sendHookAgain,
  tryWebhook,
  type Webhook,
} from '../webhooks/contract.ts'
import { webhookWords as words } from './messages.ts'
import { EventBoxes, SecretOnce } from './webhooks-page.tsx'

const Address = z.object({ show: z.enum(['all', 'failed']).catch('all').default('all') })

/** One program that is told: what it wants to know, and what reached it. */
export function WebhookPage() {
  const say = useWords()
  const { webhookId } = useParams({ strict: false }) as { webhookId: string }
  const { data } = useSuspenseQuery(read(listWebhooks, {}))
  const trial = useMutation(write(tryWebhook))
  const webhook = data.webhooks.find(({ id }) => id === webhookId)
  if (!webhook) return <NoSuchPage />
  return (
    <Page
      title={new URL(webhook.url).host}
      about={<span className="breakable">{webhook.url}</span>}
      back={<PageLink to="/webhooks">{say(words.back)}</PageLink>}
      primary={{
        label: say(words.try),
        onClick: () => trial.mutate({ webhookId }),
        loading: trial.isPending,
        disabled: webhook.disabledAt !== null,
      }}
    >
      <Trouble error={trial.error} />
      <Section title={say(words.deliveries)}>
        <Deliveries webhookId={webhookId} />
      </Section>
      <Section title={say(words.settings)}>
        <Settings key={webhook.disabledAt?.getTime() ?? 0} webhook={webhook} events={data.events} />
      </Section>
    </Page>
  )
}

function Deliveries({ webhookId }: { webhookId: string }) {
  const say = useWords()
  const dates = useDates()
  const [{ show }, setAddress] = useAddress(Address)
  const again = useMutation(write(sendHookAgain))
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listHookDeliveries.name, webhookId, show],
    queryFn: ({ pageParam }) =>
      call(listHookDeliveries, { webhookId, show, ...(pageParam ? { before: pageParam } : {}) }),
    initialPageParam: null as Date | null,
    getNextPageParam: (last) => last.next,
    // What waits is on its way: its outcome shows by itself.
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.deliveries.some((one) => one.state === 'waiting') ? 3000 : false,
  })
  const rows = data?.pages.flatMap((page) => page.deliveries) ?? []
  if (error) return <Failure error={error} retry={() => refetch()} />
  return (
    <>
      <SegmentedControl
        mb="sm"
        aria-label={say(words.show)}
        value={show}
        onChange={(value) => setAddress({ show: value as 'all' | 'failed' })}
        data={[
          { value: 'all', label: say(words.all) },
          { value: 'failed', label: say(words.onlyFailed) },
        ]}
      />
      <Trouble error={again.error} />
      {!data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Empty>{say(show === 'all' ? words.noDeliveries : words.noFailures)}</Empty>
      ) : (
        <Rows<HookDelivery>
          name={say(words.deliveries)}
          rows={rows}
          rowKey={({ id }) => id}
          onMore={hasNextPage ? () => fetchNextPage() : undefined}
          loadingMore={isFetchingNextPage}
          columns={[
            { key: 'what', head: say(words.what), cell: ({ label }) => label },
            { key: 'when', head: say(words.when), cell: ({ createdAt }) => dates.moment(createdAt) },
            { key: 'state', head: say(words.state), fact: true, cell: (row) => <DeliveryState delivery={row} /> },
            { key: 'tries', head: say(words.tries), end: true, cell: ({ tries }) => tries },
            {
              key: 'again',
              head: say(words.again),
              fact: true,
              cell: ({ id, label, createdAt }) => (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={say(words.againOf, { what: label, when: dates.moment(createdAt) })}
                  onClick={() => again.mutate({ deliveryId: id })}
                >
                  {say(words.again)}
                </Button>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

function DeliveryState({ delivery: { state, at, failure, status, tries } }: { delivery: HookDelivery }) {
  const say = useWords()
  const dates = useDates()
  const when = dates.moment(at)
  const why = failure && say(failureWords[failure], { status: status ?? '' })
  if (state === 'sent') return <State tone="do">{say(words.sentAt, { when })}</State>
  if (state === 'failed' && !why) return <State>{say(words.stopped)}</State>
  const said = say(state === 'failed' ? words.failedAt : words.waitingAt, { when })
  const tone = state === 'failed' ? 'late' : tries > 0 ? 'soon' : undefined
  return (
    <>
      <State tone={tone}>{said}</State> {why && <span>{why}</span>}
    </>
  )
}

function Settings({ webhook, events }: { webhook: Webhook; events: { event: string; label: string }[] }) {
  const say = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const { id: webhookId } = webhook
  const initial = { webhookId, events: webhook.events, disabled: webhook.disabledAt !== null }
  const form = useForm(changeWebhook, { initial, done: () => notice(say(words.saved)) })
  const renew = useMutation(write(renewWebhookSecret))
  const remove = useMutation({
    ...write(removeWebhook),
    onSuccess: async () => {
      await navigate({ to: '/webhooks' })
      notice(say(words.removed))
    },
  })
  return (
    <>
      <Form form={form} submit={say(words.save)}>
        <Switch
          label={say(words.enabled)}
          checked={!form.values.disabled}
          onChange={(event) => form.set('disabled', !event.currentTarget.checked)}
        />
        <EventBoxes events={events} chosen={form.values.events} onChange={(chosen) => form.set('events', chosen)} />
      </Form>
      <Trouble error={renew.error ?? remove.error} />
      {renew.data && <SecretOnce secret={renew.data.secret} />}
      <Group mt="lg" gap="xs">
        <Button
          variant="default"
          title={say(words.renewHelp)}
          loading={renew.isPending}
          onClick={() => renew.mutate({ webhookId })}
        >
          {say(words.renew)}
        </Button>
        <Button
          variant="default"
          title={say(words.removeHelp)}
          loading={remove.isPending}
          onClick={() => remove.mutate({ webhookId })}
        >
          {say(words.remove)}
        </Button>
      </Group>
    </>
  )
}
