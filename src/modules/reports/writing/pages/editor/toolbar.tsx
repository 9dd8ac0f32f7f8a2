import { ActionIcon, Button, Group, Menu, Select } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconList,
  IconListNumbers,
  IconPlus,
  IconTable,
} from '@tabler/icons-react'
import type { Editor, JSONContent } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { useWords } from '../../../../../platform/i18n.ts'
import { namedThings } from '../../contract.ts'
import { messages } from './messages.ts'

type Asking = 'chart' | 'breakdown' | 'comparison' | 'recordList' | 'when' | 'perCommunity'
/** Blocks that ask something, as they begin. */
const asking: Readonly<Record<Asking, JSONContent>> = {
  chart: { type: 'chart' },
  breakdown: { type: 'breakdown' },
  comparison: { type: 'comparison' },
  recordList: { type: 'recordList' },
  when: { type: 'when', content: [{ type: 'paragraph' }] },
  perCommunity: {
    type: 'perCommunity',
    content: [{ type: 'paragraph', content: [{ type: 'word', attrs: { what: 'scope' } }] }],
  },
}

export function Toolbar({
  editor,
  standing,
  addPicture,
  children,
}: {
  editor: Editor
  standing: ReactNode
  addPicture: () => void
  children?: ReactNode
}) {
  const say = useWords()
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      style: now.isActive('heading') ? `h${String(now.getAttributes('heading').level)}` : 'p',
      bullet: now.isActive('bulletList'),
      ordered: now.isActive('orderedList'),
      table: now.isActive('table'),
    }),
  })
  const run = () => editor.chain().focus()
  return (
    <div className="writing-bar" role="toolbar" aria-label={say(messages.style)}>
      <Select
        aria-label={say(messages.style)}
        className="writing-style"
        allowDeselect={false}
        data={[
          { value: 'p', label: say(messages.paragraph) },
          ...[1, 2, 3, 4].map((level) => ({ value: `h${level}`, label: say(messages.heading, { level }) })),
        ]}
        value={state.style}
        onChange={(next) => {
          if (next === 'p') run().setParagraph().run()
          else
            run()
              .setHeading({ level: Number(next?.slice(1)) as 1 | 2 | 3 | 4 })
              .run()
        }}
      />
      <Group gap={4} wrap="nowrap">
        <Tool label={say(messages.bulletList)} pressed={state.bullet} onClick={() => run().toggleBulletList().run()}>
          <IconList size={18} aria-hidden="true" />
        </Tool>
        <Tool label={say(messages.orderedList)} pressed={state.ordered} onClick={() => run().toggleOrderedList().run()}>
          <IconListNumbers size={18} aria-hidden="true" />
        </Tool>
        <Tool label={say(messages.undo)} onClick={() => run().undo().run()}>
          <IconArrowBackUp size={18} aria-hidden="true" />
        </Tool>
        <Tool label={say(messages.redo)} onClick={() => run().redo().run()}>
          <IconArrowForwardUp size={18} aria-hidden="true" />
        </Tool>
      </Group>
      <Menu shadow="md" position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden="true" />}>
            {say(messages.insert)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => run().insertContent('/').run()}>{say(messages.figureKeys)}</Menu.Item>
          <Menu.Label>{say(messages.name)}</Menu.Label>
          {namedThings.map((what) => (
            <Menu.Item key={what} onClick={() => run().insertContent({ type: 'word', attrs: { what } }).run()}>
              {say(messages[what])}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}>
            {say(messages.table)}
          </Menu.Item>
          <Menu.Item onClick={addPicture}>{say(messages.picture)}</Menu.Item>
          {(Object.keys(asking) as Asking[]).map((name) => (
            <Menu.Item key={name} onClick={() => run().insertContent(asking[name]).run()}>
              {say(messages[name])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {children}
      {state.table && <TableMenu editor={editor} />}
      <span className="writing-standing" role="status">
        {standing}
      </span>
    </div>
  )
}

function Tool({
  label,
  pressed,
  onClick,
  children,
}: {
  label: string
  pressed?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <ActionIcon
      variant={pressed ? 'light' : 'subtle'}
      size="lg"
      aria-label={label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  )
}

function TableMenu({ editor }: { editor: Editor }) {
  const say = useWords()
  const run = () => editor.chain().focus()
  return (
    <Menu shadow="md" position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconTable size={16} aria-hidden="true" />}>
          {say(messages.table)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => run().addRowAfter().run()}>{say(messages.addRow)}</Menu.Item>
        <Menu.Item onClick={() => run().addColumnAfter().run()}>{say(messages.addColumn)}</Menu.Item>
        <Menu.Item onClick={() => run().deleteRow().run()}>{say(messages.deleteRow)}</Menu.Item>
        <Menu.Item onClick={() => run().deleteColumn().run()}>{say(messages.deleteColumn)}</Menu.Item>
        <Menu.Item onClick={() => run().deleteTable().run()}>{say(messages.deleteTable)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
