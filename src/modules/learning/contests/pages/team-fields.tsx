import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWords } from '../../../../platform/i18n.ts'
import { type Choice, ManyPicker } from '../../../activities/pages/pickers.tsx'
import { contestWords as words } from '../messages.ts'

export type Team = { name: string; personIds: string[] }

/** Teams with their members, one below the other. */
export function TeamFields({
  teams,
  known,
  onChange,
}: {
  teams: readonly Team[]
  known: readonly Choice[]
  onChange: (teams: Team[]) => void
}) {
  const say = useWords()
  const change = (place: number, changed: Partial<Team>): void =>
    onChange(teams.map((team, i) => (i === place ? { ...team, ...changed } : team)))
  return (
    <Stack gap="sm">
      {teams.map((team, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a team is known by its place while it is written
        <Stack gap="xs" key={i} className="contest-team">
          <Group align="end" wrap="nowrap">
            <TextInput
              flex={1}
              label={say(words.teamName)}
              value={team.name}
              onChange={(event) => change(i, { name: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say(words.removeTeam, { n: i + 1 })}
              onClick={() => onChange(teams.filter((other) => other !== team))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
          <ManyPicker
            label={say(words.people)}
            kind="person"
            known={known}
            value={team.personIds}
            onChange={(personIds) => change(i, { personIds })}
          />
        </Stack>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() => onChange([...teams, { name: '', personIds: [] }])}
        >
          {say(words.addTeam)}
        </Button>
      </div>
    </Stack>
  )
}
