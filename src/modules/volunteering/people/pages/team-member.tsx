import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPhone } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { State } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { leaveTeam, nameToPost, posts, type TeamCard } from '../teams/contract.ts'
import { postWords, teamWords } from '../teams/messages.ts'

type Membership = { team: TeamCard; person: TeamCard['people'][number] }

/** One of the team: how to reach them, and for whoever leads, their card and what they may become. */
export function MemberLine({ team, person }: Membership) {
  const say = useWords()
  const notice = useNotice()
  const { id: personId, name, post, phone } = person
  const change = useMutation(write(nameToPost))
  const letGo = useMutation({
    ...write(leaveTeam),
    onSuccess: () => notice(say(teamWords.letGoDone, { name, team: team.name })),
  })
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
        {team.mayLead && <MemberMenu team={team} person={person} change={change.mutate} letGo={letGo.mutate} />}
      </span>
    </li>
  )
}

type In<E extends { input: z.ZodType }> = z.input<E['input']>
const naming = { leader: teamWords.makeLeader, deputy: teamWords.makeDeputy, member: teamWords.makeMember }

function MemberMenu({
  team,
  person: { id: personId, name, post },
  change,
  letGo,
}: Membership & { change: (to: In<typeof nameToPost>) => void; letGo: (who: In<typeof leaveTeam>) => void }) {
  const say = useWords()
  const it = { teamId: team.id, personId }
  return (
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
              <Menu.Item key={one} onClick={() => change({ ...it, post: one })}>
                {say(naming[one])}
              </Menu.Item>
            ))}
        <Menu.Item onClick={() => letGo(it)}>{say(teamWords.letGo)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
