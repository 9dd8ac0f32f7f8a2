import { ActionIcon, Button, Menu, Textarea } from '@mantine/core'
import { IconDots, IconPhone, IconPlus, IconUserPlus } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section, Sheet, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { categoryWords } from '../../../organizations/messages.ts'
import { volunteerWords } from '../messages.ts'
import {
  answerTeamRequest,
  askToJoin,
  leaveTeam,
  nameToPost,
  posts,
  readTeam,
  type TeamCard,
  withdrawTeamRequest,
} from '../teams/contract.ts'
import { postWords, teamWords } from '../teams/messages.ts'
import { RequestLine } from './requests.tsx'
import { AddVolunteer, Invite } from './team-forms.tsx'
import { Mine, Strength } from './teams-page.tsx'
import '../../../organizations/pages/organizations.css'
import './volunteers.css'

const Address = z.object({ panel: z.enum(['join', 'add', 'invite']).optional().catch(undefined) })

/** A team: who leads it, who is in it, what they can do together, and how one comes in. */
export function TeamPage() {
  const { teamId } = useParams({ strict: false }) as { teamId: string }
  const say = useWords()
  const [{ panel }, setAddress] = useAddress(Address)
  const { data: team } = useSuspenseQuery(read(readTeam, { teamId }))
  const close = () => setAddress({ panel: undefined })
  const primary = team.mayLead
    ? {
        label: say(teamWords.add),
        icon: <IconPlus size={18} aria-hidden />,
        onClick: () => setAddress({ panel: 'add' }),
      }
    : team.mine === null
      ? { label: say(teamWords.join), onClick: () => setAddress({ panel: 'join' }) }
      : undefined
  return (
    <Page
      title={team.name}
      about={
        <>
          {[
            say(categoryWords[team.category]),
            team.parentName,
            say(teamWords.membersCount, { count: team.members }),
          ].join(' · ')}{' '}
          <Mine mine={team.mine} />
        </>
      }
      back={<PageLink to="/volunteers">{say(volunteerWords.title)}</PageLink>}
      primary={primary}
      actions={
        team.mayLead && (
          <Button
            variant="default"
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={() => setAddress({ panel: 'invite' })}
          >
            {say(teamWords.invite)}
          </Button>
        )
      }
    >
      <MyStanding team={team} />
      {team.open && team.open.length > 0 && <Open team={team} open={team.open} />}
      <Section title={say(teamWords.members)}>
        <Sheet pad={false}>
          <ul className="lines">
            {team.people.map((person) => (
              <MemberLine key={person.id} team={team} person={person} />
            ))}
          </ul>
          {team.people.length === 0 && <p className="quiet">{say(teamWords.noLeader)}</p>}
        </Sheet>
      </Section>
      {team.strength && (
        <Section title={say(teamWords.strength)}>
          {team.strength.length > 0 ? <Strength of={team.strength} /> : <Empty>{say(teamWords.noStrength)}</Empty>}
        </Section>
      )}
      <SidePanel title={say(teamWords[panel ?? 'join'])} open={panel !== undefined} onClose={close}>
        {panel === 'join' && <Join team={team} done={close} />}
        {panel === 'add' && <AddVolunteer teamId={team.id} done={close} />}
        {panel === 'invite' && <Invite teamId={team.id} done={close} />}
      </SidePanel>
    </Page>
  )
}

