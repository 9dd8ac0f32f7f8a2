import { Checkbox, TextInput } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { Problem } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { PersonField } from '../../../organizations/pages/choosing.tsx'
import { addVolunteer, inviteToTeam } from '../teams/contract.ts'
import { teamWords } from '../teams/messages.ts'

/** Somebody new: a name is enough. */
export function AddVolunteer({ teamId, done }: { teamId: string; done: () => void }) {
  const say = useWords()
  const form = useForm(addVolunteer, { initial: { teamId, name: '', phone: null, anyway: false }, done })
  const namesake = form.error instanceof Problem && form.error.reason === 'namesakeInTeam'
  return (
    <>
      <p>{say(teamWords.addHelp)}</p>
      <Form form={form} submit={say(teamWords.add)}>
        <TextInput label={say(teamWords.personName)} data-autofocus {...form.field('name')} />
        <TextInput
          type="tel"
          label={say(teamWords.phone)}
          name="phone"
          error={form.errors.phone}
          value={form.values.phone ?? ''}
          onChange={(event) => form.set('phone', event.currentTarget.value || null)}
        />
        {(namesake || form.values.anyway) && <Checkbox label={say(teamWords.anyway)} {...form.box('anyway')} />}
      </Form>
    </>
  )
}

export function Invite({ teamId, done }: { teamId: string; done: () => void }) {
  const say = useWords()
  const byCard = useForm(inviteToTeam, { initial: { teamId }, done })
  const byPhone = useForm(inviteToTeam, { initial: { teamId, name: '', phone: '' }, done })
  return (
    <>
      <Form form={byCard} submit={say(teamWords.sendInvitation)}>
        <PersonField
          label={say(teamWords.invitePerson)}
          name="personId"
          error={byCard.errors.personId}
          value={byCard.values.personId ?? null}
          onChange={(value) => byCard.set('personId', value ?? undefined)}
        />
      </Form>
      <h2>{say(teamWords.inviteByPhone)}</h2>
      <Form form={byPhone} submit={say(teamWords.sendInvitation)}>
        <TextInput label={say(teamWords.personName)} {...byPhone.field('name')} value={byPhone.values.name ?? ''} />
        <TextInput
          type="tel"
          label={say(teamWords.phoneNumber)}
          {...byPhone.field('phone')}
          value={byPhone.values.phone ?? ''}
        />
      </Form>
    </>
  )
}
