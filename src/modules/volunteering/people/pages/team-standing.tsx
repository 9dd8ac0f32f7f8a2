import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useMe } from '../../../../web/me.ts'
import { useNotice } from '../../../../web/notice.tsx'
import { State } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import {
  answerTeamRequest,
  askToJoin,
  leaveTeam,
  type TeamCard,
  type TeamRow,
  withdrawTeamRequest,
} from '../teams/contract.ts'
import { postWords, teamWords } from '../teams/messages.ts'

/** How the reader stands to a team, in a word. */
export function Mine({ mine }: { mine: TeamRow['mine'] }) {
  const say = useWords()
  if (mine === null) return null
  if (mine === 'request') return <State>{say(teamWords.asked)}</State>
  if (mine === 'invitation') return <State tone="soon">{say(teamWords.invited)}</State>
  return <State tone="do">{mine === 'member' ? say(teamWords.in) : say(postWords[mine])}</State>
}
/** What is between the reader and the team, and what they can do about it. */
export function MyStanding({ team: { id: teamId, name, mine, myRequestId } }: { team: TeamCard }) {
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

/** Asks the leaders to be let in. */
export function Join({ team, done }: { team: TeamCard; done: () => void }) {
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
