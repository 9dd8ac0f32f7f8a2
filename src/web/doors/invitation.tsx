import { PasswordInput, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { acceptInvitation, openInvitation } from '../../modules/organizations/accounts/contract.ts'
import { passwordRefusals } from '../../modules/organizations/accounts/messages.ts'
import { passwordRefusal } from '../../modules/organizations/accounts/rules.ts'
import { useWords } from '../../platform/i18n.ts'
import { read } from '../../platform/web.tsx'
import { Form, useForm } from '../form.tsx'
import { messages } from '../messages.ts'
import { DoorFrame } from './door-frame.tsx'
import { enterWith, LinkGone, LinkPart } from './link-part.tsx'

/** Somebody known by name sets the password with which they come in from now on. */
export function Invitation() {
  const say = useWords()
  return (
    <LinkPart gone={<LinkGone help={say(messages.inviteGone)} />}>
      <InvitationForm />
    </LinkPart>
  )
}

function InvitationForm() {
  const say = useWords()
  const { token } = useParams({ from: '/invite/$token' })
  const { data: invitation } = useSuspenseQuery({
    ...read(openInvitation, { token }),
    staleTime: 'static',
  })
  const form = useForm(acceptInvitation, {
    initial: { token, name: invitation.suggestedName ?? '', password: '' },
    refusals: {
      password: ({ password, name }) => {
        const refusal = passwordRefusal(password, name)
        return refusal && passwordRefusals[refusal]
      },
    },
    done: (_, { name, password }) => enterWith(name, password),
  })
  return (
    <DoorFrame
      title={say(messages.welcome, { name: invitation.personName })}
      about={say(messages.inviteAbout, { office: invitation.officeName })}
    >
      <Form form={form} submit={say(messages.join)}>
        <TextInput label={say(messages.loginName)} autoComplete="username" {...form.field('name')} />
        <PasswordInput
          label={say(messages.choosePassword)}
          description={say(messages.newPasswordHelp)}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': say(messages.showPassword) }}
          {...form.field('password')}
        />
      </Form>
    </DoorFrame>
  )
}
