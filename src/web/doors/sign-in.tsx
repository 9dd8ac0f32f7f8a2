import { Button, Checkbox, PasswordInput, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../platform/i18n.ts'
import { enterBackupCode, enterCode, signIn } from '../../platform/sign-in/contract.ts'
import { queryClient } from '../../platform/web.tsx'
import { useAddress } from '../address.ts'
import { Form, useForm } from '../form.tsx'
import { messages } from '../messages.ts'
import { DoorFrame } from './door-frame.tsx'

// Only an address of our own: a link to sign in must not lead elsewhere afterwards.
const Address = z.object({
  next: z
    .string()
    .regex(/^\/(?![/\\])/)
    .catch('/')
    .default('/'),
})

export function SignIn() {
  const [{ next }] = useAddress(Address)
  const [step, setStep] = useState<'password' | 'code' | 'backup'>('password')
  const navigate = useNavigate()
  const enter = () => {
    queryClient.clear()
    void navigate({ to: next as '/', replace: true })
  }
  if (step === 'password') return <PasswordStep done={(more) => (more === 'secondStep' ? setStep('code') : enter())} />
  return (
    <CodeStep
      key={step}
      backup={step === 'backup'}
      change={() => setStep(step === 'code' ? 'backup' : 'code')}
      startOver={() => setStep('password')}
      done={enter}
    />
  )
}

function PasswordStep({ done }: { done: (next: 'signedIn' | 'secondStep') => void }) {
  const say = useWords()
  const form = useForm(signIn, {
    initial: { name: '', password: '', remember: true },
    done: (answer) => done(answer.next),
  })
  return (
    <DoorFrame title={say(messages.signIn)} about={say(messages.signInAbout)}>
      <Form form={form} submit={say(messages.signIn)}>
        <TextInput label={say(messages.loginName)} autoComplete="username" autoFocus {...form.field('name')} />
        <PasswordInput
          label={say(messages.password)}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': say(messages.showPassword) }}
          {...form.field('password')}
        />
        <Checkbox label={say(messages.remember)} {...form.box('remember')} />
      </Form>
      <Text size="sm" c="dimmed" mt="lg">
        {say(messages.forgotten)}
      </Text>
    </DoorFrame>
  )
}

function CodeStep({
  backup,
  change,
  startOver,
  done,
}: {
  backup: boolean
  change: () => void
  startOver: () => void
  done: () => void
}) {
  const say = useWords()
  const form = useForm(backup ? enterBackupCode : enterCode, { initial: { code: '' }, done })
  return (
    <DoorFrame title={say(messages.secondStep)} about={backup ? '' : say(messages.secondStepAbout)}>
      <Form
        form={form}
        submit={say(messages.confirm)}
        beside={
          <Button variant="default" onClick={startOver}>
            {say(messages.startOver)}
          </Button>
        }
      >
        <TextInput
          label={say(backup ? messages.backupCode : messages.code)}
          autoComplete="one-time-code"
          inputMode={backup ? 'text' : 'numeric'}
          autoFocus
          {...form.field('code')}
        />
      </Form>
      <Button variant="subtle" size="compact-sm" mt="md" ml={-8} onClick={change}>
        {say(backup ? messages.useAuthenticator : messages.useBackupCode)}
      </Button>
    </DoorFrame>
  )
}
