import { ActionIcon, Button, Group, MultiSelect, NumberInput, Stack, TagsInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Section } from '../../../../web/page.tsx'
import { listQuestions } from '../../bank/contract.ts'
import type { QuizDraw } from '../contract.ts'
import { quizWords as words } from '../messages.ts'

/** So many of these tags and difficulties, drawn for each who sits it. */
export function DrawFields({ draws, onChange }: { draws: readonly QuizDraw[]; onChange: (draws: QuizDraw[]) => void }) {
  const say = useWords()
  const { data } = useQuery(read(listQuestions, { limit: 1 }))
  const change = (at: number, next: Partial<QuizDraw>): void =>
    onChange(draws.map((draw, i) => (i === at ? { ...draw, ...next } : draw)))
  return (
    <Section title={say(words.draws)}>
      <Stack gap="md">
        {draws.map((draw, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a draw is known by its place alone
          <Stack gap="xs" key={i}>
            <TagsInput
              label={say(words.drawTags)}
              data={(data?.tags ?? []).map(({ tag }) => tag)}
              value={draw.tags}
              onChange={(tags) => change(i, { tags })}
            />
            <Group grow align="end" wrap="nowrap">
              <MultiSelect
                label={say(words.drawDifficulties)}
                data={['1', '2', '3', '4', '5']}
                value={draw.difficulties.map(String)}
                onChange={(difficulties) => change(i, { difficulties: difficulties.map(Number) })}
              />
              <NumberInput
                label={say(words.drawCount)}
                min={1}
                value={draw.count}
                onChange={(count) => change(i, { count: Number(count) || 1 })}
              />
              <NumberInput
                label={say(words.pointsEach)}
                min={0.5}
                value={draw.points}
                onChange={(points) => change(i, { points: Number(points) || 1 })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                flex="none"
                aria-label={say(words.removeDraw, { n: i + 1 })}
                onClick={() => onChange(draws.filter((other) => other !== draw))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </Stack>
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => onChange([...draws, { tags: [], difficulties: [], count: 10, points: 1 }])}
          >
            {say(words.addDraw)}
          </Button>
        </div>
      </Stack>
    </Section>
  )
}
