import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { z } from 'zod'

/**
 * The address of a page is its state: filters, period and panel can be shared and survive a reload.
 * Give every field a default or make it optional; what the schema cannot read falls back to it.
 *
 *   const Address = z.object({ q: z.string().catch('').default(''), year: z.coerce.number().int().optional().catch(undefined) })
 *   const [address, setAddress] = useAddress(Address)
 *   setAddress({ q: 'zxm' })   // keeps the other fields; undefined or '' takes one out of the address
 */
export function useAddress<S extends z.ZodType<Record<string, unknown>>>(
  schema: S,
): [z.output<S>, (change: Partial<z.input<S>>, how?: { push?: boolean }) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const address = useMemo(() => schema.parse(search), [schema, search])
  const change = useCallback(
    (next: Partial<z.input<S>>, how?: { push?: boolean }) => {
      void navigate({
        to: '.',
        search: ((now: Record<string, unknown>) => ({ ...now, ...(next as object) })) as never,
        replace: !how?.push,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return [address, change]
}

/** `?year=2023&q=zxm`, not JSON: people read, type and send addresses. */
export function parseAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function writeAddress(search: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value))
  return query.size > 0 ? `?${query}` : ''
}
