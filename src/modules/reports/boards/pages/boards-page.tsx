import { Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { Page, Section, Sheet } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { roleWords } from '../../../organizations/messages.ts'
import { messages } from '../../messages.ts'
import { keepBoard, listBoards } from '../contract.ts'
import { boardWords as words } from '../messages.ts'
import { BoardFields } from './board-fields.tsx'

/** The boards that one may open: those of one's own roles first. */
export function BoardsPage() {
  const say = useWords()
  const said = useSaid()
  const writes = useHas('writeReports')
  const [making, setMaking] = useState(false)
  const { data } = useSuspenseQuery(read(listBoards, {}))
  return (
    <Page
      title={say(words.boards)}
      about={say(words.about)}
      back={<PageLink to={'/reports' as '/'}>{say(messages.toReports)}</PageLink>}
      primary={writes && !making ? { label: say(words.newBoard), onClick: () => setMaking(true) } : undefined}
    >
      {making && <NewBoard />}
      {data.length === 0 ? (
        <Empty>{say(words.none)}</Empty>
      ) : (
        <ul className="sheet lines">
          {data.map(({ id, name, role, scope, cards }) => (
            <li key={id}>
              <PageLink to={`/boards/${id}` as '/'}>{said(name)}</PageLink>
              <Text size="sm" c="dimmed">
                {[role ? say(roleWords[role]) : say(words.forAll), scope?.name, say(words.cards, { count: cards })]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function NewBoard() {
  const say = useWords()
  const navigate = useNavigate()
  const form = useForm(keepBoard, {
    initial: { name: '', role: null, scopeId: null },
    done: ({ id }) => void navigate({ to: `/boards/${id}` as '/' }),
  })
  return (
    <Section title={say(words.newBoard)}>
      <Sheet>
        <Form form={form} submit={say(words.keep)}>
          <BoardFields form={form} />
        </Form>
      </Sheet>
    </Section>
  )
}
