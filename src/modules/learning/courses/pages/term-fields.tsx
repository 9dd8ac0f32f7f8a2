import { NumberInput, TextInput } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import type { Terms } from '../contract.ts'
import { courseWords as words } from '../messages.ts'

/** Until when it is to be done: so many days or a date, never both; and every how many months again. */
export function TermFields({
  values: { dueDays = null, dueDate = null, renewMonths = null },
  errors,
  set,
}: {
  values: { [name in keyof Terms]?: Terms[name] | undefined }
  errors: Record<string, string>
  set: ((name: 'dueDays' | 'renewMonths', value: number | null) => void) &
    ((name: 'dueDate', value: string | null) => void)
}) {
  const say = useWords()
  const number = (n: string | number): number | null => (n === '' ? null : Number(n))
  return (
    <>
      <NumberInput
        label={say(words.dueDays)}
        description={say(words.dueDaysHelp)}
        min={1}
        name="dueDays"
        error={errors.dueDays}
        value={dueDays ?? ''}
        onChange={(n) => {
          set('dueDays', number(n))
          if (n !== '') set('dueDate', null)
        }}
      />
      <TextInput
        label={say(words.dueDate)}
        type="date"
        name="dueDate"
        error={errors.dueDate}
        value={dueDate ?? ''}
        onChange={(event) => {
          set('dueDate', event.currentTarget.value || null)
          if (event.currentTarget.value) set('dueDays', null)
        }}
      />
      <NumberInput
        label={say(words.renewMonths)}
        min={1}
        name="renewMonths"
        error={errors.renewMonths}
        value={renewMonths ?? ''}
        onChange={(n) => set('renewMonths', number(n))}
      />
    </>
  )
}
