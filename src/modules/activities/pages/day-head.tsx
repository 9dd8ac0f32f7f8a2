import './calendar.css'
import { useWords } from '../../../platform/i18n.ts'
import { calendarWords } from './messages.ts'

export type SpecialDay = { date: string; name: string; works: boolean }

/** What the working calendar says of a day: off or worked, with its name. Never by colour alone. */
export function DayMark({ special }: { special: SpecialDay | undefined }) {
  const say = useWords()
  if (!special) return null
  const { name, works } = special
  return (
    <span
      className={works ? 'day-mark day-works' : 'day-mark day-off'}
      title={say(works ? calendarWords.makeupDay : calendarWords.offDay, { name })}
    >
      <span>{say(works ? calendarWords.works : calendarWords.off)}</span> <span className="day-name">{name}</span>
    </span>
  )
}
