import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Part, Trouble } from '../../../../web/states.tsx'
import { acknowledgePolicy, bringBackPolicy, type Policy, readPolicy, removePolicy, renamePolicy } from '../contract.ts'
import { policyWords as words } from '../messages.ts'
import { Compared } from './compared.tsx'
import { Draft, Duties, PolicyText, Versions } from './policy-parts.tsx'
import { AudiencePart, Waiting } from './readers.tsx'

const Address = z.object({
  number: z.coerce.number().int().positive().optional().catch(undefined),
  /** The version beside which it is shown. */
  was: z.coerce.number().int().positive().optional().catch(undefined),
  panel: z.enum(['rename', 'audience']).optional().catch(undefined),
})

/** One policy: its text, what changed, who has read it. */
export function PolicyPage() {
  const { policyId } = useParams({ from: '/policies/$policyId' })
  const say = useWords()
  const dates = useDates()
  const [{ number, was, panel }, setAddress] = useAddress(Address)
  const { data: policy } = useSuspenseQuery(read(readPolicy, { policyId, number }))
  const acknowledge = useMutation(write(acknowledgePolicy))
  const { name, organization, version, shown, mine, mayChange } = policy
  const close = () => setAddress({ panel: undefined })
  const day = (of: string) => dates.day(of, { relative: false })
  const latest = shown && shown.number === version?.number
  const earlier = shown && policy.versions.find((one) => one.number < shown.number)
  const about = shown
    ? [organization.name, say(words.version, { n: shown.number }), say(words.inForce, { day: day(shown.inForceFrom) })]
    : [organization.name, say(words.notPublished)]
  return (
    <Page
      title={name}
      about={about.join(' · ')}
      back={<PageLink to={'/policies' as '/'}>{say(words.policies)}</PageLink>}
      primary={
        latest && mine && mine.readOn === null
          ? {
              label: say(words.read),
              onClick: () => acknowledge.mutate({ policyId, number: shown.number }),
              loading: acknowledge.isPending,
            }
          : undefined
      }
      actions={
        mayChange && (
          <>
            <ButtonLink variant="default" to={`/policies/${policyId}/write` as '/'}>
              {say(policy.draft ? words.goOn : words.write)}
            </ButtonLink>
            <Button variant="default" onClick={() => setAddress({ panel: 'rename' })}>
              {say(words.rename)}
            </Button>
            <Remove policy={policy} />
          </>
        )
      }
    >
      <Trouble error={acknowledge.error} />
      {mine && latest && (
        <Text mb="sm">
          {mine.readOn ? say(words.readOn, { day: day(mine.readOn) }) : say(words.askedOn, { day: day(mine.askedOn) })}
        </Text>
      )}
      {policy.draft && <Draft policy={policy} />}
      {shown && was !== undefined ? (
        <Part shape="text">
          <Compared policyId={policyId} was={was} is={shown.number} back={() => setAddress({ was: undefined })} />
        </Part>
      ) : (
        shown && (
          <>
            {earlier && (
              <Group mb="xs">
                <Button variant="default" onClick={() => setAddress({ was: earlier.number })}>
                  {say(words.compare, { n: earlier.number })}
                </Button>
              </Group>
            )}
            <PolicyText sections={policy.sections} />
          </>
        )
      )}
      <Versions policy={policy} open={(one) => setAddress({ number: one, was: undefined })} />
      <Duties policy={policy} />
      {(mayChange || policy.audience.length > 0) && (
        <AudiencePart
          policy={policy}
          changing={panel === 'audience'}
          setChanging={(on) => setAddress({ panel: on ? 'audience' : undefined })}
        />
      )}
      <Waiting policy={policy} />
      <SidePanel title={say(words.rename)} open={panel === 'rename'} onClose={close}>
        <Rename policy={policy} done={close} />
      </SidePanel>
    </Page>
  )
}

function Rename({ policy, done }: { policy: Policy; done: () => void }) {
  const say = useWords()
  const form = useForm(renamePolicy, { initial: { policyId: policy.id, name: policy.name }, done })
  return (
    <Form form={form} submit={say(words.keep)}>
      <TextInput label={say(words.name)} {...form.field('name')} />
    </Form>
  )
}

function Remove({ policy: { id: policyId, name } }: { policy: Policy }) {
  const say = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const bringBack = useMutation(write(bringBackPolicy))
  const remove = useMutation({
    ...write(removePolicy),
    onSuccess: () => {
      notice(say(words.removed, { name }), () => bringBack.mutateAsync({ policyId }))
      void navigate({ to: '/policies' as '/' })
    },
  })
  return (
    <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({ policyId })}>
      {say(words.remove)}
    </Button>
  )
}
