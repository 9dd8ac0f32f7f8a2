import { Button, Group, Modal, PasswordInput, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../platform/i18n.ts'
import { beginTwoFactor, endTwoFactor, enterCode, newBackupCodes } from '../../platform/sign-in/contract.ts'
import { Form, useForm } from '../form.tsx'
import { messages } from '../messages.ts'

type Doing = 'turnOn' | 'turnOff' | 'newCodes' | null

/** Turning the second step on needs the password, then proof that the app works, and only then is it asked for. */
export function TwoFactor({ on }: { on: boolean }) {
  const say = useWords()
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  return (
    <>
      <Text size="sm" c="dimmed">
        {say(messages.twoFactorAbout)}
      </Text>
      <Text my="xs">{say(on ? messages.twoFactorIsOn : messages.twoFactorIsOff)}</Text>
      <Group gap="xs">
        {on ? (
          <>
            <Button variant="default" onClick={() => setDoing('newCodes')}>
              {say(messages.newCodes)}
            </Button>
            <Button variant="default" onClick={() => setDoing('turnOff')}>
              {say(messages.turnOff)}
            </Button>
          </>
        ) : (
          <Button onClick={() => setDoing('turnOn')}>{say(messages.turnOn)}</Button>
        )}
      </Group>
      <Modal
        opened={doing !== null}
        onClose={close}
        title={say(doing === 'newCodes' ? messages.newCodes : messages.secondStep)}
        closeButtonProps={{ 'aria-label': say(messages.close) }}
      >
        {doing === 'turnOn' && <TurnOn close={close} />}
        {doing === 'turnOff' && <TurnOff close={close} />}
        {doing === 'newCodes' && <NewCodes close={close} />}
      </Modal>
    </>
  )
}

function Password({ form }: { form: { field: (name: 'password') => object } }) {
  const say = useWords()
  return (
    <PasswordInput
      label={say(messages.currentPassword)}
      autoComplete="current-password"
      visibilityToggleButtonProps={{ 'aria-label': say(messages.showPassword) }}
      {...form.field('password')}
    />
  )
}

function TurnOn({ close }: { close: () => void }) {
  const say = useWords()
  const [setup, setSetup] = useState<{ uri: string; backupCodes: string[] } | null>(null)
  const [proved, setProved] = useState(false)
  const begin = useForm(beginTwoFactor, { initial: { password: '' }, done: setSetup })
  const prove = useForm(enterCode, { initial: { code: '' }, done: () => setProved(true) })
  if (!setup)
    return (
      <Form form={begin} submit={say(messages.confirm)}>
        <Password form={begin} />
      </Form>
    )
  if (proved) return <Codes codes={setup.backupCodes} close={close} />
  return (
    <>
      <Text>{say(messages.scanThis)}</Text>
      <QrCode uri={setup.uri} />
      <Text size="sm" c="dimmed" mb="md" className="breakable">
        {say(messages.orType, { key: new URL(setup.uri).searchParams.get('secret') ?? '' })}
      </Text>
      <Form form={prove} submit={say(messages.turnOn)}>
        <TextInput
          label={say(messages.code)}
          inputMode="numeric"
          autoComplete="one-time-code"
          {...prove.field('code')}
        />
      </Form>
    </>
  )
}

function TurnOff({ close }: { close: () => void }) {
  const say = useWords()
  const form = useForm(endTwoFactor, { initial: { password: '' }, done: close })
  return (
    <Form form={form} submit={say(messages.turnOff)}>
      <Password form={form} />
    </Form>
  )
}

function NewCodes({ close }: { close: () => void }) {
  const say = useWords()
  const [codes, setCodes] = useState<string[] | null>(null)
  const form = useForm(newBackupCodes, { initial: { password: '' }, done: (answer) => setCodes(answer.backupCodes) })
  if (codes) return <Codes codes={codes} close={close} />
  return (
    <Form form={form} submit={say(messages.newCodes)}>
      <Password form={form} />
    </Form>
  )
}

function Codes({ codes, close }: { codes: string[]; close: () => void }) {
  const say = useWords()
  return (
    <>
      <Text>{say(messages.keepCodes)}</Text>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button onClick={close}>{say(messages.keptThem)}</Button>
    </>
  )
}

function QrCode({ uri }: { uri: string }) {
  const say = useWords()
  const { data } = useQuery({
    queryKey: ['qr', uri],
    queryFn: async () => (await import('qrcode')).toDataURL(uri, { margin: 2, width: 220 }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return <img className="qr" src={data} width={220} height={220} alt={say(messages.qrPicture)} />
}
