import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Page, Section, Sheet, State } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { listOrganizations, type OrganizationCard, readOrganization } from '../contract.ts'
import { categoryWords, kindWords, messages, roleWords, titleBeside } from '../messages.ts'
import { OrganizationActions } from './organization-actions.tsx'
import { AddOrganization, ChangeOrganization, MoveOrganization } from './organization-forms.tsx'
import './organizations.css'

const Address = z.object({ panel: z.enum(['add', 'change', 'move']).optional().catch(undefined) })

/** One organization: where it stands, who belongs to it, what stands below it. */
export function OrganizationPage() {
  const { organizationId } = useParams({ from: '/organizations/$organizationId' })
  const say = useWords()
  const { data: node } = useSuspenseQuery(read(readOrganization, { id: organizationId }))
  const [{ panel }, setAddress] = useAddress(Address)
  const close = () => setAddress({ panel: undefined })
  const forms = {
    add: <AddOrganization parent={node} done={close} />,
    change: <ChangeOrganization node={node} done={close} />,
    move: <MoveOrganization node={node} done={close} />,
  }
  const titles = {
    add: say(messages.addBelow, { name: node.name }),
    change: say(messages.change),
    move: say(messages.moveTo, { name: node.name }),
  }
  const mayAdd = node.mayOrganize && !node.closedOn && node.kind !== 'team'
  return (
    <Page
      title={node.name}
      about={<About node={node} />}
      back={<Above node={node} />}
      actions={node.mayOrganize && <OrganizationActions node={node} ask={(what) => setAddress({ panel: what })} />}
      primary={
        mayAdd
          ? {
              label: say(messages.addHere),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'add' }),
            }
          : undefined
      }
    >
      {node.people !== null && (
        <Section
          title={say(messages.peopleHere)}
          actions={
            node.people > 0 && (
              <ButtonLink variant="default" to="/people" search={{ in: node.id } as never}>
                {say(messages.seePeople)}
              </ButtonLink>
            )
          }
        >
          <p>{say(messages.people, { count: node.people })}</p>
          <Holders node={node} />
        </Section>
      )}
      <Section title={say(messages.underIt)}>
        <Part>
          <Below node={node} />
        </Part>
      </Section>
      <SidePanel title={panel ? titles[panel] : ''} open={panel !== undefined} onClose={close}>
        {panel && forms[panel]}
      </SidePanel>
    </Page>
  )
}

function About({ node }: { node: OrganizationCard }) {
  const say = useWords()
  const dates = useDates()
  const { kind, category, externalId, closedOn } = node
  const words = [say(kindWords[kind]), category && say(categoryWords[category]), externalId].filter(Boolean).join(' · ')
  return (
    <>
      {words}{' '}
      {closedOn && (
        <State>
          {say(closedOn <= dates.today() ? messages.closed : messages.closing, { date: dates.day(closedOn) })}
        </State>
      )}
    </>
  )
}

function Above({ node }: { node: OrganizationCard }) {
  const say = useWords()
  return (
    <nav aria-label={say(messages.parent)}>
      <PageLink to="/organizations">{say(messages.title)}</PageLink>
      {node.above.map(({ id, name }) => (
        <span key={id}>
          {' › '}
          <PageLink to="/organizations/$organizationId" params={{ organizationId: id }}>
            {name}
          </PageLink>
        </span>
      ))}
    </nav>
  )
}

/** Who runs it. */
function Holders({ node: { holders } }: { node: OrganizationCard }) {
  const say = useWords()
  if (!holders || holders.length === 0) return null
  return (
    <Sheet pad={false}>
      <ul className="lines">
        {holders.map(({ personId, name, role, title }) => (
          <li key={`${personId} ${role}`} className="line-with-action">
            <PageLink to="/people/$personId" params={{ personId }}>
              {name}
            </PageLink>
            <span className="tree-note">
              {[say(roleWords[role]), titleBeside(role, title)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Below({ node }: { node: OrganizationCard }) {
  const say = useWords()
  const { data } = useSuspenseQuery(read(listOrganizations, { parentId: node.id, closed: 'true' }))
  if (data.length === 0) return <Empty>{say(messages.nothingBelow)}</Empty>
  return (
    <Sheet pad={false}>
      <ul className="lines">
        {data.map(({ id, name, kind, category, closedOn }) => (
          <li key={id} className="line-with-action">
            <PageLink to="/organizations/$organizationId" params={{ organizationId: id }}>
              {name}
            </PageLink>
            <span className="tree-note">
              {closedOn ? say(messages.isClosed) : say(category ? categoryWords[category] : kindWords[kind])}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
