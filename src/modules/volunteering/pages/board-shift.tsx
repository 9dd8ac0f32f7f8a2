import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import type { BoardShift } from '../board/contract.ts'
import { boardWords } from './board-messages.ts'
import { type Hand, Slot } from './board-slot.tsx'

/** One shift of the week; once it has begun, also the way to its attendance and hours. */
export function BoardCard({
  shift,
  hand,
  mayOverrule,
  chosen,
  onChoose,
  onPlace,
}: {
  shift: BoardShift
  hand: Hand | null
  mayOverrule: boolean
  chosen: boolean
  onChoose: () => void
  onPlace: (roleId: string) => void
}) {
  const say = useWords()
  const dates = useDates()
  const [now] = useState(() => new Date())
  const began = shift.startsAt <= now
  const when = `${dates.time(shift.startsAt)}–${dates.time(shift.endsAt)}`
  return (
    <article className="board-shift" data-chosen={chosen || undefined}>
      <div className="board-shift-head">
        <div>
          <span className="board-time">{when}</span>{' '}
          <PageLink to={'/activities/$activityId/shifts' as '/'} params={{ activityId: shift.activityId } as never}>
            {shift.title}
          </PageLink>
          {began && (
            <div className="board-attendance">
              <PageLink
                to={'/activities/$activityId/attendance' as '/'}
                params={{ activityId: shift.activityId } as never}
              >
                {say(boardWords.attendance)}
              </PageLink>
            </div>
          )}
        </div>
        <Checkbox
          checked={chosen}
          onChange={onChoose}
          aria-label={say(boardWords.choose, { title: shift.title, when: dates.moment(shift.startsAt) })}
        />
      </div>
      {shift.roles.map((role) => (
        <Slot key={role.id} shift={shift} role={role} hand={hand} mayOverrule={mayOverrule} onPlace={onPlace} />
      ))}
    </article>
  )
}
