import { ActionIcon, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useWords } from '../../../../platform/i18n.ts'
import type { Asked, Content } from '../contract.ts'
import { checklistWords as words } from '../messages.ts'
import { questionsOf } from '../rules.ts'
import { AskedFields } from './asked-fields.tsx'
import { moved, withAsked, withoutAsked } from './editing.ts'
import { inShort } from './sayings.ts'

/** One question of a list that is being written: a line that opens. */
export function AskedLine({
  asked,
  content,
  open,
  toggle,
  set,
  tried,
  withFigures,
}: {
  asked: Asked
  content: Content
  open: boolean
  toggle: () => void
  set: (content: Content) => void
  tried: boolean
  withFigures: boolean
}) {
  const say = useWords()
  const all = questionsOf(content)
  const text = asked.text || say(words.newAsked)
  return (
    <li>
      <div className="asked-line">
        <button type="button" className="asked-open" aria-expanded={open} onClick={toggle}>
          {text}
          <Text size="sm" c="dimmed" component="span" display="block">
            {inShort(say, asked, content)}
          </Text>
        </button>
        <div className="asked-moves">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            disabled={all[0]?.id === asked.id}
            aria-label={say(words.moveUp, { text })}
            onClick={() => set(moved(content, asked.id, -1))}
          >
            <IconArrowUp size={18} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            disabled={all.at(-1)?.id === asked.id}
            aria-label={say(words.moveDown, { text })}
            onClick={() => set(moved(content, asked.id, 1))}
          >
            <IconArrowDown size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      </div>
      {open && (
        <AskedFields
          asked={asked}
          earlier={all.slice(
            0,
            all.findIndex(({ id }) => id === asked.id),
          )}
          set={(next) => set(withAsked(content, next))}
          remove={() => set(withoutAsked(content, asked.id))}
          tried={tried}
          withFigures={withFigures}
        />
      )}
    </li>
  )
}
