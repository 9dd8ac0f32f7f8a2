import { Button, NativeSelect } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { Page, Section, Sheet, State } from '../../../../web/page.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Empty, Part, Trouble } from '../../../../web/states.tsx'
import { TeamCategory, teamCategories } from '../../../organizations/contract.ts'
import { categoryWords } from '../../../organizations/messages.ts'
import { volunteerWords } from '../messages.ts'
import { listSkills } from '../skills/contract.ts'
import { answerTeamRequest, listTeams, myInvitations, type TeamRow } from '../teams/contract.ts'
import { postWords, teamWords } from '../teams/messages.ts'
import { RequestsToDecide } from './requests.tsx'
import '../../../organizations/pages/organizations.css'
import './volunteers.css'

const Address = z.object({
  category: TeamCategory.optional().catch(undefined),
  skill: z.string().optional().catch(undefined),
  sort: z.enum(['members', '-members', 'name']).optional().catch(undefined),
})

/** Which teams there are, which are mine, and for whoever leads: how strong each is and who waits for an answer. */
export function TeamsPage() {
  const say = useWords()
  const leads = useHas('leadTeams')
  return (
    <Page
      title={say(volunteerWords.title)}
      wide
      actions={
        <>
          <ButtonLink to="/volunteers/me" variant="default" leftSection={<IconUser size={16} aria-hidden />}>
            {say(volunteerWords.me)}
          </ButtonLink>
          {leads && (
            <ButtonLink to="/volunteers/coordination" variant="default">
              {say(volunteerWords.coordinate)}
            </ButtonLink>
          )}
        </>
      }
    >
      <Part shape="text">
        <Invitations />
      </Part>
      {leads && (
        <Part shape="text">
          <RequestsToDecide />
        </Part>
      )}
      <Section title={say(teamWords.all)}>
        <Part>
          <Teams leads={leads} />
        </Part>
      </Section>
    </Page>
  )
}

function Invitations() {
  const say = useWords()
  const { data: invitations } = useSuspenseQuery(read(myInvitations, {}))
  const answer = useMutation(write(answerTeamRequest))
  if (invitations.length === 0) return null
  return (
    <Section title={say(teamWords.invitations)}>
      <Trouble error={answer.error} />
      <Sheet pad={false}>
        <ul className="lines">
          {invitations.map(({ id, teamId, teamName }) => (
            <li key={id} className="line-with-action">
              <PageLink to="/teams/$teamId" params={{ teamId }}>
                {teamName}
              </PageLink>
              <span className="time-line">
                <Button size="sm" onClick={() => answer.mutate({ teamRequestId: id, accept: true })}>
                  {say(teamWords.acceptInvitation)}
                </Button>
                <Button size="sm" variant="default" onClick={() => answer.mutate({ teamRequestId: id, accept: false })}>
                  {say(teamWords.decline)}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  )
}

function Teams({ leads }: { leads: boolean }) {
  const say = useWords()
  const [{ category, skill, sort }, setAddress] = useAddress(Address)
  const { data: skills } = useSuspenseQuery(read(listSkills, {}))
  const { data: teams } = useSuspenseQuery(
    read(listTeams, {
      ...(category ? { category } : {}),
      ...(skill ? { skillId: skill } : {}),
      sort: sort ?? (leads ? '-members' : 'name'),
    }),
  )
  const columns = useColumns(leads)
  const sorted = teams.toSorted((a, b) => Number(b.mine !== null) - Number(a.mine !== null))
  return (
    <>
      <div className="filters">
        <NativeSelect
          label={say(teamWords.category)}
          value={category ?? ''}
          onChange={(event) => setAddress({ category: (event.currentTarget.value || undefined) as never })}
          data={[
            { value: '', label: say(teamWords.anyCategory) },
            ...teamCategories.map((value) => ({ value, label: say(categoryWords[value]) })),
          ]}
        />
        {leads && (
          <NativeSelect
            label={say(teamWords.skill)}
            value={skill ?? ''}
            onChange={(event) => setAddress({ skill: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: say(teamWords.anySkill) },
              ...skills.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {leads && (
          <NativeSelect
            label={say(teamWords.sort)}
            value={sort ?? '-members'}
            onChange={(event) => setAddress({ sort: event.currentTarget.value as 'name' })}
            data={[
              { value: '-members', label: say(teamWords.strongest) },
              { value: 'members', label: say(teamWords.weakest) },
              { value: 'name', label: say(teamWords.byName) },
            ]}
          />
        )}
      </div>
      {sorted.length === 0 ? (
        <Empty>{say(teamWords.none)}</Empty>
      ) : (
        <Rows name={say(teamWords.title)} rows={sorted} rowKey={({ id }) => id} columns={columns} />
      )}
    </>
  )
}

function useColumns(leads: boolean): Column<TeamRow>[] {
  const say = useWords()
  const columns: Column<TeamRow>[] = [
    {
      key: 'name',
      head: say(teamWords.name),
      cell: (team) => (
        <>
          <PageLink to="/teams/$teamId" params={{ teamId: team.id }}>
            {team.name}
          </PageLink>
          <div>
            <Mine mine={team.mine} />
          </div>
        </>
      ),
    },
    { key: 'category', head: say(teamWords.category), cell: ({ category }) => say(categoryWords[category]) },
    { key: 'parent', head: say(teamWords.parent), fact: !leads, cell: ({ parentName }) => parentName },
    {
      key: 'leaders',
      head: say(teamWords.leaders),
      cell: ({ leaders }) => (leaders.length > 0 ? leaders.join(say(teamWords.and)) : say(teamWords.noLeader)),
    },
    {
      key: 'members',
      head: say(teamWords.members),
      fact: true,
      end: true,
      cell: ({ members }) => say(teamWords.membersCount, { count: members }),
    },
  ]
  if (!leads) return columns
  return [
    ...columns,
    {
      key: 'strength',
      head: say(teamWords.strengthHead),
      fact: true,
      cell: ({ strength }) => <Strength of={strength} />,
    },
  ]
}

export function Strength({ of }: { of: TeamRow['strength'] }) {
  const say = useWords()
  if (!of || of.length === 0) return <span className="tree-note">—</span>
  return (
    <ul className="pills">
      {of.map(({ skillId, name, people }) => (
        <li key={skillId}>
          <State>{say(teamWords.strengthOf, { skill: name, count: people })}</State>
        </li>
      ))}
    </ul>
  )
}

export function Mine({ mine }: { mine: TeamRow['mine'] }) {
  const say = useWords()
  if (mine === null) return null
  if (mine === 'request') return <State>{say(teamWords.asked)}</State>
  if (mine === 'invitation') return <State tone="soon">{say(teamWords.invited)}</State>
  return <State tone="do">{mine === 'member' ? say(teamWords.in) : say(postWords[mine])}</State>
}
