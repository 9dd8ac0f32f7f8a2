import { NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../../../platform/i18n.ts'
import { call } from '../../../platform/web.tsx'
import { Form, useForm } from '../../../web/form.tsx'
import { useNotice } from '../../../web/notice.tsx'
import {
  changeOrganization,
  createOrganization,
  moveOrganization,
  type OrganizationCard,
  organizationKinds,
  teamCategories,
} from '../contract.ts'
import { categoryWords, kindWords, messages } from '../messages.ts'
import { placeRefusal } from '../rules.ts'
import { OrganizationField } from './choosing.tsx'

type Done = { done: () => void }

export function AddOrganization({ parent, done }: { parent: OrganizationCard } & Done) {
  const say = useWords()
  const kinds = organizationKinds.filter((kind) => placeRefusal(kind, { ...parent, closedOn: null }, '') === null)
  const form = useForm(createOrganization, {
    initial: {
      parentId: parent.id,
      kind: kinds.find((kind) => kind !== parent.kind) ?? 'team',
      name: '',
      category: null,
    },
    done,
  })
  return (
    <Form form={form} submit={say(messages.add)}>
      <TextInput label={say(messages.name)} data-autofocus {...form.field('name')} />
      <NativeSelect
        label={say(messages.kind)}
        data={kinds.map((value) => ({ value, label: say(kindWords[value]) }))}
        {...form.field('kind')}
      />
      {form.values.kind === 'team' && (
        <Category value={form.values.category ?? 'own'} onChange={(value) => form.set('category', value)} />
      )}
    </Form>
  )
}

type CategoryName = (typeof teamCategories)[number]

function Category({ value, onChange }: { value: CategoryName; onChange: (value: CategoryName) => void }) {
  const say = useWords()
  return (
    <NativeSelect
      label={say(messages.category)}
      data={teamCategories.map((category) => ({ value: category, label: say(categoryWords[category]) }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as CategoryName)}
    />
  )
}

export function ChangeOrganization({ node, done }: { node: OrganizationCard } & Done) {
  const say = useWords()
  const notice = useNotice()
  const { id, name, category } = node
  const form = useForm(changeOrganization, {
    initial: { id, name, category },
    done: (now) => {
      notice(say(messages.renamed, { before: name, name: now.name }), () =>
        call(changeOrganization, { id, name, category }),
      )
      done()
    },
  })
  return (
    <Form form={form} submit={say(messages.save)}>
      <TextInput label={say(messages.name)} data-autofocus {...form.field('name')} />
      {node.kind === 'team' && (
        <Category value={form.values.category ?? 'own'} onChange={(value) => form.set('category', value)} />
      )}
    </Form>
  )
}

export function MoveOrganization({ node, done }: { node: OrganizationCard } & Done) {
  const say = useWords()
  const notice = useNotice()
  const { id, name, parentId } = node
  const form = useForm(moveOrganization, {
    initial: { id, parentId: '' },
    done: (now) => {
      notice(say(messages.moved, { name, parent: now.above.at(-1)?.name ?? '' }), () =>
        call(moveOrganization, { id, parentId: parentId ?? '' }),
      )
      done()
    },
  })
  return (
    <Form form={form} submit={say(messages.move)}>
      <OrganizationField
        label={say(messages.parent)}
        description={say(messages.choose)}
        name="parentId"
        error={form.errors.parentId}
        known={node.above.map((one) => ({ value: one.id, label: one.name }))}
        value={form.values.parentId || null}
        onChange={(value) => form.set('parentId', value ?? '')}
      />
    </Form>
  )
}
