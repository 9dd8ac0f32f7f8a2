import { Checkbox, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../platform/i18n.ts'
import { call, Problem } from '../../../platform/web.tsx'
import { Form, useForm } from '../../../web/form.tsx'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import {
  changePerson,
  correctMembership,
  createPerson,
  type Membership,
  type PersonCard,
  startMembership,
} from '../people/contract.ts'
import { messages } from '../people/messages.ts'
import { RoleAt } from './role-at.tsx'
import { SpanFields } from './span-fields.tsx'

type Done = { done: () => void }

export function AddPerson({ organizationId, done }: { organizationId: string | null } & Done) {
  const say = useWords()
  const dates = useDates()
  const navigate = useNavigate()
  const form = useForm(createPerson, {
    initial: {
      name: '',
      phone: null,
      email: null,
      organizationId: organizationId ?? '',
      role: 'volunteer',
      title: null,
      fromDate: dates.today(),
      toDate: null,
    },
    done: ({ id }) => {
      done()
      void navigate({ to: '/people/$personId', params: { personId: id } })
    },
  })
  const known = form.error instanceof Problem && form.error.reason === 'knownAlready'
  return (
    <Form form={form} submit={say(messages.add)}>
      <TextInput label={say(messages.name)} data-autofocus {...form.field('name')} />
      {(known || form.values.anyway) && <Checkbox label={say(messages.somebodyElse)} {...form.box('anyway')} />}
      <OptionalText label={say(messages.phone)} type="tel" field={form.field('phone')} />
      <OptionalText label={say(messages.email)} type="email" field={form.field('email')} />
      <RoleAt
        organizationId={form.values.organizationId}
        role={form.values.role}
        errors={form.errors}
        setOrganization={(value) => form.set('organizationId', value)}
        setRole={(value) => form.set('role', value)}
      />
      <OptionalText label={say(messages.post)} field={form.field('title')} />
      <SpanFields
        values={form.values}
        errors={form.errors}
        onChange={(name, value) => form.set(name, value as string)}
      />
    </Form>
  )
}

type OptionalField = {
  name: string
  value: string | null
  error: string | undefined
  onChange: (value: unknown) => void
  onBlur: () => void
}

/** Left empty it is not known, which is something else than an empty text. */
function OptionalText({ field, ...input }: { label: string; type?: string; field: OptionalField }) {
  return (
    <TextInput
      {...input}
      {...field}
      value={field.value ?? ''}
      onChange={(event) => field.onChange(event.currentTarget.value || null)}
    />
  )
}

export function ChangePerson({ person, done }: { person: PersonCard } & Done) {
  const say = useWords()
  const { id, name, phone, email } = person
  const form = useForm(changePerson, { initial: { id, name, phone, email }, done })
  return (
    <Form form={form} submit={say(messages.save)}>
      <TextInput label={say(messages.name)} data-autofocus {...form.field('name')} />
      <OptionalText label={say(messages.phone)} type="tel" field={form.field('phone')} />
      <OptionalText label={say(messages.email)} type="email" field={form.field('email')} />
    </Form>
  )
}

export function AddMembership({ person, done }: { person: PersonCard } & Done) {
  const say = useWords()
  const dates = useDates()
  const form = useForm(startMembership, {
    initial: {
      id: person.id,
      organizationId: person.memberships[0]?.organizationId ?? '',
      role: 'volunteer',
      title: null,
      fromDate: dates.today(),
      toDate: null,
    },
    done,
  })
  return (
    <Form form={form} submit={say(messages.start)}>
      <RoleAt
        organizationId={form.values.organizationId}
        role={form.values.role}
        errors={form.errors}
        setOrganization={(value) => form.set('organizationId', value)}
        setRole={(value) => form.set('role', value)}
      />
      <OptionalText label={say(messages.post)} field={form.field('title')} />
      <SpanFields
        values={form.values}
        errors={form.errors}
        onChange={(name, value) => form.set(name, value as string)}
      />
    </Form>
  )
}

export function CorrectMembership({ membership, done }: { membership: Membership } & Done) {
  const say = useWords()
  const notice = useNotice()
  const { id, title, fromDate, toDate } = membership
  const form = useForm(correctMembership, {
    initial: { id, title, fromDate, toDate },
    done: () => {
      notice(say(messages.corrected), () => call(correctMembership, { id, title, fromDate, toDate }))
      done()
    },
  })
  return (
    <Form form={form} submit={say(messages.save)}>
      <OptionalText label={say(messages.post)} field={form.field('title')} />
      <SpanFields
        values={form.values}
        errors={form.errors}
        onChange={(name, value) => form.set(name, value as string)}
      />
    </Form>
  )
}
