import { MutationCache, QueryClient, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

/** The server's 'no': `title` is already in the reader's words, `issues` name the fields. */
export class Problem extends Error {
  status: number
  reason: string
  issues: { path: string; message: string }[]
  constructor(body: { status: number; reason: string; title: string; issues?: { path: string; message: string }[] }) {
    super(body.title)
    this.status = body.status
    this.reason = body.reason
    this.issues = body.issues ?? []
  }
}

/** The network is gone: what was asked has not been done. */
export class Offline extends Error {}

type Input<E> = E extends Endpoint<infer I, z.ZodType> ? z.input<I> : never

/** The address of an endpoint with its input in path and query: for links and downloads. */
export function addressOf<E extends Endpoint>(e: E, input: Input<E>): string {
  const { path, rest } = fillPath(e.path, input as object)
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) {
    if (value === undefined || value === null) continue
    query.set(key, value instanceof Date ? value.toISOString() : String(value))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

function fillPath(pattern: string, input: object): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input }
  const path = pattern.replace(/:(\w+)/g, (_, key: string) => {
    const value = String(rest[key])
    delete rest[key]
    return encodeURIComponent(value)
  })
  return { path, rest }
}

async function send(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, {
    ...init,
    headers: { ...init.headers, 'accept-language': document.documentElement.lang || 'zh-CN' },
  }).catch(() => {
    throw new Offline()
  })
  // Whatever stands between answers for a server that is down, in its own words.
  const body: unknown = await response.json().catch(() => {
    throw new Offline()
  })
  if (!response.ok) throw new Problem(body as ConstructorParameters<typeof Problem>[0])
  return body
}

export async function call<I extends z.ZodType, O extends z.ZodType>(
  e: Endpoint<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  if (e.method === 'GET') return e.output.parse(await send(addressOf(e, input as never), { method: 'GET' }))
  const { path, rest } = fillPath(e.path, input as object)
  const headers = { 'content-type': 'application/json' }
  return e.output.parse(await send(path, { method: e.method, headers, body: JSON.stringify(rest) }))
}

/** Sends one file to an endpoint with `upload`. */
export async function upload<I extends z.ZodType, O extends z.ZodType>(
  e: Endpoint<I, O>,
  input: Record<string, unknown>,
  file: File,
): Promise<z.output<O>> {
  const body = new FormData()
  body.set('file', file)
  const { path, rest } = fillPath(e.path, input)
  const query = new URLSearchParams(rest as Record<string, string>)
  return e.output.parse(await send(query.size > 0 ? `${path}?${query}` : path, { method: e.method, body }))
}

export const read = <I extends z.ZodType, O extends z.ZodType>(e: Endpoint<I, O>, input: z.input<I>) =>
  queryOptions({ queryKey: [e.name, input], queryFn: () => call(e, input) })

export const write = <I extends z.ZodType, O extends z.ZodType>(e: Endpoint<I, O>) => ({
  mutationFn: (input: z.input<I>) => call(e, input),
})

/** After any write, whatever is on screen is fetched again: no list of keys to keep in step. */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: { queries: { retry: (count, error) => error instanceof Offline && count < 3, staleTime: 5_000 } },
  mutationCache: new MutationCache({ onSuccess: () => queryClient.invalidateQueries() }),
})
