import { Button, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, State } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { memberStateWords, courseWords as words } from '../messages.ts'
import { type MyCourse, myCourses, signOff, type ToSign } from '../progress/contract.ts'
import { stateTones } from './overview.tsx'

/** What is required of me, what is next, and until when; and what I am to sign off for others. */
export function MyCourses() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(myCourses, {}))
  return (
    <>
      {data.courses.length > 0 && (
        <Section title={say(words.mine)}>
          <ul className="sheet lines">
            {data.courses.map((course) => (
              <CourseLine key={course.id} course={course} />
            ))}
          </ul>
        </Section>
      )}
      {data.toSign.length > 0 && (
        <Section title={say(words.toSign)}>
          <ul className="sheet lines">
            {data.toSign.map((one) => (
              <SignLine key={`${one.partId} ${one.personId}`} one={one} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function CourseLine({ course: { id: courseId, name, dueOn, state, parts } }: { course: MyCourse }) {
  const say = useWords()
  const dates = useDates()
  const next = parts.find(({ open }) => open)
  const unfinished = state === 'todo' || state === 'late'
  return (
    <li className="line-with-action">
      <div>
        <PageLink to={'/learning/mine/$courseId' as '/'} params={{ courseId } as never}>
          {name}
        </PageLink>
        {unfinished && (
          <Text size="sm" c="dimmed" component="div">
            {[say(words.dueBy, { day: dates.day(dueOn) }), next && say(words.next, { title: next.title })]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
      </div>
      <State tone={stateTones[state]}>{say(memberStateWords[state])}</State>
    </li>
  )
}

function SignLine({ one: { partId, personId, personName, title, courseName } }: { one: ToSign }) {
  const say = useWords()
  const sign = useMutation(write(signOff))
  return (
    <li>
      <div className="line-with-action">
        <div>
          {personName}
          <Text size="sm" c="dimmed" component="div">
            {[title, courseName].join(' · ')}
          </Text>
        </div>
        <Button
          variant="default"
          size="compact-md"
          aria-label={say(words.signOf, { title, name: personName })}
          loading={sign.isPending}
          onClick={() => sign.mutate({ partId, personId })}
        >
          {say(words.sign)}
        </Button>
      </div>
      <Trouble error={sign.error} />
    </li>
  )
}
