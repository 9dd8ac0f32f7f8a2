import { Button, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { type Board, bringBackBoard, changeBoard, removeBoard } from '../contract.ts'
import { boardWords as words } from '../messages.ts'
import { BoardFields } from './board-fields.tsx'

/** The board itself: what it is called, whom it is for and what it is about; or it goes, and may come back. */
export function ChangeBoard({ board }: { board: Board }) {
  const say = useWords()
  const said = useSaid()
  const notice = useNotice()
  const form = useForm(changeBoard, {
    initial: { boardId: board.id, name: said(board.name), role: board.role, scopeId: board.scope?.id ?? null },
    done: () => notice(say(words.saved)),
  })
  return (
    <Sheet>
      <Title order={2} size="h3" mb="xs">
        {say(words.theBoard)}
      </Title>
      <Form form={form} submit={say(words.keep)} beside={<Remove board={board} />}>
        <BoardFields form={form} scope={board.scope} />
      </Form>
    </Sheet>
  )
}

function Remove({ board: { id: boardId, name } }: { board: Board }) {
  const say = useWords()
  const said = useSaid()
  const notice = useNotice()
  const navigate = useNavigate()
  const bringBack = useMutation(write(bringBackBoard))
  const removing = useMutation({
    ...write(removeBoard),
    onSuccess: () => {
      notice(say(words.removed, { name: said(name) }), () => bringBack.mutateAsync({ boardId }))
      void navigate({ to: '/boards' as '/' })
    },
  })
  return (
    <>
      <Button variant="default" loading={removing.isPending} onClick={() => removing.mutate({ boardId })}>
        {say(words.remove)}
      </Button>
      <Trouble error={removing.error} />
    </>
  )
}
