import { Button, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, Sheet, State } from '../../../../web/page.tsx'
import { getSession, type MakingUp, type Session } from '../contract.ts'
import { sessionWords as words } from '../messages.ts'
import { Materials } from './materials.tsx'
import { Minutes } from './minutes.tsx'
import { PlanForm } from './plan-form.tsx'
import { Points } from './points.tsx'
import './sessions.css'

/** What a study session is about: who speaks, what is read, what was said; for whoever missed it, how to make it up. */
export function SessionPage() {
  const say = useWords()
  const dates = useDates()
  const { activityId } = useParams({ strict: false }) as { activityId: string }
  const { data: session } = useSuspenseQuery(read(getSession, { activityId }))
  const [planning, setPlanning] = useState(false)
  return (
    <Page
      title={say(words.title)}
      about={[
        session.title,
        !session.title.includes(session.topic ?? '') && session.topic,
        dates.span(session.startsAt, session.endsAt, { weekday: true }),
      ]
        .filter(Boolean)
        .join(' · ')}
      back={
        <PageLink to={'/activities/$activityId' as '/'} params={{ activityId } as never}>
          {say(words.backTo)}
        </PageLink>
      }
      actions={
        session.may.plan &&
        !planning && (
          <Button variant="default" onClick={() => setPlanning(true)}>
            {say(words.plan)}
          </Button>
        )
      }
    >
      {session.makingUp && <MakeUp makingUp={session.makingUp} quiz={session.quiz} />}
      {planning ? <PlanForm session={session} done={() => setPlanning(false)} /> : <Planned session={session} />}
      <Materials session={session} />
      <Minutes session={session} />
      {session.absent.length > 0 && <Absent absent={session.absent} />}
    </Page>
  )
}

function MakeUp({
  makingUp: { materials, read: done, passed, until, over, madeUpAt },
  quiz,
}: {
  makingUp: MakingUp
  quiz: Session['quiz']
}) {
  const say = useWords()
  const dates = useDates()
  return (
    <Section title={say(words.makeUp)}>
      <Sheet>
        {madeUpAt ? (
          say(words.madeUpOn, { when: dates.dayAt(madeUpAt) })
        ) : over ? (
          say(words.makeUpOver, { until: dates.dayAt(until) })
        ) : (
          <>
            {say(words.makeUpAbout, { until: dates.moment(until) })}{' '}
            <State tone="soon">{say(words.makeUpLeft, { read: done, materials })}</State>
            {quiz && passed === false && (
              <div>
                {say(words.quizLeft)}{' '}
                <PageLink to={'/learning/quizzes/$quizId' as '/'} params={{ quizId: quiz.id } as never}>
                  {quiz.name}
                </PageLink>
              </div>
            )}
          </>
        )}
      </Sheet>
    </Section>
  )
}

function Planned({ session: { lecturer, agenda, noteTaker } }: { session: Session }) {
  const say = useWords()
  if (!lecturer && agenda.length === 0 && !noteTaker) return <p className="sheet quiet">{say(words.nothingPlanned)}</p>
  return (
    <dl className="sheet sheet-pad facts">
      {lecturer && (
        <div>
          <dt>{say(words.lecturer)}</dt>
          <dd>{lecturer}</dd>
        </div>
      )}
      {agenda.length > 0 && (
        <div>
          <dt>{say(words.agenda)}</dt>
          <dd>
            <Points of={agenda} />
          </dd>
        </div>
      )}
      {noteTaker && (
        <div>
          <dt>{say(words.noteTaker)}</dt>
          <dd>{noteTaker.name}</dd>
        </div>
      )}
    </dl>
  )
}

function Absent({ absent }: { absent: Session['absent'] }) {
  const say = useWords()
  const dates = useDates()
  return (
    <Section title={say(words.absent)}>
      <ul className="sheet lines">
        {absent.map(({ id, name, madeUpAt }) => (
          <li key={id} className="line-with-action">
            <span>{name}</span>
            {madeUpAt ? (
              <State tone="do">{say(words.madeUp, { when: dates.dayAt(madeUpAt) })}</State>
            ) : (
              <Text span size="sm" c="dimmed">
                {say(words.notMadeUp)}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
