import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { askExemption, type Course, type Member } from '../contract.ts'
import { memberStateWords, courseWords as words } from '../messages.ts'

export const stateTones = { todo: undefined, late: 'late', done: 'do', exempt: undefined } as const

/** Who is late stands first; so many at a time. */
const urgency = { late: 0, todo: 1, done: 2, exempt: 3 } as const
const step = 50

/** Where my people stand: states, by organization and one by one. */
export function Overview({ course }: { course: Course }) {
  const say = useWords()
  const dates = useDates()
  const [asking, setAsking] = useState<Member | null>(null)
  const [shown, setShown] = useState(step)
  const { tally, byOrganization, members, parts } = course
  if (members.length === 0)
    return (
      <Section title={say(words.overview)}>
        <p className="sheet quiet">{say(words.nobody)}</p>
      </Section>
    )
  const places: Column<Course['byOrganization'][number]>[] = [
    { key: 'organization', head: say(words.organization), cell: ({ name }) => name ?? say(words.elsewhere) },
    { key: 'done', head: say(memberStateWords.done), cell: ({ done }) => done, end: true, fact: true },
    { key: 'todo', head: say(memberStateWords.todo), cell: ({ todo }) => todo, end: true },
    { key: 'late', head: say(memberStateWords.late), cell: ({ late }) => late, end: true, fact: true },
    { key: 'exempt', head: say(memberStateWords.exempt), cell: ({ exempt }) => exempt, end: true },
  ]
  const people: Column<Member>[] = [
    {
      key: 'person',
      head: say(words.person),
      cell: ({ personId, name }) => (
        <PageLink to="/people/$personId" params={{ personId }}>
          {name}
        </PageLink>
      ),
    },
    {
      key: 'state',
      head: say(words.state),
      cell: ({ state }) => <State tone={stateTones[state]}>{say(memberStateWords[state])}</State>,
      fact: true,
    },
    { key: 'due', head: say(words.due), cell: ({ dueOn }) => dates.day(dueOn), fact: true },
    {
      key: 'parts',
      head: say(words.partsDone),
      cell: ({ partsDone }) => say(words.partsOf, { n: partsDone, all: parts }),
      end: true,
    },
    { key: 'organization', head: say(words.organization), cell: ({ organizationName }) => organizationName },
    {
      key: 'exempt',
      head: say(words.exemptions),
      cell: (member) =>
        (member.state === 'todo' || member.state === 'late') && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={say(words.askFor, { name: member.name })}
            onClick={() => setAsking(member)}
          >
            {say(words.ask)}
          </Button>
        ),
    },
  ]
  return (
    <>
      <Section title={say(words.overview)}>
        <p>{say(words.tally, tally)}</p>
        <Rows name={say(words.byPlace)} columns={places} rows={byOrganization} rowKey={({ id }) => id ?? 'elsewhere'} />
      </Section>
      <Section title={say(words.people)}>
        <Rows
          name={say(words.people)}
          columns={people}
          rows={members.toSorted((a, b) => urgency[a.state] - urgency[b.state]).slice(0, shown)}
          rowKey={({ personId }) => personId}
          onMore={shown < members.length ? () => setShown(shown + step) : undefined}
        />
      </Section>
      <SidePanel
        title={say(words.askFor, { name: asking?.name ?? '' })}
        open={asking !== null}
        onClose={() => setAsking(null)}
      >
        {asking && <Ask courseId={course.id} personId={asking.personId} done={() => setAsking(null)} />}
      </SidePanel>
    </>
  )
}

export function Ask({ courseId, personId, done }: { courseId: string; personId: string; done: () => void }) {
  const say = useWords()
  const form = useForm(askExemption, { initial: { courseId, personId, reason: '' }, done })
  return (
    <Form form={form} submit={say(words.send)}>
      <TextInput label={say(words.reason)} data-autofocus {...form.field('reason')} />
    </Form>
  )
}
