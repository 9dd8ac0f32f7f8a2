import { Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty } from '../../../../web/states.tsx'
import { dutyWords } from '../../messages.ts'
import { type DossierCard, listDossiers } from '../contract.ts'
import { dossierWords as words } from '../messages.ts'
import { OpenDossier } from './open-dossier.tsx'
import './dossiers.css'

const Address = z.object({ panel: z.enum(['open']).optional().catch(undefined) })

/** The reader's own dossiers, and those that they review; nobody lists anybody else's. */
export function DossiersPage() {
  const say = useWords()
  const me = useMe()
  const [{ panel }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listDossiers, {}))
  const close = () => setAddress({ panel: undefined })
  const mine = data.dossiers.filter(({ holder }) => holder.id === me?.personId)
  const others = data.dossiers.filter(({ holder }) => holder.id !== me?.personId)
  return (
    <Page
      title={say(words.dossiers)}
      about={say(words.about)}
      back={<PageLink to={'/duties' as '/'}>{say(dutyWords.duties)}</PageLink>}
      primary={
        data.mayOpen
          ? {
              label: say(words.open),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'open' }),
            }
          : undefined
      }
    >
      {data.dossiers.length === 0 && <Empty>{say(words.none)}</Empty>}
      {mine.length > 0 && (
        <Section title={say(words.mine)}>
          <Lines dossiers={mine} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={say(words.toReview)}>
          <Lines dossiers={others} />
        </Section>
      )}
      <SidePanel title={say(words.open)} open={panel === 'open'} onClose={close}>
        <OpenDossier done={close} />
      </SidePanel>
    </Page>
  )
}

function Lines({ dossiers }: { dossiers: readonly DossierCard[] }) {
  const say = useWords()
  const dates = useDates()
  return (
    <ul className="sheet lines">
      {dossiers.map((dossier) => {
        const { id, holder, organization, year, eraseOn } = dossier
        return (
          <li key={id}>
            <div className="dossier-head">
              <PageLink to={`/dossiers/${id}` as '/'}>{say(words.line, { name: holder.name, year })}</PageLink>
              <Stage dossier={dossier} />
            </div>
            <Text size="sm" c="dimmed">
              {organization.name} · {say(words.erased, { day: dates.day(eraseOn, { relative: false }) })}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}

export function Stage({ dossier: { closedAt, handedInAt, commentBy } }: { dossier: DossierCard }) {
  const say = useWords()
  const dates = useDates()
  if (closedAt) return <State>{say(words.closedOn, { day: dates.dayAt(closedAt) })}</State>
  if (handedInAt) return <State tone="do">{say(words.handedIn, { day: dates.dayAt(handedInAt) })}</State>
  const over = commentBy < dates.today()
  return (
    <State tone={over ? 'do' : 'soon'}>
      {over ? say(words.ready) : say(words.waits, { day: dates.day(commentBy, { relative: false }) })}
    </State>
  )
}
