import { kept } from './kept.ts'

/** One thing that is to be sent: the newest under its key counts. `owner` is who wrote it, and nobody else sends it. */
export type Letter<T = unknown> = { owner: string; box: string; key: string; stamp: number; content: T }

const idOf = ({ owner, box, key }: Omit<Letter, 'stamp' | 'content'>): string => `${owner}/${box}/${key}`
const letters = new Map<string, Letter>()
const listeners = new Set<() => void>()
/** Lists as they were last asked for, until something in them changes. */
let asked = new Map<string, Letter[]>()
let last = 0

/** What was kept when this device was last in use. Without a place to keep things, letters live as long as the page. */
export async function openOutbox(): Promise<void> {
  const all = await kept.all<Letter>('letters').catch(() => [])
  for (const letter of all) letters.set(idOf(letter), letter)
  last = Math.max(0, ...all.map(({ stamp }) => stamp))
}

function changed(): void {
  asked = new Map()
  for (const listener of listeners) listener()
}

export const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** In the order in which they were written. */
export function lettersOf<T>(owner: string, box: string): Letter<T>[] {
  const name = `${owner}/${box}`
  const found =
    asked.get(name) ??
    [...letters.values()].filter((one) => one.owner === owner && one.box === box).sort((a, b) => a.stamp - b.stamp)
  asked.set(name, found)
  return found as Letter<T>[]
}

export const countOf = (owner: string): number => [...letters.values()].filter((one) => one.owner === owner).length

/** Kept on this device first; resolved when it is on its disk. */
export async function post(owner: string, box: string, contents: Record<string, unknown>): Promise<void> {
  const written = Object.entries(contents).map(([key, content]) => {
    last = Math.max(last + 1, Date.now())
    return { owner, box, key, stamp: last, content }
  })
  for (const letter of written) letters.set(idOf(letter), letter)
  changed()
  await Promise.all(written.map((letter) => kept.put('letters', idOf(letter), letter)))
}

/** The server has these, or they are not to be sent after all; what was written anew under the same key stays. */
export async function settle(some: readonly Letter[]): Promise<void> {
  const gone = some.filter((letter) => letters.get(idOf(letter))?.stamp === letter.stamp).map(idOf)
  for (const id of gone) letters.delete(id)
  changed()
  await kept.forget('letters', gone)
}
