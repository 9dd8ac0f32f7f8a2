import { ActionIcon, Button, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWords } from '../../../../platform/i18n.ts'
import type { Prize } from '../contract.ts'
import { contestWords as words } from '../messages.ts'

/** What there is to win, from the first place on. */
export function PrizeFields({ prizes, onChange }: { prizes: readonly Prize[]; onChange: (prizes: Prize[]) => void }) {
  const say = useWords()
  const change = (place: number, changed: Partial<Prize>): void =>
    onChange(prizes.map((prize, i) => (i === place ? { ...prize, ...changed } : prize)))
  return (
    <Stack gap="sm">
      {prizes.map((prize, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a prize is known by its place
        <Group align="end" wrap="nowrap" key={i}>
          <TextInput
            flex={1}
            label={say(words.prize)}
            value={prize.name}
            onChange={(event) => change(i, { name: event.currentTarget.value })}
          />
          <NumberInput
            w="6rem"
            label={say(words.places)}
            min={1}
            value={prize.places}
            onChange={(places) => change(i, { places: Number(places) || 1 })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={say(words.removePrize, { n: i + 1 })}
            onClick={() => onChange(prizes.filter((other) => other !== prize))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() => onChange([...prizes, { name: '', places: 1 }])}
        >
          {say(words.addPrize)}
        </Button>
      </div>
    </Stack>
  )
}
