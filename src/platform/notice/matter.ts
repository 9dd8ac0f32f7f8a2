import type { Words } from '../i18n.ts'

/** The ways out of the application. */
export const channels = ['push', 'email'] as const
export type Channel = (typeof channels)[number]

/** What fills the words of a notice: an instant is shown on the tenant's clock, words in the reader's language. */
export type Filling = Record<string, string | number | { at: string } | { words: Words }>

/** Something that people are told, declared by the module that knows of it. */
export type Matter<V extends Filling = Filling> = {
  name: string
  /** What it is, among the choices: 'A shift is cancelled'. */
  words: Words
  /** In the application, for its reader alone. */
  title: Words
  text: Words
  /** What leaves the application, by push and e-mail: no more of anybody than it needs. */
  brief: Words
  /** The ways it takes as long as nobody chose others. */
  channels: readonly Channel[]
  filling?: V
}

export const matter = <V extends Filling>(declared: Matter<V>): Matter<V> => declared

/** Something that other programs may be told through a webhook. */
export type HookEvent<D extends object = object> = { event: string; words: Words; data?: D }

export const hookEvent = <D extends object>(declared: HookEvent<D>): HookEvent<D> => declared

const matters = new Map<string, Matter>()
const events = new Map<string, HookEvent>()

/** Called once by whoever wires the modules: notices know what is told by name, and no module that tells it. */
export function declareMatters(all: readonly Matter[]): void {
  for (const one of all) matters.set(one.name, one)
}
export const matterNamed = (name: string): Matter | undefined => matters.get(name)
export const declaredMatters = (): Matter[] => [...matters.values()]

export function declareHookEvents(all: readonly HookEvent[]): void {
  for (const one of all) events.set(one.event, one)
}
export const declaredHookEvents = (): HookEvent[] => [...events.values()]
