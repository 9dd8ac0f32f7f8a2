import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { kept } from '../../../../web/outbox/kept.ts'
import type { Answers } from '../../checklists/contract.ts'
import type { Hazard } from '../contract.ts'

export type Shot = { id: string; questionId: string }
export type Draft = { key: string; answers: Answers; hazards: Hazard[]; photos: Shot[] }

/** What is being answered, kept on this device as one goes: a reload or an empty battery loses nothing. */
export function useDraft(owner: string, checkId: string) {
  const place = `${owner}/check ${checkId}`
  const { data: before } = useSuspenseQuery({
    queryKey: ['draft', place],
    networkMode: 'always',
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await kept.get<Draft>('drafts', place).catch(() => undefined)) ?? null,
  })
  const [draft, setDraft] = useState<Draft>(
    () => before ?? { key: crypto.randomUUID(), answers: {}, hazards: [], photos: [] },
  )
  const first = useRef(true)
  const over = useRef(false)
  useEffect(() => {
    if (first.current) first.current = false
    else if (!over.current) void kept.put('drafts', place, draft)
  }, [draft, place])
  const discard = async (): Promise<void> => {
    over.current = true
    await kept.forget('drafts', [place])
  }
  return { draft, setDraft, discard }
}
