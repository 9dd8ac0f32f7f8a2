import { Button } from '@mantine/core'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, Outlet, useMatches, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWords } from '../platform/i18n.ts'
import { messages } from './messages.ts'
import { Page } from './page.tsx'
import { Shell } from './shell.tsx'
import { Empty, Failure, Loading } from './states.tsx'

/** Every page stands in the shell, except those for people who are not signed in. */
export function Root() {
  const bare = useMatches({ select: (matches) => matches.some((match) => match.staticData.bare) })
  const screen = useMatches({ select: (matches) => matches.some((match) => match.staticData.screen) })
  useFocusOnNewPage()
  return bare ? <Outlet /> : <Shell screen={screen} />
}

/** Who reads with a screen reader or by keyboard begins at the title of the page just opened. */
function useFocusOnNewPage(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (before.current !== undefined && path !== before.current)
      document.getElementById('page-title')?.focus({ preventScroll: true })
    before.current = path
  }, [path])
}

export function PageLoading() {
  return <Loading shape="page" />
}

export function PageFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  useEffect(() => queries.reset(), [queries])
  const retry = () => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  return <Failure error={error} retry={retry} />
}

export function NoSuchPage() {
  const say = useWords()
  return (
    <Page title={say(messages.noSuchPage)}>
      <Empty
        action={
          <Button component="a" href="/">
            {say(messages.toStart)}
          </Button>
        }
      >
        {say(messages.noSuchPageHelp)}
      </Empty>
    </Page>
  )
}
