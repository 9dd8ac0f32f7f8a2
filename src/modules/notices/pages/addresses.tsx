import { Button, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { call, write } from '../../../platform/web.tsx'
import { Form, useForm } from '../../../web/form.tsx'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Section, State } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import { addDevice, addMailbox, confirmAgain, removeAddress } from '../addresses/contract.ts'
import type { Choices, NoticeAddress } from '../choosing/contract.ts'
import { failureWords } from '../messages.ts'
import { pageWords as words } from './messages.ts'
import { canPush, markHere, NoPush, subscribe, unsubscribe } from './this-device.ts'

/** The devices that show notices, and whether this one does. */
export function Devices({ choices: { addresses, pushKey } }: { choices: Choices }) {
  const say = useWords()
  const devices = addresses.filter(({ kind }) => kind === 'push')
  const { data: here = null, refetch } = useQuery({ queryKey: ['markHere'], queryFn: markHere })
  const turnOn = useMutation({
    mutationFn: async () => call(addDevice, await subscribe(pushKey)),
    onSettled: () => refetch(),
  })
  const known = devices.some(({ mark }) => mark === here)
  const trouble = turnOn.error
  return (
    <Section title={say(words.devices)}>
      <Text size="sm" c="dimmed" mb="sm">
        {say(words.devicesHelp)}
      </Text>
      {trouble instanceof NoPush ? (
        <div className="trouble" role="alert">
          {say(trouble.words)}
        </div>
      ) : (
        <Trouble error={trouble} />
      )}
      <AddressLines addresses={devices} here={here} />
      {!canPush() ? (
        <Text size="sm">{say(words.noSupport)}</Text>
      ) : (
        !known && (
          <Button mt="sm" loading={turnOn.isPending} onClick={() => turnOn.mutate()}>
            {say(words.turnOn)}
          </Button>
        )
      )}
    </Section>
  )
}

/** Where letters go; each is confirmed by its owner first. */
export function Mailboxes({ choices: { addresses, mail, suggestedEmail } }: { choices: Choices }) {
  const say = useWords()
  const notice = useNotice()
  const mailboxes = addresses.filter(({ kind }) => kind === 'email')
  const unknown = suggestedEmail && !mailboxes.some(({ name }) => name === suggestedEmail)
  const form = useForm(addMailbox, {
    initial: { email: unknown ? suggestedEmail : '' },
    done: (_, { email }) => {
      form.set('email', '')
      notice(say(words.linkSent, { email }))
    },
  })
  return (
    <Section title={say(words.mailboxes)}>
      <AddressLines addresses={mailboxes} here={null} />
      {mail ? (
        <Form form={form} submit={say(words.addMailbox)}>
          <TextInput
            type="email"
            autoComplete="email"
            label={say(words.mailboxAddress)}
            description={say(words.mailboxHelp)}
            {...form.field('email')}
          />
        </Form>
      ) : (
        <Text size="sm" c="dimmed">
          {say(words.noMail)}
        </Text>
      )}
    </Section>
  )
}

function AddressLines({ addresses, here }: { addresses: readonly NoticeAddress[]; here: string | null }) {
  if (addresses.length === 0) return null
  return (
    <div className="sheet" style={{ marginBottom: '0.75rem' }}>
      <ul className="lines">
        {addresses.map((address) => (
          <AddressLine key={address.id} address={address} here={address.mark === here} />
        ))}
      </ul>
    </div>
  )
}

function AddressLine({ address, here }: { address: NoticeAddress; here: boolean }) {
  const say = useWords()
  const notice = useNotice()
  const name = address.name || say(words.unknownDevice)
  const again = useMutation({
    ...write(confirmAgain),
    onSuccess: () => notice(say(words.linkSent, { email: name })),
  })
  const remove = useMutation({
    mutationFn: async (input: { addressId: string }) => {
      if (here) await unsubscribe()
      return call(removeAddress, input)
    },
    onSuccess: () => notice(say(words.removed, { name })),
  })
  return (
    <li>
      <div className="line-with-action">
        <div className="breakable">
          {name} {here && <State tone="do">{say(words.thisDevice)}</State>}
          <Standing address={address} />
          {address.kind === 'email' && !address.confirmed && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={again.isPending}
              onClick={() => again.mutate({ addressId: address.id })}
            >
              {say(words.sendAgain)}
            </Button>
          )}
        </div>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={say(words.removeOf, { name })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ addressId: address.id })}
        >
          {say(words.remove)}
        </Button>
      </div>
      <Trouble error={again.error ?? remove.error} />
    </li>
  )
}

function Standing({ address: { kind, confirmed, failedAt, failure, status } }: { address: NoticeAddress }) {
  const say = useWords()
  const dates = useDates()
  return (
    <div>
      {kind === 'email' && (
        <State tone={confirmed ? 'do' : 'soon'}>{say(confirmed ? words.confirmed : words.waiting)}</State>
      )}{' '}
      {failedAt && failure && (
        <>
          <State tone="late">{say(words.failed, { when: dates.moment(failedAt) })}</State>{' '}
          <Text span size="sm">
            {say(failureWords[failure], { status: status ?? '' })}
          </Text>
        </>
      )}
    </div>
  )
}
