import { Text } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { State } from '../../../../web/page.tsx'
import { FigureDoor } from '../../../indicators/pages/figure.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import type { ObjectiveRow } from '../contract.ts'
import { senseWords, stateWords, objectiveWords as words } from '../messages.ts'
import './objectives.css'

/** Said in words, drawn as well: where it stands, and where it should by today. */
export function ObjectiveLine({ objective, withPart = true }: { objective: ObjectiveRow; withPart?: boolean }) {
  const { id, title, organization, holder } = objective
  return (
    <li className="objective">
      <div className="objective-head">
        <PageLink to={`/objectives/${id}` as '/'}>{title}</PageLink>
        <StateOf objective={objective} />
      </div>
      <Text size="sm" c="dimmed">
        {[withPart && organization.name, holder.name].filter(Boolean).join(' · ')}
      </Text>
      <Progress objective={objective} />
      <Numbers objective={objective} />
    </li>
  )
}

export function StateOf({ objective: { state, since } }: { objective: ObjectiveRow }) {
  const say = useWords()
  const dates = useDates()
  const troubled = state === 'late' || state === 'atRisk'
  return (
    <span className="objective-state">
      <State tone={state === 'met' ? 'do' : state === 'late' ? 'late' : troubled ? 'soon' : undefined}>
        {say(stateWords[state])}
      </State>
      {troubled && (
        <Text span size="sm" c="dimmed">
          {say(words.since, { day: dates.day(since, { relative: false }) })}
        </Text>
      )}
    </span>
  )
}

function Progress({ objective: { figure, confirmed, indicatorId, target, expected } }: { objective: ObjectiveRow }) {
  const value = indicatorId ? (figure?.value ?? 0) : confirmed
  const most = Math.max(target.value, value, 1e-9)
  return (
    <div className="objective-bar" aria-hidden="true">
      <div className="objective-done" style={{ width: `${(100 * value) / most}%` }} />
      <div className="objective-expected" style={{ insetInlineStart: `${(100 * expected.value) / most}%` }} />
    </div>
  )
}

export function Numbers({ objective }: { objective: ObjectiveRow }) {
  const say = useWords()
  const said = useSaid()
  const { sense, target, expected, projection } = objective
  return (
    <dl className="objective-numbers">
      <div>
        <dt>{say(words.soFar)}</dt>
        <dd>
          <Value objective={objective} />
        </dd>
      </div>
      <div>
        <dt>{say(words.target)}</dt>
        <dd>{say(words.goal, { sense: say(senseWords[sense]), target: said(target.inWords) })}</dd>
      </div>
      <div>
        <dt>{say(words.expected)}</dt>
        <dd>{said(expected.inWords)}</dd>
      </div>
      <div>
        <dt>{say(words.projected)}</dt>
        <dd>
          {projection
            ? say(words.projection, { value: said(projection.inWords), basis: say(words[projection.basis]) })
            : say(words.tooEarly)}
        </dd>
      </div>
    </dl>
  )
}

function Value({ objective: { figure, confirmed, indicatorId } }: { objective: ObjectiveRow }) {
  const say = useWords()
  const said = useSaid()
  if (!indicatorId) return say(words.pieces, { count: confirmed })
  if (!figure || figure.value === null) return say(words.nothingYet)
  return <FigureDoor question={figure.question}>{said(figure.inWords)}</FigureDoor>
}
