import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { ButtonLink } from '../../../web/link.tsx'
import { Page, Section } from '../../../web/page.tsx'
import { Empty } from '../../../web/states.tsx'
import { ActivityLine } from '../../activities/pages/activity-line.tsx'
import { myLearning } from '../contract.ts'
import { learningWords as words } from '../messages.ts'

/** What is mine to do. */
export function LearningPage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(myLearning, {}))
  return (
    <Page title={say(words.learning)} about={say(words.about)}>
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
    </Page>
  )
}
