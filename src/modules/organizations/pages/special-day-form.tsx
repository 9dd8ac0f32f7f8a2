import { Radio, Stack, TextInput } from '@mantine/core'
import { useWords } from '../../../platform/i18n.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { setSpecialDay } from '../working-days/contract.ts'
import { messages, specialDayRefusals } from '../working-days/messages.ts'
import { specialDayRefusal } from '../working-days/rules.ts'

/** One day that differs from its weekday. */
export function SpecialDayForm({ year, done }: { year: number; done: () => void }) {
  const say = useWords()
  const form = useForm(setSpecialDay, {
    initial: { date: `${year}-01-01`, name: '', works: false },
    refusals: {
      date: ({ date, works }) => {
        const refusal = specialDayRefusal(date, works)
        return refusal && specialDayRefusals[refusal]
      },
    },
    done,
  })
  return (
    <Form form={form} submit={say(messages.add)}>
      <TextInput type="date" label={say(messages.date)} {...form.field('date')} />
      <TextInput label={say(messages.name)} {...form.field('name')} />
      <Radio.Group
        label={say(messages.what)}
        value={form.values.works ? 'works' : 'off'}
        onChange={(value) => form.set('works', value === 'works')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="off" label={say(messages.holiday)} />
          <Radio value="works" label={say(messages.makeup)} />
        </Stack>
      </Radio.Group>
    </Form>
  )
}
