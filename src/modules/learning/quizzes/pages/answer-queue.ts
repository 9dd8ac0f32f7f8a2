import { useCallback, useEffect, useRef, useState } from 'react'
import { call, Offline } from '../../../../platform/web.tsx'
import { type Given, saveAnswers } from '../sitting/contract.ts'

type Queue = Record<number, Given>
const keyOf = (attemptId: string): string => `linli.quiz.${attemptId}`

function stored(attemptId: string): Queue {
  const text = localStorage.getItem(keyOf(attemptId))
  if (!text) return {}
  const all = JSON.parse(text) as Record<string, Given>
  return Object.fromEntries(Object.entries(all).map(([key, one]) => [key, { ...one, givenAt: new Date(one.givenAt) }]))
}

function keep(attemptId: string, queue: Queue): void {
  if (Object.keys(queue).length === 0) localStorage.removeItem(keyOf(attemptId))
  else localStorage.setItem(keyOf(attemptId), JSON.stringify(queue))
}

const pauses = [1_000, 2_000, 5_000, 10_000]

/**
 * Answers are kept on the device first and sent at once; what did not arrive is sent again until the server says that it has it. Sent twice is no
 * harm: the server keeps the later one. Closing the page or losing the network loses nothing.
 */
export function useAnswerQueue(quizId: string, attemptId: string, begun: readonly Given[]) {
  const [waiting, setWaiting] = useState<Queue>(() => stored(attemptId))
  const [offline, setOffline] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const queue = useRef(waiting)
  const busy = useRef<Promise<void> | null>(null)
  const failures = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const counter = useRef(Math.max(0, ...[...begun, ...Object.values(waiting)].map((one) => one.counter)))

  const set = useCallback(
    (next: Queue) => {
      queue.current = next
      keep(attemptId, next)
      setWaiting(next)
    },
    [attemptId],
  )

  const sendAll = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    while (Object.keys(queue.current).length > 0) {
      const parcel = Object.values(queue.current)
      try {
        await call(saveAnswers, { quizId, attemptId, answers: parcel })
      } catch (problem) {
        if (problem instanceof Offline) {
          setOffline(true)
          timer.current = setTimeout(() => void send.current(), pauses[Math.min(failures.current, pauses.length - 1)])
          failures.current += 1
        } else {
          // The time is over, or the attempt was handed in elsewhere: what waits has come too late.
          setError(problem)
          set({})
        }
        return
      }
      failures.current = 0
      setOffline(false)
      const sent = new Map(parcel.map((one) => [one.position, one.counter]))
      set(Object.fromEntries(Object.entries(queue.current).filter(([, one]) => sent.get(one.position) !== one.counter)))
    }
  }, [quizId, attemptId, set])

  const send = useRef(async (): Promise<void> => {})
  send.current = async () => {
    busy.current ??= sendAll().finally(() => {
      busy.current = null
    })
    await busy.current
  }

  const answer = useCallback(
    (position: number, given: string[]) => {
      counter.current += 1
      set({ ...queue.current, [position]: { position, answer: given, givenAt: new Date(), counter: counter.current } })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send.current(), 250)
    },
    [set],
  )

  useEffect(() => {
    const back = () => void send.current()
    window.addEventListener('online', back)
    back()
    return () => {
      window.removeEventListener('online', back)
      clearTimeout(timer.current)
      void send.current()
    }
  }, [])

  return { waiting, offline, error, answer, flush: () => send.current() }
}
