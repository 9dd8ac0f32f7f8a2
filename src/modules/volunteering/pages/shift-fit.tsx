import { Text } from '@mantine/core'
import { useWords } from '../../../platform/i18n.ts'
import type { Fit } from '../signing/contract.ts'
import { shiftWords } from './messages.ts'

/** How far it is, and why it stands where it stands in the list. */
export function ShiftFit({ fit }: { fit: Fit }) {
  const say = useWords()
  const { metres, wishedPlace, wishedTime, canCome } = fit
  const reasons = [
    metres !== null && distance(metres),
    wishedPlace && say(shiftWords.wishedPlace),
    wishedTime && say(shiftWords.wishedTime),
    canCome === 'yes' && say(shiftWords.saidYes),
    canCome === 'no' && say(shiftWords.saidNo),
  ].filter((reason) => reason !== false)
  if (reasons.length === 0) return null
  return (
    <Text size="sm" component="div">
      {reasons.join(say(shiftWords.and))}
    </Text>
  )

  function distance(length: number): string {
    if (length < 50) return say(shiftWords.rightThere)
    if (length < 995) return say(shiftWords.metres, { n: Math.round(length / 10) * 10 })
    return say(shiftWords.kilometres, { n: String(Number((length / 1000).toFixed(length < 9950 ? 1 : 0))) })
  }
}
