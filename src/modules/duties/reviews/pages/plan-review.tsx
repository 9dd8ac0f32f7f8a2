import { Select, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { useDates } from '../../../../web/moment.tsx'
import { Empty } from '../../../../web/states.tsx'
import { OrganizationPicker, PersonPicker } from '../../../activities/pages/pickers.tsx'
import { listChecklists } from '../../../checks/checklists/contract.ts'
import { parsePeriod, periodBefore, periodOf, periodText, periodWords } from '../../../indicators/period/rules.ts'
import { planReview } from '../contract.ts'
import { reviewWords as words } from '../messages.ts'

/** The quarters and years that a review mostly looks at, the latest first. */
function periodsBefore(today: string): string[] {
  const quarters = [periodOf('quarter', today)]
  while (quarters.length < 6) quarters.push(periodBefore(quarters.at(-1) ?? periodOf('quarter', today)))
  const year = periodOf('year', today)
  return [...quarters, year, periodBefore(year), periodBefore(periodBefore(year))].map(periodText)
}

export function PlanReview() {
  const say = useWords()
  const dates = useDates()
  const me = useMe()
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(read(listChecklists, { use: 'review' }))
  const periods = periodsBefore(dates.today())
  const form = useForm(planReview, {
    initial: {
      organizationId: '',
      checklistId: data.checklists[0]?.id ?? '',
      reviewerId: me?.personId ?? '',
      period: periods[1] ?? '',
      plannedOn: dates.today(),
    },
    done: ({ id }) => void navigate({ to: `/reviews/${id}` as '/' }),
  })
  if (data.checklists.length === 0)
    return (
      <Empty action={<PageLink to={'/checklists' as '/'}>{say(words.toChecklists)}</PageLink>}>
        {say(words.noChecklist)}
      </Empty>
    )
  const { organizationId, reviewerId, checklistId, period } = form.values
  return (
    <Form form={form} submit={say(words.plan)}>
      <OrganizationPicker
        label={say(words.organization)}
        name="organizationId"
        error={form.errors.organizationId}
        known={[]}
        value={organizationId || null}
        onChange={(next) => form.set('organizationId', next ?? '')}
      />
      <Select
        label={say(words.checklist)}
        allowDeselect={false}
        data={data.checklists.map(({ id, name }) => ({ value: id, label: name }))}
        value={checklistId}
        onChange={(next) => next && form.set('checklistId', next)}
      />
      <Select
        label={say(words.period)}
        allowDeselect={false}
        data={periods.map((text) => ({
          value: text,
          label: say(periodWords(parsePeriod(text) ?? periodOf('year', text))),
        }))}
        value={period}
        onChange={(next) => next && form.set('period', next)}
      />
      <TextInput type="date" label={say(words.plannedOn)} {...form.field('plannedOn')} />
      <PersonPicker
        label={say(words.reviewer)}
        name="reviewerId"
        error={form.errors.reviewerId}
        known={me?.personId ? [{ value: me.personId, label: me.name }] : []}
        value={reviewerId || null}
        onChange={(next) => form.set('reviewerId', next ?? '')}
      />
    </Form>
  )
}
