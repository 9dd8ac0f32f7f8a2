import { Button } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { answerTeamRequest, myInvitations } from '../teams/contract.ts'
import { teamWords } from '../teams/messages.ts'

/** Teams that would like to have the reader. */
export function Invitations() {
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
