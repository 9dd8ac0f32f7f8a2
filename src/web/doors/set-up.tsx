import { PasswordInput, Select, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { officeKinds, openSetup, setUp } from '../../modules/organizations/accounts/contract.ts'
import { passwordRefusals } from '../../modules/organizations/accounts/messages.ts'
import { passwordRefusal } from '../../modules/organizations/accounts/rules.ts'
import { useWords } from '../../platform/i18n.ts'
import { read } from '../../platform/web.tsx'
import { Form, useForm } from '../form.tsx'
import { messages } from '../messages.ts'
import { DoorFrame } from './door-frame.tsx'
import { enterWith, LinkGone, LinkPart } from './link-part.tsx'

const kindWords = {
  district: messages.kindDistrict,
  subdistrict: messages.kindSubdistrict,
  community: messages.kindCommunity,
}

/** The one-time link of a first start: names the office and makes its first administrator. */
export function SetUp() {
  const say = useWords()
  return (
    <LinkPart gone={<LinkGone help={say(messages.setUpGone)} />}>
      <SetUpForm />
    </LinkPart>
  )
}

function SetUpForm() {
  const say = useWords()
  const { token } = useParams({ from: '/setup/$token' })
  const { data: setup } = useSuspenseQuery({ ...read(openSetup, { token }), staleTime: 'static' })
  const form = useForm(setUp, {
    initial: {
      token,
      officeName: setup.officeName ?? '',
      kind: 'subdistrict' as const,
      personName: '',
      name: '',
      password: '',
    },
    refusals: {
      password: ({ password, name }) => {
        const refusal = passwordRefusal(password, name)
        return refusal && passwordRefusals[refusal]
      },
    },
    done: (_, { name, password }) => enterWith(name, password),
  })
  return (
    <DoorFrame title={say(messages.setUpLinli)} about={say(messages.setUpAbout)}>
      <Form form={form} submit={say(messages.setUpNow)}>
        <TextInput
          label={say(messages.officeName)}
          description={say(messages.officeNameHelp)}
          autoComplete="organization"
          autoFocus
          {...form.field('officeName')}
        />
        <Select
          label={say(messages.officeKind)}
          allowDeselect={false}
          data={officeKinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))}
          {...form.field('kind')}
        />
        <TextInput label={say(messages.yourName)} autoComplete="name" {...form.field('personName')} />
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
