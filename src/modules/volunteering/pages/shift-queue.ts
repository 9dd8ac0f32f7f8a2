import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { call, Offline, Problem } from '../../../platform/web.tsx'
import { cancelSignup, confirmSignup, signUp } from '../signing/contract.ts'

/** What was tapped, kept on the device until the server has answered. */
export type Tap = { shiftId: string; at: string } & (
  | { kind: 'signUp'; roleId: string }
  | { kind: 'cancel' | 'confirm'; signupId: string }
)
type State = { waiting: readonly Tap[]; offline: boolean; refused: Readonly<Record<string, string>> }

const key = 'linli.shifts'
const pauses = [2_000, 5_000, 15_000, 30_000]

const stored = (): Tap[] => {
  const text = typeof localStorage === 'undefined' ? null : localStorage.getItem(key)
  return text ? (JSON.parse(text) as Tap[]) : []
}

let state: State = { waiting: stored(), offline: false, refused: {} }
const listeners = new Set<() => void>()
let busy = false
// What is left from before may have reached the server already.
let failures = state.waiting.length > 0 ? 1 : 0
let timer: ReturnType<typeof setTimeout> | undefined

function set(next: Partial<State>): void {
  state = { ...state, ...next }
  if (state.waiting.length === 0) localStorage.removeItem(key)
  else localStorage.setItem(key, JSON.stringify(state.waiting))
  for (const tell of listeners) tell()
}

const ask = (tap: Tap): Promise<unknown> => {
  if (tap.kind === 'signUp') return call(signUp, { shiftId: tap.shiftId, roleId: tap.roleId })
  return call(tap.kind === 'cancel' ? cancelSignup : confirmSignup, { signupId: tap.signupId })
}

/** An answer that got lost on the way is asked for again; the server then says that it is done already. */
const doneBefore = ['alreadySignedUp', 'signupOver', 'notOffered']

/** One after the other, in the order of the taps. What the server refuses is shown at its shift; what did not reach it waits. */
async function send(answered: () => void): Promise<void> {
  if (busy) return
  busy = true
  clearTimeout(timer)
  try {
    for (let tap = state.waiting[0]; tap; tap = state.waiting[0]) {
      const problem = await ask(tap).then(
        () => null,
        (error: unknown) => error,
      )
      if (problem instanceof Offline) {
        set({ offline: true })
        timer = setTimeout(() => void send(answered), pauses[Math.min(failures, pauses.length - 1)])
        failures += 1
        return
      }
      const retried = failures > 0 && problem instanceof Problem && doneBefore.includes(problem.reason)
      failures = 0
      const said = problem instanceof Error && !retried ? { [tap.shiftId]: problem.message } : {}
      set({ waiting: state.waiting.slice(1), offline: false, refused: { ...state.refused, ...said } })
      answered()
    }
  } finally {
    busy = false
  }
}

/** The taps of this device about shifts: shown at once, sent in order, none lost when the page closes or the network goes. */
export function useShiftQueue() {
  const client = useQueryClient()
  const { waiting, offline, refused } = useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => void listeners.delete(tell)
    },
    () => state,
  )
  useEffect(() => {
    const go = () => void send(() => void client.invalidateQueries())
    go()
    window.addEventListener('online', go)
    return () => window.removeEventListener('online', go)
  }, [client])
  return {
    offline,
    tapOf: (shiftId: string): Tap | undefined => waiting.findLast((tap) => tap.shiftId === shiftId),
    refusedOf: (shiftId: string): string | undefined => refused[shiftId],
    tap: (tap: WithoutTime): void => {
      const { [tap.shiftId]: _, ...rest } = state.refused
      set({ waiting: [...state.waiting, { ...tap, at: new Date().toISOString() } as Tap], refused: rest })
      void send(() => void client.invalidateQueries())
    },
    /** What was done outside the queue: the page shows it. */
    answered: (): void => void client.invalidateQueries(),
    refuse: (shiftId: string, error: unknown): void =>
      set({ refused: { ...state.refused, [shiftId]: error instanceof Error ? error.message : String(error) } }),
  }
}
type WithoutTime = Tap extends infer T ? (T extends Tap ? Omit<T, 'at'> : never) : never
