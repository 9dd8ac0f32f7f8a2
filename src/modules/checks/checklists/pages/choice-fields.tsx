import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWords } from '../../../../platform/i18n.ts'
import type { Asked } from '../contract.ts'
import { checklistWords as words } from '../messages.ts'

/** The answers that one may choose from, and which of them are in order. */
export function Choices({ asked, set }: { asked: Asked; set: (asked: Asked) => void }) {
  const say = useWords()
  const { choices } = asked
  const change = (at: number, next: Partial<Asked['choices'][number]>): void =>
    set({ ...asked, choices: choices.map((one, i) => (i === at ? { ...one, ...next } : one)) })
  const taken = new Set(choices.map(({ id }) => id))
  const free = Array.from({ length: choices.length + 1 }, (_, i) => `c${i + 1}`).find((id) => !taken.has(id)) ?? 'c0'
  return (
    <fieldset className="asked-fields">
      <legend>{say(words.choices)}</legend>
      {choices.map((choice, i) => (
        <div className="choice-line" key={choice.id}>
          <TextInput
            aria-label={say(words.choiceOf, { n: i + 1 })}
            value={choice.text}
            onChange={(event) => change(i, { text: event.currentTarget.value })}
          />
          <Checkbox
            label={say(words.choiceFine)}
            aria-label={say(words.choiceIsFine, { n: i + 1 })}
            checked={choice.fine}
            onChange={(event) => change(i, { fine: event.currentTarget.checked })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={say(words.removeChoice, { n: i + 1 })}
            onClick={() => set({ ...asked, choices: choices.filter(({ id }) => id !== choice.id) })}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {choices.length < 20 && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => set({ ...asked, choices: [...choices, { id: free, text: '', fine: choices.length === 0 }] })}
          >
            {say(words.addChoice)}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
