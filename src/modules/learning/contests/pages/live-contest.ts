import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { read } from '../../../../platform/web.tsx'
import { type Contest, seeContest } from '../contract.ts'
import { topicOf } from '../topic/rules.ts'

/** The contest of the address; told of a change, it is read again. */
export function useLiveContest(): Contest {
  const { contestId } = useParams({ strict: false }) as { contestId: string }
  const { data } = useSuspenseQuery(read(seeContest, { contestId }))
  const client = useQueryClient()
  useEffect(() => {
    const live = new EventSource(`/api/live?topic=${encodeURIComponent(topicOf(contestId))}`)
    live.onmessage = () => void client.invalidateQueries({ queryKey: [seeContest.name] })
    return () => live.close()
  }, [client, contestId])
  return data
}

const two = (n: number): string => String(n).padStart(2, '0')
/** 75 → 1:15 */
export const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
