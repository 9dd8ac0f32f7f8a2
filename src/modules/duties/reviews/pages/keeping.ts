import { useEffect, useRef, useState } from 'react'
import { call } from '../../../../platform/web.tsx'
import type { Answers } from '../../../checks/checklists/contract.ts'
import { keepReview, type Review, type SeenToo } from '../contract.ts'

export type Draft = { answers: Answers; more: SeenToo[]; seen: string }
const wait = 600

/** What is written is kept a moment after the last key, and not fetched again meanwhile. */
export function useDraft({ id: reviewId, answers, more, seen }: Review) {
  const [draft, setDraft] = useState<Draft>({ answers, more, seen })
  const [state, setState] = useState<'kept' | 'keeping'>('kept')
  const [error, setError] = useState<unknown>(null)
  const latest = useRef(draft)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  async function keep(): Promise<void> {
    clearTimeout(timer.current)
    const sent = latest.current
    // A finding that has no words yet is not one.
    const written = sent.more.filter(({ words }) => words.trim() !== '')
    try {
      await call(keepReview, { reviewId, ...sent, more: written })
      setError(null)
      if (latest.current === sent) setState('kept')
    } catch (problem) {
      setError(problem)
      throw problem
    }
  }

  function change(next: Partial<Draft>): void {
    latest.current = { ...latest.current, ...next }
    setDraft(latest.current)
    setState('keeping')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      keep().catch(setError)
    }, wait)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return { draft, change, keep, state, error }
}
