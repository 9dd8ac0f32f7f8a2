import './feeds.css'
import { Button, CopyButton, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { read, write } from '../../../platform/web.tsx'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Trouble } from '../../../web/states.tsx'
import { whoAmI } from '../../organizations/me/contract.ts'
import { createFeed, type Feed, type FreshFeed, listFeeds, renewFeed, revokeFeed } from '../feeds/contract.ts'
import { feedMessages } from '../feeds/messages.ts'
import { OrganizationPicker } from './pickers.tsx'

/** Secret links to calendars: make one, change it, stop it. */
export function FeedPanel({
  open,
  onClose,
  organization,
}: {
  open: boolean
  onClose: () => void
  organization: string | null
}) {
  const say = useWords()
  return (
    <SidePanel title={say(feedMessages.title)} open={open} onClose={onClose}>
      <Feeds organization={organization} />
    </SidePanel>
  )
}

function Feeds({ organization }: { organization: string | null }) {
  const say = useWords()
  const { data: feeds } = useSuspenseQuery(read(listFeeds, {}))
  const { data: me } = useQuery(read(whoAmI, {}))
  const [fresh, setFresh] = useState<FreshFeed | null>(null)
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null)
  const make = useMutation({ ...write(createFeed), onSuccess: setFresh })
  const known = [...new Map((me?.roles ?? []).map((role) => [role.organizationId, role.organizationName]))].map(
    ([value, label]) => ({ value, label }),
  )
  return (
    <div className="feeds">
      <p>{say(feedMessages.about)}</p>
      <Trouble error={make.error} />
      {fresh && <Fresh feed={fresh} />}
      <Group gap="xs">
        <Button loading={make.isPending} onClick={() => make.mutate({})}>
          {say(feedMessages.makeMine)}
        </Button>
      </Group>
      <OrganizationPicker
        label={say(feedMessages.forOrganization)}
        known={known}
        value={chosen?.id ?? organization}
        onChange={(id, name) => setChosen(id ? { id, name } : null)}
      />
      {chosen && (
        <Button variant="default" onClick={() => make.mutate({ organizationId: chosen.id })}>
          {say(feedMessages.makeFor, { name: chosen.name })}
        </Button>
      )}
      {feeds.length === 0 ? (
        <Text c="dimmed" size="sm">
          {say(feedMessages.none)}
        </Text>
      ) : (
        <ul className="sheet lines">
          {feeds.map((feed) => (
            <FeedLine key={feed.id} feed={feed} mine={feed.createdBy === me?.name} onFresh={setFresh} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Fresh({ feed }: { feed: FreshFeed }) {
  const say = useWords()
  const link = new URL(feed.address, location.href).href
  return (
    <div className="feed-fresh" role="status">
      <p>{say(feedMessages.fresh)}</p>
      <TextInput
        label={say(feedMessages.link)}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group gap="xs" mt="xs">
        <CopyButton value={link} timeout={3000}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {say(copied ? feedMessages.copied : feedMessages.copy)}
            </Button>
          )}
        </CopyButton>
        <Button component="a" variant="default" href={link.replace(/^https?:/, 'webcal:')}>
          {say(feedMessages.openHere)}
        </Button>
      </Group>
    </div>
  )
}

function FeedLine({ feed, mine, onFresh }: { feed: Feed; mine: boolean; onFresh: (feed: FreshFeed) => void }) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const renew = useMutation({ ...write(renewFeed), onSuccess: onFresh })
  const revoke = useMutation({ ...write(revokeFeed), onSuccess: () => notice(say(feedMessages.stopped)) })
  return (
    <li className="line-with-action">
      <div>
        {feed.organizationName ?? say(feedMessages.mine)}
        <Text size="sm" c="dimmed">
          {say(feedMessages.made, { who: feed.createdBy ?? '', when: dates.dayAt(feed.createdAt) })}
        </Text>
        <Trouble error={renew.error ?? revoke.error} />
      </div>
      <Group gap="xs">
        {mine && (
          <Button size="compact-md" variant="default" onClick={() => renew.mutate({ feedId: feed.id })}>
            {say(feedMessages.renew)}
          </Button>
        )}
        <Button size="compact-md" variant="default" onClick={() => revoke.mutate({ feedId: feed.id })}>
          {say(feedMessages.revoke)}
        </Button>
      </Group>
    </li>
  )
}
