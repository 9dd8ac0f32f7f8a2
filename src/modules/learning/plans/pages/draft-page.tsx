import { Button, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page } from '../../../../web/page.tsx'
import { getStudyPlan, type StudyPlan, type TopicFields, writeStudyPlan } from '../contract.ts'
import { planWords as words } from '../messages.ts'
import { TopicSheet } from './topic-sheet.tsx'
import './plans.css'

/** The draft: all topics in their order, written in one go. */
export function StudyDraftPage() {
  const say = useWords()
  const { studyPlanId } = useParams({ strict: false }) as { studyPlanId: string }
  const { data: plan } = useSuspenseQuery(read(getStudyPlan, { studyPlanId }))
  return (
    <Page
      title={say(words.editing, { group: plan.groupName, year: String(plan.year) })}
      back={
        <PageLink to={'/learning/plans/$studyPlanId' as '/'} params={{ studyPlanId } as never}>
          {say(words.title, { group: plan.groupName, year: String(plan.year) })}
        </PageLink>
      }
    >
      <Draft plan={plan} />
    </Page>
  )
}

const fresh = (): TopicFields => ({
  id: crypto.randomUUID(),
  title: '',
  aim: null,
  material: null,
  minutes: 120,
  fromMonth: 1,
  toMonth: 12,
})

const fieldsOf = ({ id, title, aim, material, minutes, fromMonth, toMonth }: TopicFields): TopicFields => ({
  id,
  title,
  aim,
  material,
  minutes,
  fromMonth,
  toMonth,
})

function Draft({ plan }: { plan: StudyPlan }) {
  const say = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const { id: studyPlanId, draft } = plan
  const before = (draft?.topics ?? plan.topics).map(fieldsOf)
  const form = useForm(writeStudyPlan, {
    initial: {
      studyPlanId,
      topics: before.length > 0 ? before : [fresh()],
      reason: draft?.reason ?? null,
      revision: draft?.revision ?? null,
    },
    done: () => {
      notice(say(words.saved))
      void navigate({ to: '/learning/plans/$studyPlanId' as '/', params: { studyPlanId } as never })
    },
  })
  const topics = form.values.topics as z.input<typeof TopicFields>[] as TopicFields[]
  const set = (next: TopicFields[]) => form.set('topics', next)
  const swap = (i: number) =>
    set([...topics.slice(0, i - 1), topics[i], topics[i - 1], ...topics.slice(i + 1)] as TopicFields[])
  return (
    <Form
      form={form}
      submit={say(words.save)}
      beside={
        <Button variant="default" onClick={() => set([...topics, fresh()])}>
          {say(words.add)}
        </Button>
      }
    >
      <ol className="topic-sheets">
        {topics.map((topic, i) => (
          <TopicSheet
            key={topic.id}
            topic={topic}
            index={i}
            errors={form.errors}
            onChange={(change) => set(topics.map((one, at) => (at === i ? { ...one, ...change } : one)))}
            onUp={i > 0 ? () => swap(i) : undefined}
            onRemove={() => set(topics.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      {plan.agreed !== null && (
        <TextInput
          label={say(words.reason)}
          description={say(words.reasonHelp)}
          {...form.field('reason')}
          value={form.values.reason ?? ''}
        />
      )}
    </Form>
  )
}
