import { Button } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { type Course, closeCourse, getCourse, reopenCourse } from '../contract.ts'
import { courseWords as words } from '../messages.ts'
import { AudiencePart } from './audience-part.tsx'
import { ChangeCourse } from './change-course.tsx'
import { Exemptions } from './exemptions.tsx'
import { Overview } from './overview.tsx'
import { Parts } from './parts.tsx'
import './courses.css'

/** One required course, for those who keep it and those whose people it is required of. */
export function CoursePage() {
  const say = useWords()
  const dates = useDates()
  const { courseId } = useParams({ strict: false }) as { courseId: string }
  const [changing, setChanging] = useState(false)
  const { data: course } = useSuspenseQuery(read(getCourse, { courseId }))
  const { name, about, organizationName, open, closed, dueDays, dueDate, renewMonths, may } = course
  return (
    <Page
      title={name}
      about={[
        organizationName,
        say(closed ? words.closed : open ? words.open : words.draft),
        dueDays ? say(words.withinDays, { n: dueDays }) : dueDate && say(words.byDate, { date: dates.day(dueDate) }),
        renewMonths && say(words.renewed, { n: renewMonths }),
      ]
        .filter(Boolean)
        .join(' · ')}
      back={<PageLink to={'/learning/courses' as '/'}>{say(words.courses)}</PageLink>}
      actions={
        may.change &&
        !changing && (
          <>
            <Button variant="default" onClick={() => setChanging(true)}>
              {say(words.changeCourse)}
            </Button>
            {(open || closed) && <Close course={course} />}
          </>
        )
      }
    >
      {changing && <ChangeCourse course={course} done={() => setChanging(false)} />}
      {about && <p className="course-text">{about}</p>}
      <Parts course={course} />
      <AudiencePart course={course} />
      {(open || closed) && <Overview course={course} />}
      {course.exemptions.length > 0 && <Exemptions course={course} />}
    </Page>
  )
}

function Close({ course: { id: courseId, closed } }: { course: Course }) {
  const say = useWords()
  const close = useMutation(write(closeCourse))
  const reopen = useMutation(write(reopenCourse))
  const doing = closed ? reopen : close
  return (
    <div>
      <Button variant="default" loading={doing.isPending} onClick={() => doing.mutate({ courseId })}>
        {say(closed ? words.reopen : words.close)}
      </Button>
      <Trouble error={doing.error} />
    </div>
  )
}
