import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Offline, Problem } from '../../platform/web.tsx'
import { useMe } from '../me.ts'
import { countOf, type Letter, lettersOf, listen, post as postAll, settle } from './outbox.ts'

const pauses = [1_000, 2_000, 5_000, 15_000, 30_000]

type How<T, A> = {
  /** Whose letters wait together: 'sheet 0198…'. */
  box: string
  /** Sends some, in their order; the server bears to be sent the same twice. */
  carry: (letters: readonly Letter<T>[]) => Promise<A>
  /** So many go together. */
  take?: number
  /** The server has taken these. */
  onSent?: (answer: A, letters: readonly Letter<T>[]) => void
  /** The server will not take these; they stay, unless this takes them out. */
  onRefused?: (problem: Problem, letters: readonly Letter<T>[]) => void
}

/** The server is there, but cannot answer now. */
const isPassing = (problem: unknown): boolean =>
  problem instanceof Offline || (problem instanceof Problem && (problem.status >= 500 || problem.status === 429))

/**
 * What is written is kept on the device first and sent in order until the server says that it has it. Closing the page, signing out
 * or losing the network loses nothing, and nobody else's sign-in sends it.
 */
export function useOutbox<T, A = unknown>(how: How<T, A>) {
  const { box, take = Number.POSITIVE_INFINITY } = how
  const owner = useMe()?.personId ?? ''
  const letters = useSyncExternalStore(listen, () => lettersOf<T>(owner, box))
  const [offline, setOffline] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState(false)
  const latest = useRef(how)
  latest.current = how
  const refused = useRef(new Map<string, number>())
  const busy = useRef<Promise<void> | null>(null)
  const failures = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const sendAll = useCallback(async (): Promise<void> => {
    for (;;) {
      const waiting = lettersOf<T>(owner, box).filter(({ key, stamp }) => refused.current.get(key) !== stamp)
      const parcel = waiting.slice(0, take)
      if (parcel.length === 0) return
      try {
        const answer = await latest.current.carry(parcel)
        await settle(parcel)
        failures.current = 0
        setOffline(false)
        setSent(true)
        latest.current.onSent?.(answer, parcel)
      } catch (problem) {
        if (isPassing(problem)) {
          setOffline(true)
          timer.current = setTimeout(() => void send.current(), pauses[Math.min(failures.current, pauses.length - 1)])
          failures.current += 1
          return
        }
        setError(problem)
        if (!(problem instanceof Problem) || problem.status === 401) return
        for (const { key, stamp } of parcel) refused.current.set(key, stamp)
        latest.current.onRefused?.(problem, parcel)
      }
    }
  }, [owner, box, take])

  const send = useRef(async (): Promise<void> => {})
  send.current = async () => {
    clearTimeout(timer.current)
    busy.current ??= (async () => {
      setSending(true)
      await sendAll().finally(() => {
        busy.current = null
        setSending(false)
      })
    })()
    await busy.current
  }
  /** Also what was refused before: what is in its way may be gone. */
  const flush = useCallback(async (): Promise<void> => {
    refused.current.clear()
    setError(null)
    await send.current()
  }, [])
  const post = useCallback(
    async (contents: Record<string, T>): Promise<void> => {
      const onDisk = postAll(owner, box, contents)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), 250)
      await onDisk
    },
    [owner, box, flush],
  )
  const withdraw = useCallback(
    async (keys?: readonly string[]): Promise<void> => {
      if (!keys) setError(null)
      await settle(lettersOf(owner, box).filter(({ key }) => !keys || keys.includes(key)))
    },
    [owner, box],
  )

  useEffect(() => {
    const back = () => void flush()
    window.addEventListener('online', back)
    back()
    return () => {
      window.removeEventListener('online', back)
      clearTimeout(timer.current)
      // Leaving the page sends what is left at once.
      void send.current()
    }
  }, [flush])

  const waiting = useMemo(() => Object.fromEntries(letters.map(({ key, content }) => [key, content])), [letters])
  /** As it is at this very moment, for what is said while something is sent. */
  const current = (): Record<string, T> =>
    Object.fromEntries(lettersOf<T>(owner, box).map(({ key, content }) => [key, content]))
  return { waiting, current, offline, error, sending, sent, post, withdraw, flush }
}

/** How much of mine waits on this device, wherever it was written. */
export function useWaitingCount(): number {
  const owner = useMe()?.personId ?? ''
  return useSyncExternalStore(listen, () => countOf(owner))
}
