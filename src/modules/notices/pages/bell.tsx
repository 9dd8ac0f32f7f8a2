import { VisuallyHidden } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { BareLink } from '../../../web/link.tsx'
import { countUnread } from '../inbox/contract.ts'
import { pageWords as words } from './messages.ts'
import './notices.css'

/** How many notices wait for their reader; asked again every minute while the page is open. */
export function useUnread(): number {
  const { data } = useQuery({ ...read(countUnread, {}), refetchInterval: 60_000, staleTime: 30_000 })
  return data?.unread ?? 0
}

const shown = (count: number): string => (count > 99 ? '99+' : String(count))

/** The way to one's notices, with how many are unread. */
export function Bell({ onClick }: { onClick?: () => void }) {
  const say = useWords()
  const unread = useUnread()
  const path = useLocation({ select: (location) => location.pathname })
  return (
    <BareLink
      to="/notices"
      className="rail-link bell"
      data-here={path.startsWith('/notices') || undefined}
      aria-current={path === '/notices' ? 'page' : undefined}
      {...(onClick ? { onClick } : {})}
    >
      <IconBell size={20} stroke={1.6} aria-hidden="true" />
      <span>{say(words.title)}</span>
      {unread > 0 && (
        <span className="bell-count">
          {shown(unread)}
          <VisuallyHidden> {say(words.unread)}</VisuallyHidden>
        </span>
      )}
    </BareLink>
  )
}

/** On the phone's bar, where the bell itself is behind 'more'. */
export function UnreadDot() {
  const unread = useUnread()
  return unread > 0 ? (
    <span className="bell-dot bell-count" aria-hidden="true">
      {shown(unread)}
    </span>
  ) : null
}
