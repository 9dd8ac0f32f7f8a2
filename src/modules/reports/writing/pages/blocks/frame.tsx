import { ActionIcon, Popover, Stack } from '@mantine/core'
import { IconSettings, IconTrash } from '@tabler/icons-react'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../../../platform/i18n.ts'
import { messages } from '../editor/messages.ts'

/** A block that is more than text: a calm frame with its name, its settings and its contents. */
export function Frame({
  of: { editor, selected, deleteNode },
  name,
  settings,
  children,
}: {
  of: Pick<NodeViewProps, 'editor' | 'selected' | 'deleteNode'>
  name: string
  settings?: ReactNode
  children: ReactNode
}) {
  const say = useWords()
  const [shown, setShown] = useState(false)
  return (
    <NodeViewWrapper className={selected ? 'frame frame-chosen' : 'frame'}>
      <div className="frame-head" contentEditable={false}>
        <span data-drag-handle="">{name}</span>
        {editor.isEditable && (
          <span className="frame-tools">
            {settings && (
              <Popover opened={shown} onChange={setShown} position="bottom-end" shadow="md" width={320} trapFocus>
                <Popover.Target>
                  <ActionIcon
                    variant="subtle"
                    aria-label={`${say(messages.settings)}: ${name}`}
                    onClick={() => setShown(!shown)}
                  >
                    <IconSettings size={18} aria-hidden="true" />
                  </ActionIcon>
                </Popover.Target>
                <Popover.Dropdown>
                  <Stack gap="xs">{settings}</Stack>
                </Popover.Dropdown>
              </Popover>
            )}
            <ActionIcon variant="subtle" aria-label={`${say(messages.remove)}: ${name}`} onClick={deleteNode}>
              <IconTrash size={18} aria-hidden="true" />
            </ActionIcon>
          </span>
        )}
      </div>
      {children}
    </NodeViewWrapper>
  )
}
