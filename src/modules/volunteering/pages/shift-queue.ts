import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { call, Problem } from '../../../platform/web.tsx'
import { useOutbox } from '../../../web/outbox/use-outbox.ts'
import { cancelSignup, confirmSignup, signUp } from '../signing/contract.ts'

/** What was tapped about a shift, kept on the device until the server has answered. */
export type Tap = { shiftId: string; at: number } & (
  | { kind: 'signUp'; roleId: string }
  | { kind: 'cancel' | 'confirm'; signupId: string }
)
type WithoutTime = Tap extends infer T ? (T extends Tap ? Omit<T, 'at'> : never) : never

const ask = (tap: Tap): Promise<unknown> => {
  if (tap.kind === 'signUp') return call(signUp, { shiftId: tap.shiftId, roleId: tap.roleId })
  return call(tap.kind === 'cancel' ? cancelSignup : confirmSignup, { signupId: tap.signupId })
}

/** An answer that got lost on the way is asked for again; the server then says that it is done already. */
const doneBefore = ['alreadySignedUp', 'signupOver', 'notOffered']
const asked = new Set<number>()

async function carry(tap: Tap): Promise<void> {
  // What is left from before this page was opened may have reached the server already.
  const again = asked.has(tap.at) || tap.at < performance.timeOrigin
  asked.add(tap.at)
  try {
    await ask(tap)
  } catch (problem) {
    if (!(again && problem instanceof Problem && doneBefore.includes(problem.reason))) throw problem
  }
}

/** What the server refused, by shift; it is shown there until the next tap, on whatever page that is. */
let refused: Readonly<Record<string, string>> = {}
const listeners = new Set<() => void>()
const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
function refuse(shiftId: string, reason: string | null): void {
  const { [shiftId]: _, ...rest } = refused
  refused = reason === null ? rest : { ...rest, [shiftId]: reason }
  for (const tell of listeners) tell()
}

/** The taps of this device about shifts: shown at once, sent in order, none lost when the page closes or the network goes. */
export function useShiftQueue() {
  const client = useQueryClient()
  const answered = (): void => void client.invalidateQueries()
  const refusals = useSyncExternalStore(listen, () => refused)
  const box = useOutbox<Tap>({
    box: 'shifts',
    take: 1,
    carry: async (letters) => {
      for (const { content } of letters) await carry(content)
    },
    onSent: answered,
    onRefused: (problem, letters) => {
      for (const { key } of letters) refuse(key, problem.message)
      void box.withdraw(letters.map(({ key }) => key)).then(answered)
    },
  })
  return {
    offline: box.offline,
    tapOf: (shiftId: string): Tap | undefined => box.waiting[shiftId],
    refusedOf: (shiftId: string): string | undefined => refusals[shiftId],
    /** Places go to whoever comes first: it is sent as soon as it is kept. */
    tap: (tap: WithoutTime): void => {
      refuse(tap.shiftId, null)
      void box.post({ [tap.shiftId]: { ...tap, at: Date.now() } as Tap }).finally(box.flush)
    },
    /** What was done outside the queue: the page shows it. */
    answered,
    refuse: (shiftId: string, error: unknown): void =>
      refuse(shiftId, error instanceof Error ? error.message : String(error)),
  }
}
