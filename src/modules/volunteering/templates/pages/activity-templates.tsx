import { Button, Checkbox, Text, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import type { Activity } from '../../../activities/contract.ts'
import { applyTemplate, keepTemplate, type ShiftTemplate, shiftTemplates } from '../contract.ts'
import { templateWords as words } from '../messages.ts'
import { TemplateShifts } from './template-shifts.tsx'

/** For one activity: its shifts are kept by name, or come from what is kept. */
export function ActivityTemplates({ activity, hasShifts }: { activity: Activity; hasShifts: boolean }) {
  const say = useWords()
  const { data } = useSuspenseQuery(read(shiftTemplates, { activityId: activity.id }))
  const { templates, followed } = data
  const name = templates.find(({ id }) => id === followed)?.name
  return (
    <>
      {hasShifts && (
        <Section title={say(words.keep)}>
          {name && <Text size="sm">{say(words.followed, { name })}</Text>}
          <Keep key={name} activity={activity} templates={templates} name={name ?? activity.title} />
        </Section>
      )}
      {templates.length > 0 && (
        <Section
          title={say(words.choose)}
          actions={<PageLink to={'/shifts/templates' as '/'}>{say(words.title)}</PageLink>}
        >
          <Choose activity={activity} templates={templates} />
        </Section>
      )}
    </>
  )
}

function Keep({
  activity: { id: activityId, series, hostId },
  templates,
  name,
}: {
  activity: Activity
  templates: readonly ShiftTemplate[]
  name: string
}) {
  const say = useWords()
  const notice = useNotice()
  const form = useForm(keepTemplate, {
    initial: { activityId, name: name.slice(0, 80), along: series !== null },
    done: ({ name, created }, { along }) => notice(say(along ? words.keptAlong : words.kept, { name, n: created })),
  })
  const taken = templates.some((one) => one.name === form.values.name.trim() && one.organizationId === hostId)
  return (
    <Form form={form} submit={say(words.keep)}>
      <TextInput label={say(words.name)} description={taken && say(words.replaces)} {...form.field('name')} />
      {series && <Checkbox label={say(words.along)} {...form.box('along')} />}
    </Form>
  )
}

function Choose({ activity, templates }: { activity: Activity; templates: readonly ShiftTemplate[] }) {
  const say = useWords()
  const notice = useNotice()
  const [along, setAlong] = useState(activity.series !== null)
  const applying = useMutation({
    ...write(applyTemplate),
    onSuccess: ({ created }) => notice(say(words.applied, { n: created })),
  })
  return (
    <>
      {activity.series && (
        <Checkbox
          mb="sm"
          label={say(words.along)}
          checked={along}
          onChange={(event) => setAlong(event.currentTarget.checked)}
        />
      )}
      <Trouble error={applying.error} />
      <ul className="sheet lines">
        {templates.map(({ id, name, shifts }) => (
          <li key={id} className="line-with-action">
            <div>
              {name}
              <TemplateShifts shifts={shifts} />
            </div>
            <Button
              variant="default"
              size="compact-md"
              aria-label={say(words.applyOf, { name })}
              loading={applying.isPending && applying.variables.shiftTemplateId === id}
              onClick={() => applying.mutate({ activityId: activity.id, shiftTemplateId: id, along })}
            >
              {say(words.apply)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
