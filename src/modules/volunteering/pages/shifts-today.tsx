import './shifts.css'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { Section } from '../../../web/page.tsx'
import { mySignups, shiftsForMe } from '../signing/contract.ts'
import { awaitsAnswer } from '../signing/rules.ts'
import { shiftWords } from './messages.ts'
import { ShiftCard } from './shift-card.tsx'
import { useShiftQueue } from './shift-queue.ts'
import { MapLink } from './shift-when.tsx'

/** For the start page of whoever volunteers: where I am expected next, and what I could take with one more tap. */
export function ShiftsToday() {
  const say = useWords()
  const queue = useShiftQueue()
  const { data: mine } = useQuery(read(mySignups, {}))
  const { data: open } = useQuery(read(shiftsForMe, { limit: 3 }))
  if (!mine || !open) return null
  const asking = mine.filter((shift) => awaitsAnswer(shift.mine?.state))
  const next = mine.find((shift) => shift.mine?.state === 'confirmed')
  const takeable = open.shifts.filter((shift) => !shift.mine)
  return (
    <div className="day-board">
      <Section title={say(shiftWords.next)}>
        {asking.length === 0 && !next && (
          <p className="sheet quiet">
            {say(shiftWords.nextNone)} <PageLink to={'/shifts' as '/'}>{say(shiftWords.findShift)}</PageLink>
          </p>
        )}
        {(asking.length > 0 || next) && (
          <ul className="sheet shift-list">
            {asking.map((shift) => (
              <ShiftCard key={shift.id} shift={shift} queue={queue} roles={false} />
            ))}
            {next && (
              <ShiftCard shift={next} queue={queue} roles={false}>
                <div className="shift-aids">
                  <MapLink shift={next} />{' '}
                  <PageLink className="shift-map" to={'/my-code' as '/'}>
                    {say(shiftWords.myCode)}
                  </PageLink>
                </div>
              </ShiftCard>
            )}
          </ul>
        )}
        <Text size="sm" mt="xs">
          <PageLink to={'/shifts/mine' as '/'}>{say(shiftWords.mine)}</PageLink>
        </Text>
      </Section>
      <Section title={say(shiftWords.near)}>
        {takeable.length > 0 ? (
          <ul className="sheet shift-list">
            {takeable.map((shift) => (
              <ShiftCard key={shift.id} shift={shift} refusals={shift.refusals} queue={queue} />
            ))}
          </ul>
        ) : (
          <p className="sheet quiet">{say(shiftWords.nothingForMe)}</p>
        )}
        <Text size="sm" mt="xs">
          <PageLink to={'/shifts' as '/'}>{say(shiftWords.forMe)}</PageLink>
        </Text>
      </Section>
    </div>
  )
}
