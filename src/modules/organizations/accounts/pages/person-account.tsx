import { Box, Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import * as contract from '../contract.ts'
import { accountMessages as words } from '../messages.ts'
import { type Handed, InvitationToHand } from './invitation-to-hand.tsx'

/** A part of a person's card, for those who may open this person's account: their login, links to set a password, sessions. */
export function PersonAccount({ personId, personName }: { personId: string; personName: string }) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const { data: account } = useSuspenseQuery(read(contract.personAccount, { personId }))
  const [handed, setHanded] = useState<Handed | null>(null)
  const invite = useMutation({ ...write(contract.createInvitation), onSuccess: setHanded })
  const revoke = useMutation(write(contract.revokeInvitation))
  const endSessions = useMutation({
    ...write(contract.endPersonSessions),
    onSuccess: ({ ended }) => notice(say(words.sessionsEnded, { count: ended })),
  })
  const endSecondStep = useMutation({
    ...write(contract.endSecondStepOf),
    onSuccess: () => notice(say(words.secondStepEnded, { name: personName })),
  })
  const { loginName, twoFactor, sessions, invitations } = account

  return (
    <Section title={say(words.account)}>
      <Trouble error={invite.error ?? revoke.error ?? endSessions.error ?? endSecondStep.error} />
      <Text>{loginName ? say(words.signsInAs, { name: loginName }) : say(words.noLogin)}</Text>
      {loginName && (
        <Text size="sm" c="dimmed">
          {say(words.openSessions, { count: sessions })}
          {twoFactor && ` · ${say(words.secondStepOn)}`}
        </Text>
      )}
      {invitations.map(({ id, createdAt, expiresAt }) => (
        <Group key={id} gap="xs" mt="xs">
          <Text size="sm">{say(words.waiting, { from: dates.dayAt(createdAt), until: dates.moment(expiresAt) })}</Text>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={revoke.isPending}
            onClick={() => revoke.mutate({ invitationId: id }, { onSuccess: () => setHanded(null) })}
          >
            {say(words.revoke)}
          </Button>
        </Group>
      ))}
      <Group gap="xs" mt="sm">
        <Button variant="default" loading={invite.isPending} onClick={() => invite.mutate({ personId })}>
          {say(loginName ? words.newPassword : words.invite)}
        </Button>
        {sessions > 0 && (
          <Button variant="default" loading={endSessions.isPending} onClick={() => endSessions.mutate({ personId })}>
            {say(words.endSessions)}
          </Button>
        )}
        {twoFactor && account.mayEndSecondStep && (
          <Button
            variant="default"
            loading={endSecondStep.isPending}
            onClick={() => endSecondStep.mutate({ personId })}
          >
            {say(words.endSecondStep)}
          </Button>
        )}
      </Group>
      {handed && (
        <Box mt="md">
          <InvitationToHand {...handed} />
        </Box>
      )}
    </Section>
  )
}
