import type { Action, Context } from '../platform/context.ts'
import { type Platform, perform } from '../platform/perform.ts'
import { tenants } from './cast.ts'

/** Somebody of the demo who does things as requests do them: a transaction each, with its entry in the audit log. */
export type Actor = <I, O>(action: Action<I, O>, input: I, at?: Date) => Promise<O>

export const actor =
  (platform: Platform, personId: string, now: Date): Actor =>
  (action, input, at = now) =>
    perform(
      platform,
      { name: action.name, tenantId: tenants.willow.id, personId, now: at, detail: { input: {} } },
      (context: Context) => action(context, input),
    )

/** The same numbers each time: the demo is the same neighbourhood on every machine. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
