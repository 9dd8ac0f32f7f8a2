import { Button, PasswordInput, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { OwnData } from '../../modules/organizations/people/leaving/pages/leaving.tsx'
import { useWords } from '../../platform/i18n.ts'
import {
  changePassword,
  currentSession,
  endOtherSessions,
  endSession,
  listSessions,
  type Session,
} from '../../platform/sign-in/contract.ts'
import { read, write } from '../../platform/web.tsx'
import { Form, useForm } from '../form.tsx'
import { useMe } from '../me.ts'
import { messages } from '../messages.ts'
import { Moment } from '../moment.tsx'
import { useNotice } from '../notice.tsx'
import { Page, Section, State } from '../page.tsx'
import { Rows } from '../rows.tsx'
import { Part } from '../states.tsx'
import { Choices, SignOutButton } from './account-menu.tsx'
import { TwoFactor } from './two-factor.tsx'

export function Account() {
  const say = useWords()
  const me = useMe()
  const { data: session } = useSuspenseQuery(read(currentSession, {}))
  return (
    <Page
      title={say(messages.account)}
      about={session.loginName ? say(messages.signedInAs, { name: session.loginName }) : undefined}
    >
      <div className="narrow">
        <Choices />
      </div>
      <Section title={say(messages.sessions)}>
        <Part>
          <Sessions />
        </Part>
      </Section>
      <Section title={say(messages.changePassword)}>
        <Text size="sm" c="dimmed" mb="sm">
          {say(messages.changePasswordAbout)}
        </Text>
        <ChangePassword />
      </Section>
      <Section title={say(messages.secondStep)}>
        <TwoFactor on={session.twoFactor} />
      </Section>
      {me && (
        <Part shape="text">
          <OwnData personId={me.personId} />
        </Part>
      )}
      <div className="narrow">
        <SignOutButton />
      </div>
    </Page>
  )
}

function Sessions() {
  const say = useWords()
  const { data: sessions } = useSuspenseQuery(read(listSessions, {}))
  const end = useMutation(write(endSession))
  const endOthers = useMutation(write(endOtherSessions))
  const nameOf = ({ browser, system }: Session) =>
    browser && system
      ? say(messages.browserOn, { browser, system })
      : (browser ?? system ?? say(messages.unknownDevice))
  return (
    <>
      <Rows
        name={say(messages.sessions)}
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            key: 'device',
            head: say(messages.device),
            cell: (session) => (
              <>
                {nameOf(session)} {session.current && <State tone="do">{say(messages.thisDevice)}</State>}
              </>
            ),
          },
          {
            key: 'lastSeen',
            head: say(messages.lastSeen),
            fact: true,
            cell: (session) => <Moment at={session.lastSeen} />,
          },
          { key: 'signedInAt', head: say(messages.signedInAt), cell: (session) => <Moment at={session.signedInAt} /> },
          {
            key: 'end',
            head: say(messages.endSession),
            fact: true,
            cell: (session) =>
              session.current ? null : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={say(messages.endSessionOf, { device: nameOf(session) })}
                  onClick={() => end.mutate({ id: session.id })}
                >
                  {say(messages.endSession)}
                </Button>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <Button mt="sm" variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
          {say(messages.endOthers)}
        </Button>
      )}
    </>
  )
}

function ChangePassword() {
  const say = useWords()
  const notice = useNotice()
  const form = useForm(changePassword, {
    initial: { currentPassword: '', newPassword: '' },
    done: () => {
      form.reset()
      notice(say(messages.passwordChanged))
    },
  })
  const toggle = { 'aria-label': say(messages.showPassword) }
  return (
    <Form form={form} submit={say(messages.changePassword)}>
      <PasswordInput
        label={say(messages.currentPassword)}
        autoComplete="current-password"
        visibilityToggleButtonProps={toggle}
        {...form.field('currentPassword')}
      />
      <PasswordInput
        label={say(messages.newPassword)}
        description={say(messages.newPasswordHelp)}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.field('newPassword')}
      />
    </Form>
  )
}
