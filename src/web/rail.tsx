import { Drawer, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots, IconSearch } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { Bell, UnreadDot } from '../modules/notices/pages/bell.tsx'
import { useWords } from '../platform/i18n.ts'
import { AccountMenu, Choices, SignOutButton } from './account/account-menu.tsx'
import { BareLink } from './link.tsx'
import { useMay, useMe } from './me.ts'
import { messages } from './messages.ts'
import { accountPlace, administration, onPhone, type PlaceToGo, work } from './places.ts'
import { openSearch } from './search/open.ts'

/** The slim rail of a desktop: words, not riddles. */
export function Rail() {
  const say = useWords()
  const may = useMay()
  const me = useMe()
  return (
    <nav className="rail" aria-label={say(messages.mainPlaces)}>
      <BareLink to="/" className="rail-name">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span>{say(messages.linli)}</span>
      </BareLink>
      {me && <p className="rail-office">{me.officeName}</p>}
      <SearchButton />
      <div className="rail-places">
        <Bell />
        <PlaceList places={work.filter(may)} />
        <h2 className="rail-group" id="rail-administration">
          {say(messages.administration)}
        </h2>
        <PlaceList places={administration.filter(may)} labelledBy="rail-administration" />
      </div>
      <div className="rail-foot">
        <AccountMenu />
      </div>
    </nav>
  )
}

function PlaceList({ places, labelledBy }: { places: readonly PlaceToGo[]; labelledBy?: string }) {
  return (
    <ul aria-labelledby={labelledBy}>
      {places.map((place) => (
        <li key={place.to}>
          <PlaceLink place={place} className="rail-link" size={20} />
        </li>
      ))}
    </ul>
  )
}

function PlaceLink({
  place,
  className,
  size,
  onClick,
}: {
  place: PlaceToGo
  className: string
  size: number
  onClick?: () => void
}) {
  const say = useWords()
  const path = useLocation({ select: (location) => location.pathname })
  const here = place.to === '/' ? path === '/' : path === place.to || path.startsWith(`${place.to}/`)
  return (
    <BareLink
      to={place.to as '/'}
      className={className}
      data-here={here || undefined}
      aria-current={path === place.to ? 'page' : undefined}
      {...(onClick ? { onClick } : {})}
    >
      <place.icon size={size} stroke={1.6} aria-hidden="true" />
      <span>{say(place.words)}</span>
    </BareLink>
  )
}

function SearchButton() {
  const say = useWords()
  return (
    <UnstyledButton className="rail-search" onClick={openSearch} aria-keyshortcuts="/ Control+K Meta+K">
      <IconSearch size={18} stroke={1.6} aria-hidden="true" />
      <span>{say(messages.search)}</span>
      <span className="key" aria-hidden="true">
        /
      </span>
    </UnstyledButton>
  )
}

/** A phone's bottom bar: four places and the rest behind 'more'. */
export function PhoneBar() {
  const say = useWords()
  const may = useMay()
  const { bar, more } = onPhone(may)
  const [open, { open: show, close }] = useDisclosure()
  return (
    <>
      <nav className="phone-bar" aria-label={say(messages.mainPlaces)}>
        {bar.map((place) => (
          <PlaceLink key={place.to} place={place} className="phone-link" size={22} />
        ))}
        <UnstyledButton className="phone-link bell" onClick={show} aria-haspopup="dialog" aria-expanded={open}>
          <IconDots size={22} stroke={1.6} aria-hidden="true" />
          <span>{say(messages.more)}</span>
          <UnreadDot />
        </UnstyledButton>
      </nav>
      <Drawer
        opened={open}
        onClose={close}
        position="bottom"
        size="auto"
        styles={{ content: { height: 'auto', maxHeight: '90%' }, inner: { alignItems: 'flex-end' } }}
        title={say(messages.more)}
        closeButtonProps={{ 'aria-label': say(messages.close) }}
      >
        <div className="phone-more">
          <UnstyledButton
            className="rail-link"
            onClick={() => {
              close()
              openSearch()
            }}
          >
            <IconSearch size={20} stroke={1.6} aria-hidden="true" />
            <span>{say(messages.search)}</span>
          </UnstyledButton>
          <Bell onClick={close} />
          {[...more, accountPlace].map((place) => (
            <PlaceLink key={place.to} place={place} className="rail-link" size={20} onClick={close} />
          ))}
          <Choices />
          <SignOutButton />
        </div>
      </Drawer>
    </>
  )
}
