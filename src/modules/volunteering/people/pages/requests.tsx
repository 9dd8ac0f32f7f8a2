import { Button } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { Section, Sheet, State } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { answerTeamRequest, requestsToDecide, type TeamCard, withdrawTeamRequest } from '../teams/contract.ts'
import { teamWords } from '../teams/messages.ts'

type Request = { id: string; person: { id: string; name: string }; message: string | null; askedAt: Date }

/** Who waits for an answer, in all teams that the reader leads. */
export function RequestsToDecide() {
  const say = useWords()
  const { data: requests } = useSuspenseQuery(read(requestsToDecide, {}))
  if (requests.length === 0) return null
  return (
    <Section title={say(teamWords.toDecide)}>
      <Sheet pad={false}>
        <ul className="lines">
          {requests.map((request) => (
            <RequestLine key={request.id} request={request}>
              <PageLink to="/teams/$teamId" params={{ teamId: request.teamId }}>
                {request.teamName}
              </PageLink>
            </RequestLine>
          ))}
        </ul>
      </Sheet>
    </Section>
  )
}

/** One request with its two answers; `children`: the team, where it is not said already. */
export function RequestLine({ request, children }: { request: Request; children?: ReactNode }) {
  const say = useWords()
  const answer = useMutation(write(answerTeamRequest))
  const { name } = request.person
  const reply = (accept: boolean) => () => answer.mutate({ teamRequestId: request.id, accept })
  return (
    <li className="line-with-action">
      <div>
        {name} {say(teamWords.request)} {children} <Moment at={request.askedAt} only="day" />
        {request.message && <div className="membership-span">{request.message}</div>}
        <Trouble error={answer.error} />
      </div>
      <span className="time-line">
        <Button
          size="sm"
          loading={answer.isPending}
          onClick={reply(true)}
          aria-label={say(teamWords.acceptOne, { name })}
        >
          {say(teamWords.accept)}
        </Button>
        <Button size="sm" variant="default" onClick={reply(false)} aria-label={say(teamWords.declineOne, { name })}>
          {say(teamWords.decline)}
        </Button>
      </span>
    </li>
  )
}

/** Who asked to join one team, and whom it invited. */
export function OpenRequests({ team, open }: { team: TeamCard; open: NonNullable<TeamCard['open']> }) {
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
