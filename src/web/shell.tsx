import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../platform/i18n.ts'
import { currentSession } from '../platform/sign-in/contract.ts'
import { useOpenedFigure } from './figure-address.ts'
import { useMe } from './me.ts'
import { messages } from './messages.ts'
import { TimeZoneContext } from './moment.tsx'
import { OfflineStrip } from './offline-strip.tsx'
import { forgetAnswers, keptRead } from './outbox/kept.ts'
import { PhoneBar, Rail } from './rail.tsx'
import { SearchBox } from './search/search-box.tsx'
import { Failure, Loading } from './states.tsx'

const FigurePanel = lazy(() =>
  import('../modules/indicators/pages/figure.tsx').then((module) => ({ default: module.FigurePanel })),
)

/** Around every page: the places to go, one search, and the strip that says when the network is gone; around a screen only that strip. */
export function Shell({ screen }: { screen: boolean }) {
  const say = useWords()
  const { data: session, error, refetch } = useQuery(keptRead(currentSession, {}, 'device'))
  const me = useMe(session?.signedIn ?? false)
  if (session && !session.signedIn) return <ToTheDoor />
  if (!session || !me)
    return (
      <main className="door-frame">
        {error ? <Failure error={error} retry={() => refetch()} /> : <Loading shape="page" />}
      </main>
    )
  const content = (
    <>
      <OfflineStrip />
      <main id="content" tabIndex={-1} className={screen ? 'screen' : undefined}>
        <Suspense fallback={<Loading shape="page" />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  )
  if (screen) return <TimeZoneContext value={me.timeZone}>{content}</TimeZoneContext>
  return (
    <TimeZoneContext value={me.timeZone}>
      <div className="shell">
        <a className="skip" href="#content">
          {say(messages.skipToContent)}
        </a>
        <Rail />
        <div className="shell-main">{content}</div>
        <PhoneBar />
        <SearchBox />
        <Figures />
      </div>
    </TimeZoneContext>
  )
}

/** Fetched when the first number is opened; stays for the next. */
function Figures() {
  const asked = useOpenedFigure()
  const [wanted, setWanted] = useState(false)
  if (asked && !wanted) setWanted(true)
  return wanted ? (
    <Suspense>
      <FigurePanel />
    </Suspense>
  ) : null
}

function ToTheDoor() {
  useEffect(() => void forgetAnswers(), [])
  const address = useLocation({ select: (location) => location.href })
  // Where they wanted to go, not where they are sent to meanwhile.
  const [wanted] = useState(address)
  return <Navigate to="/sign-in" search={wanted === '/' ? {} : { next: wanted }} replace />
}
