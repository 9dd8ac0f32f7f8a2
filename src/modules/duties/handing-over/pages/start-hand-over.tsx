import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { PersonPicker } from '../../../activities/pages/pickers.tsx'
import { type DutyRow, listDuties } from '../../contract.ts'
import { startHandOver } from '../contract.ts'
import { handOverWords as words } from '../messages.ts'

type Named = { id: string; name: string }

export function StartHandOver({ from }: { from: Named }) {
  const { data } = useSuspenseQuery(read(listDuties, {}))
  const theirs = data.duties.filter(({ holder, mayChange }) => mayChange && holder?.person.id === from.id)
  // What they hold may be read anew while the form is open: it then begins again with that.
  return <HandOverForm key={theirs.map(({ id }) => id).join()} from={from} theirs={theirs} />
}

/** All that the one holds is ticked: a post mostly changes hands as a whole. */
function HandOverForm({ from, theirs }: { from: Named; theirs: readonly DutyRow[] }) {
  const say = useWords()
  const dates = useDates()
  const navigate = useNavigate()
  const form = useForm(startHandOver, {
    initial: {
      personId: from.id,
      otherPersonId: '',
      onDate: dates.today(),
      dutyIds: theirs.map(({ id }) => id),
      note: '',
    },
    done: ({ id }) => void navigate({ to: `/hand-overs/${id}` as '/' }),
  })
  const { otherPersonId, dutyIds } = form.values
  return (
    <Form form={form} submit={say(words.start)}>
      <PersonPicker
        label={say(words.to)}
        name="otherPersonId"
        error={form.errors.otherPersonId}
        known={[]}
        value={otherPersonId || null}
        onChange={(next) => form.set('otherPersonId', next ?? '')}
      />
      <TextInput type="date" label={say(words.onDate)} {...form.field('onDate')} />
      <Checkbox.Group
        label={say(words.which)}
        value={[...dutyIds]}
        error={form.errors.dutyIds}
        onChange={(next) => form.set('dutyIds', next)}
      >
        {theirs.map(({ id, name, organization }) => (
          <Checkbox key={id} value={id} label={`${name} · ${organization.name}`} mt="xs" />
        ))}
      </Checkbox.Group>
      <Textarea label={say(words.note)} autosize minRows={2} {...form.field('note')} />
    </Form>
  )
}
