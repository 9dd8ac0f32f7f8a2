import { useWords } from '../platform/i18n.ts'
import { ButtonLink } from './link.tsx'
import { messages } from './messages.ts'
import { useDates } from './moment.tsx'

/** The year that is shown, with the one before it and, as far as there is one, the one after: `?year=` of the same page. */
export function Years({ year }: { year: number }) {
  const say = useWords()
  const dates = useDates()
  const toward = (to: number) => (
    <ButtonLink to="." search={{ year: to } as never} variant="default" size="compact-md">
      {String(to)}
    </ButtonLink>
  )
  return (
    <nav className="years" aria-label={say(messages.years)}>
      {toward(year - 1)}
      <strong aria-current="page">{String(year)}</strong>
      {year < Number(dates.today().slice(0, 4)) && toward(year + 1)}
    </nav>
  )
}
