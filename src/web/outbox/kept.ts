import { type QueryKey, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '../../platform/endpoint.ts'
import { call, Offline } from '../../platform/web.tsx'
import { disk } from './disk.ts'

/** Letters until they are sent, what is being filled in, and answers that open without a network what was opened before. */
export const kept = disk('linli-outbox', ['letters', 'drafts', 'answers'])

/** A read that this device keeps for its reader: without a network it is answered as it was last. */
export const keptRead = <I extends z.ZodType, O extends z.ZodType>(
  e: Endpoint<I, O>,
  input: z.input<I>,
  owner: string,
) =>
  queryOptions<z.output<O>, Error, z.output<O>, QueryKey>({
    queryKey: [e.name, input],
    networkMode: 'always',
    queryFn: async () => {
      const key = `${owner}/${e.name}/${JSON.stringify(input)}`
      try {
        const answer = await call(e, input)
        // Where nothing can be kept, it is only not there without a network.
        await kept.put('answers', key, answer).catch(() => undefined)
        return answer
      } catch (problem) {
        if (!(problem instanceof Offline)) throw problem
        const before = await kept.get<z.output<O>>('answers', key).catch(() => undefined)
        if (before === undefined) throw problem
        return before
      }
    },
  })

/** Whoever signs out leaves nothing to be read on this device; what is still to be sent stays. */
export async function forgetAnswers(): Promise<void> {
  await kept.empty('answers').catch(() => undefined)
  if ('caches' in window) await caches.delete('linli-pictures')
}
