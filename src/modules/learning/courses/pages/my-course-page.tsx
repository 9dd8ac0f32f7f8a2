import { Anchor, Button, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, Sheet, State } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { memberStateWords, partKindWords, courseWords as words } from '../messages.ts'
import { readPartFile } from '../parts/contract.ts'
import { finishPart, type MyPart, myCourses } from '../progress/contract.ts'
import { Ask } from './overview.tsx'
import './courses.css'

/** A course that is required of me: its parts in their order, one open at a time. */
export function MyCoursePage() {
  const say = useWords()
  const dates = useDates()
  const me = useMe()
  const { courseId } = useParams({ strict: false }) as { courseId: string }
  const { data } = useSuspenseQuery(read(myCourses, {}))
  const [asking, setAsking] = useState(false)
  const course = data.courses.find(({ id }) => id === courseId)
  const back = <PageLink to={'/learning' as '/'}>{say(words.back)}</PageLink>
  if (!course)
    return (
      <Page title={say(words.mine)} back={back}>
        <Empty>{say(words.notMine)}</Empty>
      </Page>
    )
  const { name, about, organizationName, dueOn, state, parts, asked } = course
  const unfinished = state === 'todo' || state === 'late'
  return (
    <Page
      title={name}
      about={[organizationName, say(memberStateWords[state]), unfinished && say(words.dueBy, { day: dates.day(dueOn) })]
        .filter(Boolean)
        .join(' · ')}
      back={back}
      actions={
        unfinished &&
        !asked &&
        !asking && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {say(words.ask)}
          </Button>
        )
      }
    >
      {about && <p className="course-text">{about}</p>}
      {asked && <p className="sheet quiet">{say(words.waiting)}</p>}
      {asking && me && (
        <Sheet>
          <Ask courseId={courseId} personId={me.personId} done={() => setAsking(false)} />
        </Sheet>
      )}
      <Section title={say(words.parts)}>
        <ol className="sheet lines">
          {parts.map((part, i) => (
            <MyPartLine key={part.id} part={part} n={i + 1} />
          ))}
        </ol>
      </Section>
    </Page>
  )
}

function MyPartLine({ part, n }: { part: MyPart; n: number }) {
  const say = useWords()
  const finish = useMutation(write(finishPart))
  const { id: partId, kind, title, done, open } = part
  const own = kind === 'reading' || kind === 'video'
  return (
    <li>
      <div className="line-with-action">
        <div>
          {`${n}. ${title}`}
          <Text size="sm" c="dimmed" component="div">
            {say(partKindWords[kind])}
            {!done && !open && ` · ${say(words.later)}`}
          </Text>
        </div>
        {done ? (
          <State tone="do">{say(words.done)}</State>
        ) : (
          open &&
          own && (
            <Button
              size="compact-md"
              aria-label={say(words.finishOf, { title })}
              loading={finish.isPending}
              onClick={() => finish.mutate({ partId })}
            >
              {say(words.finish)}
            </Button>
          )
        )}
      </div>
      <Trouble error={finish.error} />
      {(open || done) && <Content part={part} />}
    </li>
  )
}

function Content({
  part: { id: partId, kind, title, body, url, fileName, topic, sessionTitle, seriesId, quizId, signerName, done },
}: {
  part: MyPart
}) {
  const say = useWords()
  const file = fileName && addressOf(readPartFile, { partId })
  return (
    <>
      {body && <p className="course-text">{body}</p>}
      {url && (
        <Anchor href={url} target="_blank" rel="noreferrer">
          {say(words.openIt)}
        </Anchor>
      )}
      {file &&
        (kind === 'video' ? (
          // biome-ignore lint/a11y/useMediaCaption: what the office takes in has no captions of its own
          <video className="course-video" src={file} controls preload="metadata" aria-label={title} />
        ) : (
          <Anchor href={file} download>
            {fileName}
          </Anchor>
        ))}
      {!done && kind === 'quiz' && quizId && (
        <PageLink to={'/learning/quizzes/$quizId' as '/'} params={{ quizId } as never}>
          {say(words.openIt)}
        </PageLink>
      )}
      {!done && kind === 'session' && (
        <Text size="sm" c="dimmed">
          {topic
            ? say(words.waitSession, { topic })
            : say(seriesId ? words.waitSeries : words.waitNamed, { title: sessionTitle ?? '' })}
        </Text>
      )}
      {!done && kind === 'signOff' && (
        <Text size="sm" c="dimmed">
          {say(words.waitSigner, { name: signerName ?? '' })}
        </Text>
      )}
    </>
  )
}
