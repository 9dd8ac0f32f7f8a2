import { Button, VisuallyHidden } from '@mantine/core'
import { IconPhoto, IconPrinter } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { keepPicture } from '../../../../web/charts/picture.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Sheet } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { Blank, PeriodBlank, ScopeBlank, thisYear } from '../../../indicators/pages/blanks.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { parsePeriod } from '../../../indicators/period/rules.ts'
import { roleWords } from '../../../organizations/messages.ts'
import { readBoard } from '../contract.ts'
import { boardWords as words } from '../messages.ts'
import { broadened } from '../rules.ts'
import { AddCard } from './add-card.tsx'
import { CardSheet } from './card.tsx'
import { CardTools } from './card-tools.tsx'
import { ChangeBoard } from './change-board.tsx'
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
  const cards = useRef<HTMLDivElement>(null)
  const dates = useDates()
  const { data } = useSuspenseQuery(read(readBoard, { boardId, period, scope: address.scope }))
  const about = [data.role ? say(roleWords[data.role]) : say(words.forAll), data.scope?.name]
    .filter(Boolean)
    .join(' · ')
  const widths = broadened(data.cards.map(({ width }) => width))
  const keep = () =>
    keepPicture(cards.current, {
      title: said(data.name),
      head: said(data.name),
      source: say(words.boardSource, { about, at: dates.exact(data.counted) }),
    })
  return (
    <Page
      title={said(data.name)}
      wide
      about={about}
      back={<PageLink to={'/boards' as '/'}>{say(words.toBoards)}</PageLink>}
      actions={
        <>
          {data.cards.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconPhoto size={16} aria-hidden="true" />}
              onClick={() => void keep()}
            >
              {say(words.keepPicture)}
            </Button>
          )}
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
        </>
      }
    >
      <When period={period} scope={address.scope ?? data.scope?.id} />
      {changing && (
        <div className="figure-changing">
          <ChangeBoard key={data.id} board={data} />
          <Sheet>
            <AddCard boardId={boardId} />
          </Sheet>
        </div>
      )}
      {data.cards.length === 0 && <Empty>{say(words.empty)}</Empty>}
      <VisuallyHidden component="h2">{say(words.cardsOf)}</VisuallyHidden>
      <div className="figure-board" ref={cards}>
        {data.cards.map((card, i) => (
          <section key={card.id} className="figure-card" data-width={widths[i]} aria-label={said(card.title)}>
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
    <div className="asking figure-asking">
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
