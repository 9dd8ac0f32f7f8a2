import { useWords } from '../../../../platform/i18n.ts'
import { useDates } from '../../../../web/moment.tsx'
import type { HoursEntry } from '../contract.ts'
import { entryStateWords, hoursWords, originWords } from '../messages.ts'

/** Where minutes come from, in words: the times at the door, or the reason and who agreed. */
export function Origin({ entry }: { entry: HoursEntry }) {
  const say = useWords()
  const dates = useDates()
  const parts = [say(originWords[entry.origin])]
  if (entry.inAt && entry.outAt)
    parts.push(say(hoursWords.from, { from: dates.time(entry.inAt), to: dates.time(entry.outAt) }))
  if (entry.reason) parts.push(entry.reason)
  if (entry.state !== 'approved') parts.push(say(entryStateWords[entry.state]))
  if (entry.decision) parts.push(entry.decision)
  if (entry.decidedBy)
    parts.push(say(entry.state === 'approved' ? hoursWords.agreedBy : hoursWords.decidedBy, { name: entry.decidedBy }))
  return <>{parts.join(' · ')}</>
}
