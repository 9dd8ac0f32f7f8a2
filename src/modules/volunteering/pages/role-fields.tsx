import { Button, Checkbox, Group, MultiSelect, NumberInput, TextInput } from '@mantine/core'
import { useWords } from '../../../platform/i18n.ts'
import type { RoleFields } from '../contract.ts'
import { boardWords, planWords } from './board-messages.ts'

/** One role of a shift: its name, what it asks for, and how many it takes. */
export function RoleFieldset({
  role,
  number,
  skills,
  onChange,
  onRemove,
}: {
  role: RoleFields
  number: number
  skills: readonly { id: string; name: string }[]
  onChange: (change: Partial<RoleFields>) => void
  onRemove: (() => void) | null
}) {
  const say = useWords()
  return (
    <fieldset className="role-fields">
      <TextInput
        label={say(planWords.roleName, { n: number })}
        value={role.name}
        maxLength={80}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Group grow mt="xs" wrap="nowrap">
        {(['least', 'target', 'most'] as const).map((key) => (
          <NumberInput
            key={key}
            label={say(boardWords[key])}
            value={role[key]}
            min={key === 'most' ? 1 : 0}
            hideControls
            onChange={(value) => onChange({ [key]: Number(value) || 0 })}
          />
        ))}
      </Group>
      {skills.length > 0 && (
        <MultiSelect
          mt="xs"
          label={say(planWords.skills)}
          data={skills.map(({ id, name }) => ({ value: id, label: name }))}
          value={role.skillIds}
          onChange={(skillIds) => onChange({ skillIds })}
        />
      )}
      <Group mt="sm" justify="space-between">
        <Checkbox
          label={say(planWords.adults)}
          checked={role.adults}
          onChange={(event) => onChange({ adults: event.currentTarget.checked })}
        />
        {onRemove && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={say(planWords.removeRole, { n: number })}
            onClick={onRemove}
          >
            {say(planWords.removeRole, { n: number })}
          </Button>
        )}
      </Group>
    </fieldset>
  )
}
