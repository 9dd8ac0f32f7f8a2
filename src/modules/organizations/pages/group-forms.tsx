import { NativeSelect } from '@mantine/core'
import { useWords } from '../../../platform/i18n.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { useDates } from '../../../web/moment.tsx'
import { addGroupMember, correctGroupMember, type GroupMember, positions } from '../groups/contract.ts'
import { messages, positionWords } from '../groups/messages.ts'
import { PersonField } from './choosing.tsx'
import { SpanFields } from './span-fields.tsx'

type Done = { done: () => void }

export function AddMember({ groupId, done }: { groupId: string } & Done) {
  const say = useWords()
  const dates = useDates()
  const form = useForm(addGroupMember, {
    initial: { id: groupId, personId: '', position: 'member', fromDate: dates.today(), toDate: null },
    done,
  })
  return (
    <Form form={form} submit={say(messages.addMember)}>
      <PersonField
        label={say(messages.person)}
        description={say(messages.personHelp)}
        name="personId"
        error={form.errors.personId}
        value={form.values.personId || null}
        onChange={(value) => form.set('personId', value ?? '')}
      />
      <NativeSelect label={say(messages.position)} data={usePositions()} {...form.field('position')} />
      <SpanFields
        values={form.values}
        errors={form.errors}
        onChange={(name, value) => form.set(name, value as string)}
      />
    </Form>
  )
}

export function CorrectMember({ member, done }: { member: GroupMember } & Done) {
  const say = useWords()
  const { id, position, fromDate, toDate } = member
  const form = useForm(correctGroupMember, { initial: { id, position, fromDate, toDate }, done })
  return (
    <Form form={form} submit={say(messages.save)}>
      <NativeSelect label={say(messages.position)} data={usePositions()} {...form.field('position')} />
      <SpanFields
        values={form.values}
        errors={form.errors}
        onChange={(name, value) => form.set(name, value as string)}
      />
    </Form>
  )
}

function usePositions() {
  const say = useWords()
  return positions.map((value) => ({ value, label: say(positionWords[value]) }))
}
