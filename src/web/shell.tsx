import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useWords } from '../platform/i18n.ts'
import { messages } from './messages.ts'
import { OfflineStrip } from './offline-strip.tsx'
import { PhoneBar, Rail } from './rail.tsx'
import { SearchBox } from './search/search-box.tsx'
import { Loading } from './states.tsx'

/** Around every page: the places to go, one search, and the strip that says when the network is gone. */
export function Shell() {
  const say = useWords()
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say(messages.skipToContent)}
      </a>
      <Rail />
      <div className="shell-main">
        <OfflineStrip />
        <main id="content" tabIndex={-1}>
          <Suspense fallback={<Loading shape="page" />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <PhoneBar />
      <SearchBox />
    </div>
  )
}
