import { Button, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { Filters } from '../../../../web/filters.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Part } from '../../../../web/states.tsx'
import type { Course } from '../contract.ts'
import { askExemption } from '../exempting/contract.ts'
import { memberStateWords, courseWords as words } from '../messages.ts'
import { listCourseMembers, type Member, MemberState, memberStates } from '../progress/contract.ts'

export const stateTones = { todo: undefined, late: 'late', done: 'do', exempt: undefined } as const

/** Where my people stand: states, by organization and one by one. */
export function Overview({ course }: { course: Course }) {
  const say = useWords()
  const { tally, byOrganization } = course
  if (byOrganization.length === 0)
    return (
      <Section title={say(words.overview)}>
        <p className="sheet quiet">{say(words.nobody)}</p>
      </Section>
    )
  const places: Column<Course['byOrganization'][number]>[] = [
    { key: 'organization', head: say(words.organization), cell: ({ name }) => name },
    ...(['done', 'todo', 'late', 'exempt'] as const).map((state) => ({
      key: state,
      head: say(memberStateWords[state]),
      cell: (row: Course['byOrganization'][number]) => <Door row={row} state={state} />,
      end: true,
      fact: state === 'todo' || state === 'late',
    })),
  ]
  return (
    <>
      <Section title={say(words.overview)}>
        <p>{say(words.tally, tally)}</p>
        {byOrganization.length > 1 && (
          <Rows name={say(words.byPlace)} columns={places} rows={byOrganization} rowKey={({ id }) => id} />
        )}
      </Section>
      <div id="people">
        <Section title={say(words.people)}>
          <Part>
            <Members course={course} />
          </Part>
        </Section>
      </div>
    </>
  )
}

/** Every number opens to its people, below. */
function Door({ row: { id, name, ...counts }, state }: { row: Course['byOrganization'][number]; state: MemberState }) {
  const say = useWords()
  const n = counts[state]
  if (n === 0) return <>0</>
  return (
    <PageLink
      to={'.' as '/'}
      search={{ state, at: id } as never}
      hash="people"
      className="course-door"
      aria-label={say(words.doorOf, { name, n, state: say(memberStateWords[state]) })}
    >
      {n}
    </PageLink>
  )
}

const step = 20
const Address = z.object({
  q: z.string().catch('').default(''),
  state: MemberState.optional().catch(undefined),
  at: z.uuid().optional().catch(undefined),
  limit: z.coerce.number().int().catch(step).default(step),
})

/** One by one, so many at a time. */
function Members({ course }: { course: Course }) {
  const say = useWords()
  const [{ q: typed, state, at, limit }, setAddress] = useAddress(Address)
  const [asking, setAsking] = useState<Member | null>(null)
  const [q] = useDebouncedValue(typed, 200)
  const narrowed = { q, ...(state ? { state } : {}), ...(at ? { organizationId: at } : {}) }
  // The list that is there stays until the next one has come.
  const asked = useDeferredValue(JSON.stringify({ courseId: course.id, ...narrowed, limit }))
  const { data } = useSuspenseQuery(read(listCourseMembers, JSON.parse(asked)))
  const columns = useColumns(course.parts, setAsking)
  const { members, total } = data
  return (
    <>
      <Filters
        set={[state, at].filter(Boolean).length}
        search={
          <TextInput
            aria-label={say(words.findPerson)}
            placeholder={say(words.findPerson)}
            value={typed}
            onChange={(event) => setAddress({ q: event.currentTarget.value })}
          />
        }
      >
        <Select
          label={say(words.state)}
          placeholder={say(words.any)}
          clearable
          data={memberStates.map((one) => ({ value: one, label: say(memberStateWords[one]) }))}
          value={state ?? null}
          onChange={(next) => setAddress({ state: (next ?? undefined) as MemberState | undefined })}
        />
        <Select
          label={say(words.organization)}
          placeholder={say(words.any)}
          clearable
          searchable
          data={course.byOrganization.map(({ id, name }) => ({ value: id, label: name }))}
          value={at ?? null}
          onChange={(next) => setAddress({ at: next ?? undefined })}
        />
      </Filters>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {say(words.found, { n: total })}
      </Text>
      {total > 0 && (
        <Rows
          name={say(words.people)}
          columns={columns}
          rows={members}
          rowKey={({ personId }) => personId}
          onMore={members.length < total && limit < 1000 ? () => setAddress({ limit: limit + step }) : undefined}
        />
      )}
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

function useColumns(parts: number, ask: (member: Member) => void): Column<Member>[] {
  const say = useWords()
  const dates = useDates()
  return [
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
            onClick={() => ask(member)}
          >
            {say(words.ask)}
          </Button>
        ),
    },
  ]
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
