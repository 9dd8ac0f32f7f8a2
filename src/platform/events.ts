import type { Context } from './context.ts'

/** Something that happened, by name. What must flow from a module to one on its right-hand side's left is an event. */
export type Event<T> = { event: string; payload?: T }
export type Subscription = { event: string; handle: (context: Context, payload: never) => Promise<void> }

export const event = <T>(name: string): Event<T> => ({ event: name })

/** Handled in the transaction of whoever publishes: if a handler refuses, nothing has happened. */
export const subscribe = <T>(to: Event<T>, handle: (context: Context, payload: T) => Promise<void>): Subscription => ({
  event: to.event,
  handle,
})
