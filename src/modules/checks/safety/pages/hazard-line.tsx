import { Text } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { State } from '../../../../web/page.tsx'
import { gradeWords } from '../../findings/messages.ts'
import type { FoundHazard } from '../contract.ts'
import { checkWords as words } from '../messages.ts'

/** One thing that was not in order, and what became of it. */
export function HazardLine({ hazard }: { hazard: FoundHazard }) {
  const say = useWords()
  const dates = useDates()
  const { findingId, grade, place, closedAt, closedBy, owner, dueOn } = hazard
  const standing = closedAt
    ? say(words.closedOn, { name: closedBy ?? '', day: dates.dayAt(closedAt) })
    : say(words.openUntil, { name: owner ?? '', day: dueOn ? dates.day(dueOn) : '' })
  return (
    <>
      <PageLink to={`/findings/${findingId}` as '/'}>{hazard.words}</PageLink>
      <Text size="sm" c="dimmed" component="div">
        <State tone={closedAt ? undefined : grade === 'danger' ? 'late' : 'soon'}>{say(gradeWords[grade])}</State>{' '}
        {place.name} · {standing}
      </Text>
    </>
  )
}
