import { Button, Group } from '@mantine/core'
import { useWords } from '../../../platform/i18n.ts'
import { useHours } from '../../../web/moment.tsx'
import { State } from '../../../web/page.tsx'
import type { SheetRow } from '../attendance/contract.ts'
import { attendanceWords } from '../attendance/messages.ts'
import { type Mark, marks } from '../attendance/rules.ts'
import { hoursWords } from '../hours/messages.ts'
import { stateWords } from '../messages.ts'
import type { Waiting } from './sheet-queue.ts'

/** One person: four buttons, one of which is pressed; pressing it again takes it back. */
export function SheetLine({
  row,
  fillable,
  hours,
  waiting,
  conflict,
  onCorrect,
  onMark,
  onKeep,
  onMine,
}: {
  row: SheetRow
  fillable: boolean
  hours: boolean
  waiting: boolean
  conflict: Waiting | undefined
  /** given where the reader may ask for a correction of hours */
  onCorrect: (() => void) | undefined
  onMark: (status: Mark | null) => void
  onKeep: () => void
  onMine: (mine: Waiting) => void
}) {
  const say = useWords()
  const written = useHours()
  const came = row.status === 'attended' || row.status === 'late'
  return (
    <li className="sheet-line" data-waiting={waiting || undefined}>
      <div className="sheet-name">
        <span>{row.name}</span>
        {!row.expected && <span className="walk-in">{say(attendanceWords.walkIn)}</span>}
        {row.note && <span className="walk-in">{row.note}</span>}
      </div>
      {fillable ? (
        <fieldset className="marks">
          <legend className="marks-legend">{say(attendanceWords.markFor, { name: row.name })}</legend>
          {marks.map((mark) => (
            <button
              key={mark}
              type="button"
              className={`mark mark-${mark}`}
              aria-pressed={row.status === mark}
              onClick={() => onMark(row.status === mark ? null : mark)}
            >
              {say(stateWords[mark])}
            </button>
          ))}
        </fieldset>
      ) : (
        <State>{row.status ? say(stateWords[row.status]) : say(attendanceWords.expected)}</State>
      )}
      {hours && came && (
        <span className="walk-in">
          {row.minutes === null ? say(attendanceWords.hoursFromDoor) : written(row.minutes)}
          {onCorrect && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={say(hoursWords.correctOf, { name: row.name })}
              onClick={onCorrect}
            >
              {say(hoursWords.correct)}
            </Button>
          )}
        </span>
      )}
      {conflict && (
        <div className="sheet-conflict" role="alert">
          <span>
            {say(attendanceWords.conflict, {
              who: row.recordedBy ?? say(attendanceWords.somebody),
              theirs: row.status ? say(stateWords[row.status]) : say(attendanceWords.cleared),
            })}
          </span>
          <Group gap="xs">
            <Button size="compact-md" variant="default" onClick={onKeep}>
              {say(attendanceWords.keepTheirs)}
            </Button>
            <Button size="compact-md" onClick={() => onMine(conflict)}>
              {say(attendanceWords.useMine, {
                mine: conflict.status ? say(stateWords[conflict.status]) : say(attendanceWords.cleared),
              })}
            </Button>
          </Group>
        </div>
      )}
    </li>
  )
}
