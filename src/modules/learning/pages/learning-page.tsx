import { Group, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { ButtonLink, PageLink } from '../../../web/link.tsx'
import { useHas } from '../../../web/me.ts'
import { useDates } from '../../../web/moment.tsx'
import { Page, Section, State } from '../../../web/page.tsx'
import { Empty, Part } from '../../../web/states.tsx'
import { ActivityLine } from '../../activities/pages/activity-line.tsx'
import { bankWords } from '../bank/messages.ts'
import { contestWords } from '../contests/messages.ts'
import { type MyLearning, myLearning } from '../contract.ts'
import { courseWords } from '../courses/messages.ts'
import { MyCourses } from '../courses/pages/my-courses.tsx'
import { learningWords as words } from '../messages.ts'
import { listStudyPlans } from '../plans/contract.ts'
import { planWords } from '../plans/messages.ts'
import { PlanLine } from '../plans/pages/plans-page.tsx'
import { quizWords } from '../quizzes/messages.ts'
import { recordWords } from '../record/messages.ts'
import { sessionWords } from '../sessions/messages.ts'

/** What is mine to do. */
export function LearningPage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(myLearning, {}))
  return (
    <Page
      title={say(words.learning)}
      about={say(words.about)}
      actions={
        <ButtonLink variant="default" to={'/learning/record' as '/'}>
          {say(recordWords.title)}
        </ButtonLink>
      }
    >
      <Part>
        <MyCourses />
      </Part>
      {data.toMakeUp.length > 0 && <ToMakeUp sessions={data.toMakeUp} />}
      <Section title={say(words.sessions)}>
        {data.sessions.length === 0 ? (
          <Empty action={<ButtonLink to={'/calendar' as '/'}>{say(words.toCalendar)}</ButtonLink>}>
            {say(words.noSessions)}
          </Empty>
        ) : (
          <ul className="sheet lines">
            {data.sessions.map((activity) => (
              <li key={activity.id}>
                <ActivityLine activity={activity} day />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Part>
        <Plans />
      </Part>
      <Rooms />
    </Page>
  )
}

/** The other rooms of this place. */
function Rooms() {
  const say = useWords()
  const keeps = useHas('keepQuestions')
  const leads = useHas('seePeople')
  return (
    <Section title={say(words.knowledge)}>
      <Group gap="xs">
        {leads && (
          <ButtonLink variant="default" to={'/learning/courses' as '/'}>
            {say(courseWords.courses)}
          </ButtonLink>
        )}
        <ButtonLink variant="default" to={'/learning/quizzes' as '/'}>
          {say(quizWords.quizzes)}
        </ButtonLink>
        <ButtonLink variant="default" to={'/learning/contests' as '/'}>
          {say(contestWords.contests)}
        </ButtonLink>
        {keeps && (
          <ButtonLink variant="default" to={'/learning/questions' as '/'}>
            {say(bankWords.questions)}
          </ButtonLink>
        )}
      </Group>
    </Section>
  )
}

/** This year's plans of the groups that I know of, and for leaders the way to begin one. */
function Plans() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(listStudyPlans, {}))
  if (data.plans.length === 0 && data.without.length === 0) return null
  return (
    <Section
      title={say(planWords.plans)}
      actions={<PageLink to={'/learning/plans' as '/'}>{say(words.allPlans)}</PageLink>}
    >
      {data.plans.length === 0 ? (
        <p className="sheet quiet">{say(planWords.noPlans, { year: String(data.year) })}</p>
      ) : (
        <ul className="sheet lines plan-lines">
          {data.plans.map((plan) => (
            <PlanLine key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What I missed, with what is left to read and until when. */
function ToMakeUp({ sessions }: { sessions: MyLearning['toMakeUp'] }) {
  const say = useWords()
  const dates = useDates()
  return (
    <Section title={say(sessionWords.toMakeUp)}>
      <ul className="sheet lines">
        {sessions.map(({ activityId, title, topic, startsAt, until, read: done, materials, quiz }) => (
          <li key={activityId} className="line-with-action">
            <div>
              <PageLink to={'/activities/$activityId/study' as '/'} params={{ activityId } as never}>
                {topic ?? title}
              </PageLink>
              <Text size="sm" c="dimmed" component="div">
                {[
                  dates.dayAt(startsAt, { weekday: true }),
                  materials > 0 && say(sessionWords.makeUpLeft, { read: done, materials }),
                  quiz && say(sessionWords.quizToPass),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <State tone="soon">{say(sessionWords.untilDay, { until: dates.dayAt(until) })}</State>
          </li>
        ))}
      </ul>
    </Section>
  )
}
