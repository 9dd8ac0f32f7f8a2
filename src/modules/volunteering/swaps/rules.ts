import type { SwapState } from './contract.ts'

export type SwapRefusal =
  | 'notYourPlace'
  | 'swapWithYourself'
  | 'notTheirPlace'
  | 'swapOpenAlready'
  | 'shiftStarted'
  | 'swapOver'
  | 'swapNotAgreed'

type Place = { personId: string; state: string; startsAt: Date }

export function askRefusal(
  mine: Place,
  theirs: Place | null,
  { me, other, open, now }: { me: string; other: string; open: boolean; now: Date },
): SwapRefusal | null {
  if (mine.personId !== me || mine.state !== 'confirmed') return 'notYourPlace'
  if (other === me) return 'swapWithYourself'
  if (theirs && (theirs.personId !== other || theirs.state !== 'confirmed')) return 'notTheirPlace'
  if (mine.startsAt <= now || (theirs && theirs.startsAt <= now)) return 'shiftStarted'
  return open ? 'swapOpenAlready' : null
}

/** What may become of a swap from here. */
export function stepRefusal(state: SwapState, step: 'answer' | 'decide' | 'withdraw'): SwapRefusal | null {
  if (step === 'decide') return state === 'agreed' ? null : state === 'asked' ? 'swapNotAgreed' : 'swapOver'
  if (step === 'answer') return state === 'asked' ? null : 'swapOver'
  return state === 'asked' || state === 'agreed' ? null : 'swapOver'
}
