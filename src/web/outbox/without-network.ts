import { useEffect } from 'react'

/** Whatever this page was made of is kept by the worker, so that it opens without a network from now on. */
async function keepPage(pictures: readonly string[]): Promise<void> {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/worker.js')
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const parts = loaded.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  active?.postMessage({ keep: [...new Set(parts.map(({ pathname }) => pathname))], pictures })
}

/** `pictures`: the addresses of what it shows, each of which always shows the same. */
export function useWithoutNetwork(pictures: readonly string[] = []): void {
  const named = pictures.join('\n')
  useEffect(() => {
    // Once all of it has come: what loads later is kept the next time.
    const timer = setTimeout(() => void keepPage(named.split('\n').filter(Boolean)), 500)
    return () => clearTimeout(timer)
  }, [named])
}
