import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { State } from '../../../../web/page.tsx'
import { Door } from '../../../../web/panel.tsx'
import { messages as figureWords } from '../../../indicators/messages.ts'
import { FigureDoor } from '../../../indicators/pages/figure.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { memberStateWords } from '../../../learning/courses/messages.ts'
import { seatWords } from '../../messages.ts'
import { objectiveWords, stateWords } from '../../objectives/messages.ts'
import type { DossierContent } from '../contract.ts'
import { dossierWords as words } from '../messages.ts'

/** One record: a link, what it is, and how it stands. */
function Line({
  to,
  title,
  state,
  children,
}: {
  to: string | null
  title: string
  state?: ReactNode
  children: ReactNode
}) {
  return (
    <li>
      <div className="dossier-head">
        {to ? <PageLink to={to as '/'}>{title}</PageLink> : <Text>{title}</Text>}
        {state}
      </div>
      <Text size="sm" c="dimmed" component="div">
        {children}
      </Text>
    </li>
  )
}

function Lines({ children }: { children: ReactNode[] }) {
  return children.length === 0 ? null : <ul className="sheet lines">{children}</ul>
}

export function Duties({ duties }: { duties: DossierContent['duties'] }) {
  const say = useWords()
  const dates = useDates()
  const day = (date: string) => dates.day(date, { relative: false })
  return (
    <Lines>
      {duties.map(({ id, name, organization, seat, fromDate, toDate, days }) => (
        <Line
          key={`${id} ${seat} ${fromDate}`}
          to={`/duties/${id}`}
          title={name}
          state={<State>{say(seatWords[seat])}</State>}
        >
          {organization} · {say(words.spanOf, { from: day(fromDate), to: toDate ? day(toDate) : say(words.now) })} ·{' '}
          {say(words.daysOf, { n: days })}
        </Line>
      ))}
    </Lines>
  )
}

type Objective = DossierContent['objectives'][number]

export function Objectives({
  objectives,
  open,
}: {
  objectives: readonly Objective[]
  /** Of a closed one: what was counted then. Null: the number of today opens. */
  open: ((objectiveId: string) => void) | null
}) {
  const say = useWords()
  const said = useSaid()
  const dates = useDates()
  return (
    <Lines>
      {objectives.map((objective) => {
        const { id, title, organization, state, target, handedOverOn } = objective
        const tone = state === 'met' ? 'do' : state === 'late' ? 'late' : state === 'atRisk' ? 'soon' : undefined
        return (
          <Line
            key={id}
            to={`/objectives/${id}`}
            title={title}
            state={<State tone={tone}>{say(stateWords[state])}</State>}
          >
            {organization} · {say(words.target)} {said(target)} · {say(words.reached)}{' '}
            <Reached objective={objective} open={open && (() => open(id))} />
            {handedOverOn && ` · ${say(words.handedOver, { day: dates.day(handedOverOn, { relative: false }) })}`}
          </Line>
        )
      })}
    </Lines>
  )
}

function Reached({ objective: { figure, confirmed }, open }: { objective: Objective; open: (() => void) | null }) {
  const say = useWords()
  const said = useSaid()
  if (!figure) return say(objectiveWords.pieces, { count: confirmed })
  if (open)
    return (
      <Door label={say(figureWords.showRecords)} onOpen={open}>
        {said(figure.inWords)}
      </Door>
    )
  return <FigureDoor question={figure.question}>{said(figure.inWords)}</FigureDoor>
}

export function Findings({ findings }: { findings: DossierContent['findings'] }) {
  const say = useWords()
  const dates = useDates()
  const day = (date: string) => dates.day(date, { relative: false })
  return (
    <Lines>
      {findings.map(({ id, words: text, organization, raisedOn, closedOn, actions }) => (
        <Line
          key={id}
          to={`/findings/${id}`}
          title={text}
          state={
            <State tone={closedOn ? 'do' : 'soon'}>
              {closedOn ? say(words.closedThen, { day: day(closedOn) }) : say(words.stillOpen)}
            </State>
          }
        >
          {[organization, day(raisedOn), ...actions.map(({ what }) => what)].join(' · ')}
        </Line>
      ))}
    </Lines>
  )
}

/** Its page is the learner's own. */
export function Courses({ courses, own }: { courses: DossierContent['training']['courses']; own: boolean }) {
  const say = useWords()
  const dates = useDates()
  const day = (date: string) => dates.day(date, { relative: false })
  return (
    <Lines>
      {courses.map(({ courseId, name, organizationName, dueOn, doneOn, state }) => (
        <Line
          key={`${courseId} ${dueOn}`}
          to={own ? `/learning/mine/${courseId}` : null}
          title={name}
          state={
            <State tone={state === 'done' ? 'do' : state === 'late' ? 'late' : undefined}>
              {say(memberStateWords[state])}
            </State>
          }
        >
          {organizationName} · {say(words.due)} {day(dueOn)}
          {doneOn && ` · ${say(words.doneOn)} ${day(doneOn)}`}
        </Line>
      ))}
    </Lines>
  )
}