/** What is between the reader and the team, and what they can do about it. */
function MyStanding({ team: { id: teamId, name, mine, myRequestId } }: { team: TeamCard }) {
  const say = useWords()
  const notice = useNotice()
  const me = useMe()
  const withdraw = useMutation(write(withdrawTeamRequest))
  const answer = useMutation(write(answerTeamRequest))
  const leave = useMutation({
    ...write(leaveTeam),
    onSuccess: () => notice(say(teamWords.left, { team: name })),
  })
  return (
    <div className="time-line">
      <Trouble error={withdraw.error ?? answer.error ?? leave.error} />
      {mine === 'request' && myRequestId && (
        <Button variant="default" onClick={() => withdraw.mutate({ teamRequestId: myRequestId })}>
          {say(teamWords.withdraw)}
        </Button>
      )}
      {mine === 'invitation' && myRequestId && (
        <>
          <Button onClick={() => answer.mutate({ teamRequestId: myRequestId, accept: true })}>
            {say(teamWords.acceptInvitation)}
          </Button>
          <Button variant="default" onClick={() => answer.mutate({ teamRequestId: myRequestId, accept: false })}>
            {say(teamWords.decline)}
          </Button>
        </>
      )}
      {mine === 'member' && me && (
        <Button variant="default" onClick={() => leave.mutate({ teamId, personId: me.personId })}>
          {say(teamWords.leave)}
        </Button>
      )}
    </div>
  )
}

function Open({ team, open }: { team: TeamCard; open: NonNullable<TeamCard['open']> }) {
  const say = useWords()
  const withdraw = useMutation(write(withdrawTeamRequest))
  return (
    <Section title={say(teamWords.openHere)}>
      <Trouble error={withdraw.error} />
      <Sheet pad={false}>
        <ul className="lines" aria-label={team.name}>
          {open.map((one) =>
            one.kind === 'request' ? (
              <RequestLine key={one.id} request={one} />
            ) : (
              <li key={one.id} className="line-with-action">
                <span>
                  {one.person.name} <State>{say(teamWords.invitation)}</State>
                </span>
                <Button
                  size="sm"
                  variant="default"
                  aria-label={say(teamWords.withdrawInvitation, { name: one.person.name })}
                  onClick={() => withdraw.mutate({ teamRequestId: one.id })}
                >
                  {say(teamWords.takeBack)}
                </Button>
              </li>
            ),
          )}
        </ul>
      </Sheet>
    </Section>
  )
}

function MemberLine({ team, person }: { team: TeamCard; person: TeamCard['people'][number] }) {
  const say = useWords()
  const notice = useNotice()
  const { id: personId, name, post, phone } = person
  const it = { teamId: team.id, personId }
  const change = useMutation(write(nameToPost))
  const letGo = useMutation({
    ...write(leaveTeam),
    onSuccess: () => notice(say(teamWords.letGoDone, { name, team: team.name })),
  })
  const naming = { leader: teamWords.makeLeader, deputy: teamWords.makeDeputy, member: teamWords.makeMember }
  return (
    <li className="line-with-action">
      <div>
        {team.mayLead ? (
          <PageLink to="/volunteers/people/$personId" params={{ personId }}>
            {name}
          </PageLink>
        ) : (
          name
        )}{' '}
        {post !== 'member' && <State tone="do">{say(postWords[post])}</State>}
        <Trouble error={change.error ?? letGo.error} />
      </div>
      <span className="time-line">
        {phone && (
          <ActionIcon
            component="a"
            href={`tel:${phone}`}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={say(teamWords.call, { name })}
          >
            <IconPhone size={18} aria-hidden />
          </ActionIcon>
        )}
        {team.mayLead && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say(teamWords.changeOne, { name })}>
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {team.mayNamePosts &&
                posts
                  .filter((one) => one !== post)
                  .map((one) => (
                    <Menu.Item key={one} onClick={() => change.mutate({ ...it, post: one })}>
                      {say(naming[one])}
                    </Menu.Item>
                  ))}
              <Menu.Item onClick={() => letGo.mutate(it)}>{say(teamWords.letGo)}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </span>
    </li>
  )
}

function Join({ team, done }: { team: TeamCard; done: () => void }) {
  const say = useWords()
  const form = useForm(askToJoin, { initial: { teamId: team.id, message: '' }, done })
  return (
    <Form form={form} submit={say(teamWords.send)}>
      <Textarea
        label={say(teamWords.joinMessage)}
        autosize
        minRows={2}
        data-autofocus
        {...form.field('message')}
        value={form.values.message ?? ''}
      />
    </Form>
  )
}
