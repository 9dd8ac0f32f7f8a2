import { Anchor, Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates, useHours } from '../../../../web/moment.tsx'
import { Page, Section, State } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { certificateFile, credentialFile } from '../../../credentials/contract.ts'
import {
  certifyCourse,
  certifyPrize,
  myRecord,
  type RecordedContest,
  type RecordedCourse,
  type RecordedYear,
  recordFile,
} from '../contract.ts'
import { sumWords, recordWords as words } from '../messages.ts'
import { percentOf, prizeTitle, sumsOf } from '../rules.ts'

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
  const time = useHours()(year.minutes)
  const on = (day: string): string => dates.day(day, { relative: false })
  return (
    <Section title={say(words.year, { year: String(year.year) })}>
      <Text size="sm" c="dimmed" mb="xs">
        {sumsOf(year)
          .map(({ sum, n }) => say(sumWords[sum], { n, time }))
          .join(' · ')}
      </Text>
      <ul className="sheet lines">
        {year.contests.map((contest) => (
          <ContestLine key={contest.contestId} contest={contest} />
        ))}
        {year.courses.map((course) => (
          <CourseLine key={course.courseId} course={course} />
        ))}
        {year.quizzes.map(({ quizId, name, organizationName, passedOn, best }) => (
          <li key={quizId}>
            <PageLink to={`/learning/quizzes/${quizId}` as '/'}>{name}</PageLink>
            <Facts
              of={[
                organizationName,
                on(passedOn),
                say(words.quizPassed),
                say(words.best, { percent: percentOf(best) }),
              ]}
            />
          </li>
        ))}
        {year.sessions.map(({ activityId, day, title, topic, way }) => (
          <li key={activityId}>
            <PageLink to={'/activities/$activityId' as '/'} params={{ activityId } as never}>
              {topic ?? title}
            </PageLink>
            <Facts of={[on(day), say(words[way])]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Facts({ of }: { of: (string | null)[] }) {
  return (
    <Text size="sm" c="dimmed" component="div">
      {of.filter((fact) => fact !== null).join(' · ')}
    </Text>
  )
}

function ContestLine({ contest }: { contest: RecordedContest }) {
  const say = useWords()
  const dates = useDates()
  const certify = useMutation(write(certifyPrize))
  const { contestId, name, organizationName, day, place, of, team, prize, credentialId, revoked } = contest
  return (
    <li>
      <div className="line-with-action">
        <div>
          <PageLink to={`/learning/contests/${contestId}` as '/'}>{name}</PageLink>{' '}
          {prize && <State tone="do">{prize}</State>}
          <Facts
            of={[
              organizationName,
              dates.day(day, { relative: false }),
              say(words.place, { place, of }),
              team && say(words.team, { team }),
            ]}
          />
        </div>
        {prize && (
          <Certificate
            of={prizeTitle(contest)}
            credentialId={credentialId}
            revoked={revoked}
            asking={certify.isPending}
            ask={() => certify.mutate({ contestId })}
          />
        )}
      </div>
      <Trouble error={certify.error} />
    </li>
  )
}

function CourseLine({
  course: { courseId, name, organizationName, doneOn, credentialId, revoked },
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
          <Facts of={[organizationName, dates.day(doneOn, { relative: false }), say(words.courseDone)]} />
        </div>
        <Certificate
          of={name}
          credentialId={credentialId}
          revoked={revoked}
          asking={certify.isPending}
          ask={() => certify.mutate({ courseId })}
        />
      </div>
      <Trouble error={certify.error} />
    </li>
  )
}

type Certifying = {
  of: string
  credentialId: string | null
  revoked: string | null
  asking: boolean
  ask: () => void
}

/** The certificate that is there, on paper and as a badge, or the way to have one. */
function Certificate({ of: name, credentialId, revoked, asking, ask }: Certifying) {
  const say = useWords()
  if (revoked !== null)
    return (
      <div>
        <State tone="late">{say(words.revoked)}</State>
        <Facts of={[revoked]} />
      </div>
    )
  if (!credentialId)
    return (
      <Button
        variant="default"
        size="compact-md"
        aria-label={say(words.certifyOf, { name })}
        loading={asking}
        onClick={ask}
      >
        {say(words.certify)}
      </Button>
    )
  return (
    <Group gap="sm">
      <Anchor
        href={addressOf(certificateFile, { credentialId })}
        target="_blank"
        aria-label={say(words.certificateOf, { name })}
      >
        {say(words.certificate)}
      </Anchor>
      <Anchor href={addressOf(credentialFile, { credentialId })} download aria-label={say(words.badgeOf, { name })}>
        {say(words.badge)}
      </Anchor>
    </Group>
  )
}
