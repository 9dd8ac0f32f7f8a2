import { Anchor, Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates, useHours } from '../../../../web/moment.tsx'
import { Page, Section } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { certificateFile, credentialFile } from '../../../credentials/contract.ts'
import { certifyCourse, myRecord, type RecordedCourse, type RecordedYear, recordFile } from '../contract.ts'
import { recordWords as words } from '../messages.ts'

/** What I have learnt over the years; it goes with me on paper and as badges. */
export function RecordPage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(myRecord, {}))
  return (
    <Page
      title={say(words.title)}
      about={say(words.about)}
      back={<PageLink to={'/learning' as '/'}>{say(words.back)}</PageLink>}
      actions={
        <Button component="a" variant="default" href={addressOf(recordFile, {})} target="_blank">
          {say(words.pdf)}
        </Button>
      }
    >
      {data.years.length === 0 && <Empty>{say(words.nothing)}</Empty>}
      {data.years.map((year) => (
        <Year key={year.year} year={year} />
      ))}
    </Page>
  )
}

function Year({ year }: { year: RecordedYear }) {
  const say = useWords()
  const dates = useDates()
  const hours = useHours()
  const { attended, madeUp, minutes, courses, sessions } = year
  return (
    <Section title={say(words.year, { year: String(year.year) })}>
      <Text size="sm" c="dimmed" mb="xs">
        {say(words.sum, { attended, madeUp, courses: courses.length, time: hours(minutes) })}
      </Text>
      <ul className="sheet lines">
        {courses.map((course) => (
          <CourseLine key={course.courseId} course={course} />
        ))}
        {sessions.map(({ activityId, day, title, topic, way }) => (
          <li key={activityId} className="line-with-action">
            <PageLink to={'/activities/$activityId' as '/'} params={{ activityId } as never}>
              {topic ?? title}
            </PageLink>
            <Text span size="sm" c="dimmed">
              {`${dates.day(day, { relative: false })} · ${say(words[way])}`}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function CourseLine({
  course: { courseId, name, organizationName, doneOn, credentialId },
}: {
  course: RecordedCourse
}) {
  const say = useWords()
  const dates = useDates()
  const certify = useMutation(write(certifyCourse))
  return (
    <li>
      <div className="line-with-action">
        <div>
          {name}
          <Text size="sm" c="dimmed" component="div">
            {[organizationName, dates.day(doneOn, { relative: false }), say(words.courseDone)].join(' · ')}
          </Text>
        </div>
        {credentialId ? (
          <Group gap="sm">
            <Anchor
              href={addressOf(certificateFile, { credentialId })}
              target="_blank"
              aria-label={say(words.certificateOf, { name })}
            >
              {say(words.certificate)}
            </Anchor>
            <Anchor
              href={addressOf(credentialFile, { credentialId })}
              download
              aria-label={say(words.badgeOf, { name })}
            >
              {say(words.badge)}
            </Anchor>
          </Group>
        ) : (
          <Button
            size="compact-md"
            aria-label={say(words.certifyOf, { name })}
            loading={certify.isPending}
            onClick={() => certify.mutate({ courseId })}
          >
            {say(words.certify)}
          </Button>
        )}
      </div>
      <Trouble error={certify.error} />
    </li>
  )
}
