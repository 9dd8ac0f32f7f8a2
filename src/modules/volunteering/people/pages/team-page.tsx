import { Button } from '@mantine/core'
import { IconPlus, IconUserPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { Page, Section, Sheet } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty } from '../../../../web/states.tsx'
import { categoryWords } from '../../../organizations/messages.ts'
import { volunteerWords } from '../messages.ts'
import { readTeam } from '../teams/contract.ts'
import { teamWords } from '../teams/messages.ts'
import { OpenRequests } from './requests.tsx'
import { AddVolunteer, Invite } from './team-forms.tsx'
import { MemberLine } from './team-member.tsx'
import { Join, Mine, MyStanding } from './team-standing.tsx'
import { Strength } from './teams-list.tsx'
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
      {team.open && team.open.length > 0 && <OpenRequests team={team} open={team.open} />}
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
