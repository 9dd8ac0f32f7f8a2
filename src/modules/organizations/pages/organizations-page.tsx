import { ActionIcon, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue, useSessionStorage } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { Page, Sheet, State } from '../../../web/page.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { listOrganizations, type OrganizationNode } from '../contract.ts'
import { categoryWords, kindWords, messages } from '../messages.ts'
import { search } from '../search/contract.ts'
import './organizations.css'

const Address = z.object({ q: z.string().catch('').default(''), closed: z.stringbool().catch(false).default(false) })

/** The tree of organizations, opened node by node. */
export function OrganizationsPage() {
  const say = useWords()
  const [address, setAddress] = useAddress(Address)
  const [q] = useDebouncedValue(address.q.trim(), 150)
  return (
    <Page title={say(messages.title)} about={say(messages.about)}>
      <div className="filters">
        <TextInput
          label={say(messages.find)}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={address.q}
          onChange={(event) => setAddress({ q: event.currentTarget.value })}
        />
        <Switch
          label={say(messages.showClosed)}
          checked={address.closed}
          onChange={(event) => setAddress({ closed: event.currentTarget.checked ? 'true' : undefined })}
        />
      </div>
      <Sheet>
        <Part>{q === '' ? <Branch parentId={null} closed={address.closed} /> : <Found q={q} />}</Part>
      </Sheet>
    </Page>
  )
}

function Branch({ parentId, closed }: { parentId: string | null; closed: boolean }) {
  const asked = { ...(parentId ? { parentId } : {}), closed: String(closed) }
  const { data: nodes } = useSuspenseQuery(read(listOrganizations, asked))
  return (
    <ul className={parentId === null ? 'tree' : undefined}>
      {nodes.map((node) => (
        <Branching key={node.id} node={node} closed={closed} alone={parentId === null && nodes.length === 1} />
      ))}
    </ul>
  )
}

/** What somebody opened stays open while they look at one of its organizations and come back. */
function Branching({ node, closed, alone }: { node: OrganizationNode; closed: boolean; alone: boolean }) {
  const say = useWords()
  const [open, setOpen] = useSessionStorage({
    key: `linli.tree.${node.id}`,
    defaultValue: alone,
    getInitialValueInEffect: false,
  })
  const { name } = node
  return (
    <li>
      <div className="tree-line">
        {node.children > 0 ? (
          <ActionIcon
            className="tree-toggle"
            variant="subtle"
            color="gray"
            aria-expanded={open}
            aria-label={say(open ? messages.fold : messages.open, { name })}
            onClick={() => setOpen(!open)}
          >
            {open ? (
              <IconChevronDown size={18} aria-hidden="true" />
            ) : (
              <IconChevronRight size={18} aria-hidden="true" />
            )}
          </ActionIcon>
        ) : (
          <span className="tree-leaf" />
        )}
        <span className="tree-name">
          <PageLink to="/organizations/$organizationId" params={{ organizationId: node.id }}>
            {name}
          </PageLink>
        </span>
        {node.closedOn && <State>{say(messages.isClosed)}</State>}
        <Note node={node} />
      </div>
      {open && node.children > 0 && (
        <Part shape="text">
          <Branch parentId={node.id} closed={closed} />
        </Part>
      )}
    </li>
  )
}

function Note({ node: { kind, category, children } }: { node: OrganizationNode }) {
  const say = useWords()
  const what = category ? `${say(kindWords[kind])} · ${say(categoryWords[category])}` : say(kindWords[kind])
  return (
    <span className="tree-note">{children > 0 ? `${what} · ${say(messages.below, { count: children })}` : what}</span>
  )
}

function Found({ q }: { q: string }) {
  const say = useWords()
  const { data: hits } = useSuspenseQuery(read(search, { q, kind: 'organization', limit: 50 }))
  if (hits.length === 0) return <Empty>{say(messages.nothingFound, { text: q })}</Empty>
  return (
    <ul className="tree">
      {hits.map((hit) =>
        hit.kind === 'organization' ? (
          <li key={hit.id} className="tree-line">
            <span className="tree-name">
              <PageLink to="/organizations/$organizationId" params={{ organizationId: hit.id }}>
                {hit.name}
              </PageLink>
            </span>
            {hit.closedOn && <State>{say(messages.isClosed)}</State>}
            <span className="tree-note">{hit.above.join(' › ') || say(kindWords[hit.organizationKind])}</span>
          </li>
        ) : null,
      )}
    </ul>
  )
}
