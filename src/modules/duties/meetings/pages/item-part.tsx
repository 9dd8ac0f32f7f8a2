import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useWords } from '../../../../platform/i18n.ts'
import { PageLink } from '../../../../web/link.tsx'
import { Day } from '../../../../web/moment.tsx'
import { State } from '../../../../web/page.tsx'
import { ActionStateOf } from '../../../checks/findings/pages/action-rows.tsx'
import type { Item, Meeting } from '../contract.ts'
import { subjectStateWords, meetingWords as words } from '../messages.ts'

const pages = { finding: '/findings', objective: '/objectives' } as const

/** A point: what it is about and how that stands, what was said, what was decided. */
export function ItemPart({
  item,
  meeting,
  move,
  takeOff,
  waiting,
  open,
}: {
  item: Item
  meeting: Meeting
  move: (by: 1 | -1) => void
  takeOff: () => void
  waiting: boolean
  open: (panel: 'minutes' | 'decide') => void
}) {
  const say = useWords()
  const { id, kind, title, minutes, carried, state, decisions } = item
  const { may, items } = meeting
  const stays = carried || minutes !== '' || decisions.length > 0
  return (
    <li>
      <div className="meeting-item">
        <div>
          <Text component="h3" size="md" fw={600}>
            {kind === 'own' ? title : <PageLink to={`${pages[kind]}/${id}` as '/'}>{title}</PageLink>}
          </Text>
          <Group gap="xs">
            {carried && <State tone="soon">{say(words.carried)}</State>}
            {state && <SubjectState state={state} />}
          </Group>
        </div>
        {may.prepare && (
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={say(words.up, { title })}
              disabled={waiting || items[0]?.id === id}
              onClick={() => move(-1)}
            >
              <IconArrowUp size={18} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={say(words.down, { title })}
              disabled={waiting || items.at(-1)?.id === id}
              onClick={() => move(1)}
            >
              <IconArrowDown size={18} aria-hidden="true" />
            </ActionIcon>
            {!stays && (
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={say(words.takeOff, { title })}
                disabled={waiting}
                onClick={takeOff}
              >
                <IconX size={18} aria-hidden="true" />
              </ActionIcon>
            )}
          </Group>
        )}
      </div>
      {minutes && <Text className="meeting-said">{minutes}</Text>}
      {decisions.length > 0 && (
        <ul className="meeting-decisions">
          {decisions.map((decision) => (
            <li key={decision.id}>
              <Text span size="sm" c="dimmed">
                {say(words.decision)}
              </Text>{' '}
              <PageLink to={`/findings/${decision.id}` as '/'}>{decision.words}</PageLink>
              <ul className="meeting-actions">
                {decision.actions.map((action) => (
                  <li key={action.id}>
                    {action.what} · {action.owner.name} · <Day of={action.dueOn} /> <ActionStateOf action={action} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {may.note && (
        <Group gap="xs" mt="xs">
          <Button size="compact-md" variant="default" onClick={() => open('minutes')}>
            {say(words.write)}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => open('decide')}>
            {say(words.decide)}
          </Button>
        </Group>
      )}
    </li>
  )
}

const tones = {
  overdue: 'late',
  late: 'late',
  atRisk: 'soon',
  unassigned: 'soon',
  done: 'soon',
  closed: 'do',
  met: 'do',
} as const

export function SubjectState({ state }: { state: NonNullable<Item['state']> }) {
  const say = useWords()
  return (
    <State tone={state in tones ? tones[state as keyof typeof tones] : undefined}>
      {say(subjectStateWords[state])}
    </State>
  )
}
