import { Button, Group, VisuallyHidden } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Sheet } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { Blank, PeriodBlank, ScopeBlank, thisYear } from '../../../indicators/pages/blanks.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { parsePeriod } from '../../../indicators/period/rules.ts'
import { roleWords } from '../../../organizations/messages.ts'
import { type Board, bringBackBoard, readBoard, removeBoard } from '../contract.ts'
import { boardWords as words } from '../messages.ts'
import { AddCard } from './add-card.tsx'
import { CardSheet } from './card.tsx'
import { CardTools } from './card-tools.tsx'
import '../../../indicators/pages/asking.css'
import './boards.css'

const Address = z.object({
  period: z.string().optional().catch(undefined),
  scope: z.uuid().optional().catch(undefined),
})

/** One board: every number a door; period and scope stand in the address. */
export function BoardPage() {
  const say = useWords()
  const said = useSaid()
  const { boardId } = useParams({ strict: false }) as { boardId: string }
  const [address] = useAddress(Address)
  const [changing, setChanging] = useState(false)
  const period = parsePeriod(address.period ?? '') ? address.period : undefined
  const { data } = useSuspenseQuery(read(readBoard, { boardId, period, scope: address.scope }))
  return (
    <Page
      title={said(data.name)}
      wide
      about={[data.role ? say(roleWords[data.role]) : say(words.forAll), data.scope?.name].filter(Boolean).join(' · ')}
      back={<PageLink to={'/boards' as '/'}>{say(words.toBoards)}</PageLink>}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {say(words.print)}
          </Button>
          {data.mayChange && (
            <Button variant="default" aria-pressed={changing} onClick={() => setChanging(!changing)}>
              {say(changing ? words.changed : words.change)}
            </Button>
          )}
          {changing && <Remove board={data} />}
        </>
      }
    >
      <When period={period} scope={address.scope ?? data.scope?.id} />
      {changing && (
        <Sheet>
          <AddCard boardId={boardId} />
        </Sheet>
      )}
      {data.cards.length === 0 && <Empty>{say(words.empty)}</Empty>}
      <VisuallyHidden component="h2">{say(words.cardsOf)}</VisuallyHidden>
      <div className="board">
        {data.cards.map((card) => (
          <section key={card.id} className="board-card" data-width={card.width} aria-label={said(card.title)}>
            {changing && <CardTools board={data} card={card} />}
            {/* another drawing of it is another picture */}
            <CardSheet key={card.drawn} card={card} counted={data.counted} />
          </section>
        ))}
      </div>
    </Page>
  )
}

function When({ period, scope }: { period: string | undefined; scope: string | undefined }) {
  const say = useWords()
  const dates = useDates()
  const [, setAddress] = useAddress(Address)
  return (
    <div className="asking board-asking">
      <Blank
        label={say(words.when)}
        value={period ? 'one' : ''}
        choices={[
          { value: '', label: say(words.ownPeriods) },
          { value: 'one', label: say(words.oneFor) },
        ]}
        onChange={(next) => setAddress({ period: next ? thisYear(dates.today()) : undefined })}
      />
      {period && <PeriodBlank value={period} onChange={(next) => setAddress({ period: next })} />}
      <ScopeBlank value={scope} onChange={(next) => setAddress({ scope: next })} />
    </div>
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
    <Group gap="xs">
      <Button variant="default" loading={removing.isPending} onClick={() => removing.mutate({ boardId })}>
        {say(words.remove)}
      </Button>
      <Trouble error={removing.error} />
    </Group>
  )
}
