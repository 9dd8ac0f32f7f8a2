import { Alert } from '@mantine/core'
import { IconPencil, IconPlus, IconUsers } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../web/link.tsx'
import { useMe } from '../../../web/me.ts'
import { useDates } from '../../../web/moment.tsx'
import { Page, Section, Sheet } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { PersonAccount } from '../accounts/pages/person-account.tsx'
import { mayOpenAccountHolding } from '../accounts/rules.ts'
import { positionWords } from '../groups/messages.ts'
import { type PersonCard, readPerson } from '../people/contract.ts'
import { Forgetting } from '../people/leaving/pages/leaving.tsx'
import { messages } from '../people/messages.ts'
import { holdersOf } from '../rules.ts'
import { Memberships } from './memberships.tsx'
import { AddMembership, ChangePerson, CorrectMembership } from './person-forms.tsx'
import { useSpan } from './span-fields.tsx'
import './organizations.css'

const Address = z.object({
  panel: z.enum(['change', 'start', 'correct']).optional().catch(undefined),
  membership: z.string().optional().catch(undefined),
})

/** A person's card: how to reach them, what they hold and held, in which groups they are. */
export function PersonPage() {
  const { personId } = useParams({ from: '/people/$personId' })
  const say = useWords()
  const dates = useDates()
  const me = useMe()
  const { data: person } = useSuspenseQuery(read(readPerson, { id: personId }))
  const [{ panel, membership: chosen }, setAddress] = useAddress(Address)
  const close = () => setAddress({ panel: undefined, membership: undefined })
  const membership = person.memberships.find(({ id }) => id === chosen)
  const held = person.memberships.filter(({ toDate }) => toDate === null || toDate > dates.today())
  const mayOpen = me !== undefined && me.personId !== person.id && mayOpenAccountHolding(me, held)
  const mayStart = me?.roles.some(({ role }) => holdersOf('organize').includes(role)) ?? false
  const seesPeople = me?.roles.some(({ role }) => holdersOf('seePeople').includes(role)) ?? false
  return (
    <Page
      title={person.name}
      back={seesPeople && <PageLink to="/people">{say(messages.title)}</PageLink>}
      actions={
        person.mayChange && (
          <ButtonLink
            to="."
            search={{ panel: 'change' } as never}
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
          >
            {say(messages.change)}
          </ButtonLink>
        )
      }
      primary={
        mayStart
          ? {
              label: say(messages.start),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'start' }),
            }
          : undefined
      }
    >
      <Namesakes person={person} />
      <Contact person={person} />
      <Section title={say(messages.memberships)}>
        <Memberships person={person} correct={(id) => setAddress({ panel: 'correct', membership: id })} />
      </Section>
      <Section title={say(messages.groups)}>
        <Groups person={person} />
      </Section>
      {mayOpen && (
        <Part shape="text">
          <PersonAccount personId={person.id} personName={person.name} />
        </Part>
      )}
      {me?.personId !== person.id && (
        <Part shape="text">
          <Forgetting personId={person.id} name={person.name} />
        </Part>
      )}
      <SidePanel title={say(messages[panel ?? 'change'])} open={panel !== undefined} onClose={close}>
        {panel === 'change' && <ChangePerson person={person} done={close} />}
        {panel === 'start' && <AddMembership person={person} done={close} />}
        {panel === 'correct' && membership && <CorrectMembership membership={membership} done={close} />}
      </SidePanel>
    </Page>
  )
}

function Namesakes({ person: { name, namesakes } }: { person: PersonCard }) {
  const say = useWords()
  if (namesakes === 0) return null
  return (
    <Alert variant="light" color="gray" icon={<IconUsers size={18} aria-hidden="true" />} mb="md">
      {say(messages.namesakes, { count: namesakes, name })}{' '}
      <PageLink to="/people" search={{ q: name, state: 'all' } as never}>
        {say(messages.compare)}
      </PageLink>
    </Alert>
  )
}

function Contact({ person: { phone, phoneTail, email } }: { person: PersonCard }) {
  const say = useWords()
  return (
    <Sheet>
      <dl className="facts">
        <dt>{say(messages.phone)}</dt>
        <dd>
          {phone ? (
            <a href={`tel:${phone}`}>{phone}</a>
          ) : phoneTail ? (
            say(messages.phoneTail, { tail: phoneTail })
          ) : (
            say(messages.noPhone)
          )}
        </dd>
        {(phone || !phoneTail || email) && (
          <>
            <dt>{say(messages.email)}</dt>
            <dd>{email ? <a href={`mailto:${email}`}>{email}</a> : say(messages.noEmail)}</dd>
          </>
        )}
      </dl>
    </Sheet>
  )
}

function Groups({ person: { groups } }: { person: PersonCard }) {
  const say = useWords()
  const dates = useDates()
  const span = useSpan()
  if (groups.length === 0) return <Empty>{say(messages.noGroups)}</Empty>
  return (
    <Sheet pad={false}>
      <ul className="lines">
        {groups.map((held) => (
          <li key={held.id} className="line-with-action">
            <PageLink to="/groups/$groupId" params={{ groupId: held.groupId }}>
              {held.groupName}
            </PageLink>
            <span className="tree-note">
              {say(positionWords[held.position])} ·{' '}
              {span(held, (day) => dates.day(day, { relative: false }), dates.today())}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
