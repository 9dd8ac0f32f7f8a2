import { Modal } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'
import { useWords } from '../../platform/i18n.ts'
import { messages } from '../messages.ts'
import { Loading } from '../states.tsx'
import { closeSearch, openSearch, useSearchOpen } from './open.ts'

const SearchInside = lazy(() => import('./search-inside.tsx').then((module) => ({ default: module.SearchInside })))

/** One search for everything, on `/` or ⌘K. */
export function SearchBox() {
  const say = useWords()
  const open = useSearchOpen()
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable=true]')
      const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
      const k = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)
      if (!slash && !k) return
      event.preventDefault()
      openSearch()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <Modal
      opened={open}
      onClose={closeSearch}
      title={say(messages.search)}
      closeButtonProps={{ 'aria-label': say(messages.close) }}
      size="lg"
      yOffset="8vh"
    >
      <Suspense fallback={<Loading shape="text" />}>
        <SearchInside />
      </Suspense>
    </Modal>
  )
}
