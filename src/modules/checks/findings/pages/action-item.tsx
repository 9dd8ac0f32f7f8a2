import { Button, Group, Text } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { useDates } from '../../../../web/moment.tsx'
import type { FindingCard } from '../contract.ts'
import { findingWords as words } from '../messages.ts'
import type { Deed } from './action-forms.tsx'
import { ActionStateOf } from './action-rows.tsx'

/** An action with what its reader may do now; the first of it is what is waited for: of what a check found, a look and its photo. */
export function ActionItem({
  action,
  checked,
  looked,
  open,
}: {
  action: FindingCard['actions'][number]
  checked: boolean
  /** A picture has been put to it since it was done. */
  looked: boolean
  open: (deed: Deed) => void
}) {
  const say = useWords()
  const dates = useDates()
  const { what, owner, dueOn, askedDue, may } = action
  const lookFirst = may.close && checked && !looked
  const offered = (
    [
      ['show', may.show && lookFirst],
      ['finish', may.finish],
      ['close', may.close],
      ['grant', may.answer],
      ['decline', may.answer],
      ['show', may.show && !lookFirst],
      ['ask', may.ask],
      ['reopen', may.reopen],
      ['give', may.give],
    ] as const
  ).filter(([, yes]) => yes)
  return (
    <li>
      <Group justify="space-between" gap="xs" align="baseline">
        <Text>{what}</Text>
        <ActionStateOf action={action} />
      </Group>
      <Text size="sm" c="dimmed">
        {say(words.ownerIs, { name: owner.name })} · {say(words.dueIs, { day: dates.day(dueOn) })}
      </Text>
      {askedDue && <Text size="sm">{say(words.askedUntil, { day: dates.day(askedDue, { relative: false }) })}</Text>}
      {lookFirst && <Text size="sm">{say(words.recheck)}</Text>}
      {offered.length > 0 && (
        <Group gap="xs" mt="xs">
          {offered.map(([deed], i) => (
            <Button key={deed} size="compact-md" variant={i === 0 ? 'filled' : 'default'} onClick={() => open(deed)}>
              {say(words[deed])}
            </Button>
          ))}
        </Group>
      )}
    </li>
  )
}
