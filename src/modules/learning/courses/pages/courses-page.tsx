import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { BareLink, PageLink } from '../../../../web/link.tsx'
import { Page, Section, Sheet } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { createCourse, listCourses } from '../contract.ts'
import { courseWords as words } from '../messages.ts'
import { TermFields } from './term-fields.tsx'
import './courses.css'

/** What is required where I lead, and how far my people are. */
export function CoursesPage() {
  const say = useWords()
  const { data } = useSuspenseQuery(read(listCourses, {}))
  const [beginning, setBeginning] = useState(false)
  const { courses, places } = data
  return (
    <Page
      title={say(words.courses)}
      about={say(words.about)}
      back={<PageLink to={'/learning' as '/'}>{say(words.back)}</PageLink>}
      primary={
        places.length > 0 && !beginning ? { label: say(words.begin), onClick: () => setBeginning(true) } : undefined
      }
    >
      {beginning && <Begin places={places} cancel={() => setBeginning(false)} />}
      {courses.length === 0 && !beginning && <Empty>{say(words.none)}</Empty>}
      {courses.length > 0 && (
        <ul className="sheet lines course-lines">
          {courses.map(({ id, name, organizationName, open, closed, tally }) => (
            <li key={id}>
              <BareLink to={'/learning/courses/$courseId' as '/'} params={{ courseId: id } as never}>
                <span className="course-name">{name}</span>
                <span className="course-facts">
                  {[organizationName, say(closed ? words.closed : open ? words.open : words.draft)].join(' · ')}
                </span>
                {(open || closed) && <span className="course-facts">{say(words.tally, tally)}</span>}
              </BareLink>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function Begin({ places, cancel }: { places: readonly { id: string; name: string }[]; cancel: () => void }) {
  const say = useWords()
  const navigate = useNavigate()
  const form = useForm(createCourse, {
    initial: {
      organizationId: places[0]?.id ?? '',
      name: '',
      about: null,
      dueDays: 30,
      dueDate: null,
      renewMonths: null,
    },
    done: ({ id }) => void navigate({ to: '/learning/courses/$courseId' as '/', params: { courseId: id } as never }),
  })
  return (
    <Section title={say(words.begin)}>
      <Sheet>
        <Form
          form={form}
          submit={say(words.save)}
          beside={
            <Button variant="default" onClick={cancel}>
              {say(words.cancel)}
            </Button>
          }
        >
          <TextInput label={say(words.name)} data-autofocus {...form.field('name')} />
          {places.length > 1 && (
            <Select
              label={say(words.place)}
              data={places.map(({ id, name }) => ({ value: id, label: name }))}
              allowDeselect={false}
              {...form.field('organizationId')}
            />
          )}
          <Textarea label={say(words.aboutIt)} autosize {...form.field('about')} value={form.values.about ?? ''} />
          <TermFields values={form.values} errors={form.errors} set={form.set} />
        </Form>
      </Sheet>
    </Section>
  )
}
