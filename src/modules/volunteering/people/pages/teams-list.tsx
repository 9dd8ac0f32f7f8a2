import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { State } from '../../../../web/page.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Empty } from '../../../../web/states.tsx'
import { categoryWords } from '../../../organizations/messages.ts'
import { listTeams, type TeamRow } from '../teams/contract.ts'
import { teamWords } from '../teams/messages.ts'
import { Address, TeamFilters } from './team-filters.tsx'
import { Mine } from './team-standing.tsx'

/** The teams one may know of, one's own first; for whoever leads, with what each can do. */
export function Teams({ leads }: { leads: boolean }) {
  const say = useWords()
  const [{ category, skill, sort }] = useAddress(Address)
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
      <TeamFilters leads={leads} />
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

/** How many hold which skill. */
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
