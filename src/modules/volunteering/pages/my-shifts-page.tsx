import './shifts.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { ButtonLink, PageLink } from '../../../web/link.tsx'
import { useMe } from '../../../web/me.ts'
import { Page, Section } from '../../../web/page.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import type { Shift } from '../contract.ts'
import { mySignups } from '../signing/contract.ts'
import { awaitsAnswer } from '../signing/rules.ts'
import { Answers } from './answers-part.tsx'
import { shiftWords } from './messages.ts'
import { ShiftCard } from './shift-card.tsx'
import { useShiftQueue } from './shift-queue.ts'
import { MapLink } from './shift-when.tsx'

/** What stands in my diary: offers that wait for my answer first. */
export function MyShiftsPage() {
  const say = useWords()
  // Also with nothing in the list: what was tapped elsewhere without a network goes out from here.
  const queue = useShiftQueue()
  const me = useMe()
  const { data: ahead } = useSuspenseQuery(read(mySignups, {}))
  const sure = ahead.filter(({ mine }) => mine?.state === 'confirmed')
  const unsure = ahead
    .filter(({ mine }) => mine?.state !== 'confirmed')
    .toSorted((a, b) => Number(awaitsAnswer(b.mine?.state)) - Number(awaitsAnswer(a.mine?.state)))
  return (
    <Page
      title={say(shiftWords.mine)}
      about={say(shiftWords.mineAbout)}
      back={<PageLink to={'/shifts' as '/'}>{say(shiftWords.shifts)}</PageLink>}
    >
      {me && (
        <Part>
          <Answers me={me.personId} />
        </Part>
      )}
      {ahead.length === 0 && (
        <Empty action={<ButtonLink to={'/shifts' as '/'}>{say(shiftWords.findShift)}</ButtonLink>}>
          {say(shiftWords.nothingMine)}
        </Empty>
      )}
      {unsure.length > 0 && <Shifts title={say(shiftWords.waitingAndOffers)} shifts={unsure} queue={queue} />}
      {sure.length > 0 && <Shifts title={say(shiftWords.upcoming)} shifts={sure} queue={queue} />}
      <Part>
        <Past queue={queue} />
      </Part>
    </Page>
  )
}

type Queue = ReturnType<typeof useShiftQueue>

function Past({ queue }: { queue: Queue }) {
  const say = useWords()
  const { data: past } = useSuspenseQuery(read(mySignups, { past: 'true' }))
  return past.length > 0 ? <Shifts title={say(shiftWords.past)} shifts={past} queue={queue} /> : null
}

function Shifts({ title, shifts, queue }: { title: string; shifts: readonly Shift[]; queue: Queue }) {
  return (
    <Section title={title}>
      <ul className="sheet shift-list" aria-label={title}>
        {shifts.map((shift) => (
          <ShiftCard key={shift.id} shift={shift} queue={queue} roles={false}>
            <MapLink shift={shift} />
          </ShiftCard>
        ))}
      </ul>
    </Section>
  )
}
