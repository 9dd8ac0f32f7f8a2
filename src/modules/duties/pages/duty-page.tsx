import { Button, Group, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read, write } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { useMe } from '../../../web/me.ts'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Page, Section, Sheet, State } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Empty, Trouble } from '../../../web/states.tsx'
import {
  acknowledgeDuty,
  bringBackDuty,
  type DutyCard,
  endHolding,
  type Holding,
  readDuty,
  removeDuty,
} from '../contract.ts'
import { StartHandOver } from '../handing-over/pages/start-hand-over.tsx'
import { IssueLetter, LetterLine } from '../letters/pages/letter-line.tsx'
import { seatWords, dutyWords as words } from '../messages.ts'
import { policyWords } from '../policies/messages.ts'
import { ChangeDuty, GiveDuty } from './duty-forms.tsx'

const Address = z.object({ panel: z.enum(['change', 'give', 'handOver']).optional().catch(undefined) })

/** One duty: what it asks, who has it, who had it, and its change of hands. */
export function DutyPage() {
  const { dutyId } = useParams({ from: '/duties/$dutyId' })
  const say = useWords()
  const [{ panel }, setAddress] = useAddress(Address)
  const { data: duty } = useSuspenseQuery(read(readDuty, { dutyId }))
  const close = () => setAddress({ panel: undefined })
  return (
    <Page
      title={duty.name}
      about={duty.organization.name}
      back={<PageLink to={'/duties' as '/'}>{say(words.duties)}</PageLink>}
      primary={
        duty.mayChange
          ? {
              label: say(words.give),
              icon: <IconUserPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'give' }),
            }
          : undefined
      }
      actions={
        duty.mayChange && (
          <Group gap="xs">
            <Button variant="default" onClick={() => setAddress({ panel: 'change' })}>
              {say(words.change)}
            </Button>
            {duty.holder && (
              <Button variant="default" onClick={() => setAddress({ panel: 'handOver' })}>
                {say(words.handOver)}
              </Button>
            )}
            <Remove duty={duty} />
          </Group>
        )
      }
    >
      {(duty.about || duty.policy) && (
        <Sheet>
          {duty.about && <Text style={{ whiteSpace: 'pre-wrap' }}>{duty.about}</Text>}
          {duty.policy && (
            <Text size="sm" c="dimmed" mt={duty.about ? 'xs' : 0}>
              {say(policyWords.from)}:{' '}
              <PageLink to={`/policies/${duty.policy.id}` as '/'} hash={duty.policy.sectionKey ?? ''}>
                {duty.policy.name}
              </PageLink>
              {duty.policy.section && ` · ${duty.policy.section}`}
            </Text>
          )}
        </Sheet>
      )}
      <Section title={say(words.history)}>
        {duty.holdings.length === 0 ? (
          <Empty>{say(words.noOne)}</Empty>
        ) : (
          <ul className="sheet lines">
            {duty.holdings.map((holding) => (
              <Held key={holding.id} holding={holding} mayChange={duty.mayChange} />
            ))}
          </ul>
        )}
      </Section>
      <SidePanel
        title={say(panel === 'give' ? words.give : panel === 'handOver' ? words.handOver : words.change)}
        open={panel !== undefined}
        onClose={close}
      >
        {panel === 'change' && <ChangeDuty duty={duty} done={close} />}
        {panel === 'give' && <GiveDuty duty={duty} done={close} />}
        {panel === 'handOver' && duty.holder && <StartHandOver from={duty.holder.person} />}
      </SidePanel>
    </Page>
  )
}

function Held({ holding, mayChange }: { holding: Holding; mayChange: boolean }) {
  const say = useWords()
  const dates = useDates()
  const me = useMe()
  const end = useMutation(write(endHolding))
  const acknowledge = useMutation(write(acknowledgeDuty))
  const { id: holdingId, person, seat, fromDate, toDate, acknowledged, letter } = holding
  const day = (date: string) => dates.day(date, { relative: false })
  const open = toDate === null || toDate > dates.today()
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div>
          <PageLink to="/people/$personId" params={{ personId: person.id }}>
            {person.name}
          </PageLink>{' '}
          <State tone={open ? 'do' : undefined}>{say(seatWords[seat])}</State>
          <Text size="sm" c="dimmed">
            {say(words.span, { from: day(fromDate), to: toDate ? day(toDate) : say(words.now) })} ·{' '}
            {say(acknowledged ? words.acknowledged : words.notAcknowledged)}
          </Text>
          {letter && <LetterLine letter={letter} />}
        </div>
        <Group gap="xs">
          {open && !acknowledged && me?.personId === person.id && (
            <Button size="compact-sm" loading={acknowledge.isPending} onClick={() => acknowledge.mutate({ holdingId })}>
              {say(words.acknowledge)}
            </Button>
          )}
          {open && mayChange && <IssueLetter holdingId={holdingId} again={letter !== null} />}
          {open && mayChange && fromDate < dates.today() && (
            <Button
              size="compact-sm"
              variant="default"
              loading={end.isPending}
              onClick={() => end.mutate({ holdingId, toDate: dates.today() })}
            >
              {say(words.ends)}
            </Button>
          )}
        </Group>
      </Group>
      <Trouble error={end.error ?? acknowledge.error} />
    </li>
  )
}

function Remove({ duty: { id: dutyId, name } }: { duty: DutyCard }) {
  const say = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const bringBack = useMutation(write(bringBackDuty))
  const remove = useMutation({
    ...write(removeDuty),
    onSuccess: () => {
      notice(say(words.removed, { name }), () => bringBack.mutateAsync({ dutyId }))
      void navigate({ to: '/duties' as '/' })
    },
  })
  return (
    <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({ dutyId })}>
      {say(words.remove)}
    </Button>
  )
}
