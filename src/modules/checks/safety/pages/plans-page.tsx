import { Button, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty, Part, Trouble } from '../../../../web/states.tsx'
import { RepeatFields } from '../../../activities/pages/repeat-fields.tsx'
import type { SeriesChoice } from '../../../activities/series/contract.ts'
import { sayRule } from '../../../activities/series/repeat/messages.ts'
import { type CheckPlan, endCheckPlan, listCheckPlans, planChecks } from '../contract.ts'
import { checkWords as words } from '../messages.ts'
import { NoChecklist, useWhatAndWhere } from './start-check.tsx'

const Address = z.object({ panel: z.literal('plan').optional().catch(undefined) })

/** What is checked by which rhythm. */
export function CheckPlansPage() {
  const say = useWords()
  const may = useHas('managePlaces')
  const [{ panel }, setAddress] = useAddress(Address)
  const { data: plans } = useSuspenseQuery(read(listCheckPlans, {}))
  return (
    <Page
      title={say(words.plans)}
      back={<PageLink to={'/checks' as '/'}>{say(words.checks)}</PageLink>}
      primary={
        may
          ? {
              label: say(words.plan),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'plan' }, { push: true }),
            }
          : undefined
      }
    >
      {plans.length === 0 ? (
        <Empty>{say(words.noPlans)}</Empty>
      ) : (
        <ul className="sheet lines">
          {plans.map((plan) => (
            <li key={plan.id} className="line-with-action">
              <Plan plan={plan} />
            </li>
          ))}
        </ul>
      )}
      <SidePanel title={say(words.plan)} open={panel === 'plan'} onClose={() => setAddress({ panel: undefined })}>
        <Part>
          <NewPlan done={() => setAddress({ panel: undefined })} />
        </Part>
      </SidePanel>
    </Page>
  )
}

function Plan({ plan }: { plan: CheckPlan }) {
  const say = useWords()
  const language = useLanguage()
  const dates = useDates()
  const notice = useNotice()
  const ending = useMutation({ ...write(endCheckPlan), onSuccess: () => notice(say(words.ended)) })
  return (
    <>
      <div>
        {plan.place.name} · {plan.checklist.name}
        <Text size="sm" c="dimmed" component="div">
          {[sayRule(language, plan.rule), plan.next && say(words.next, { day: dates.day(plan.next) })]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Trouble error={ending.error} />
      </div>
      {plan.mayChange && (
        <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate({ checkPlanId: plan.id })}>
          {say(words.endPlan)}
        </Button>
      )}
    </>
  )
}

function NewPlan({ done }: { done: () => void }) {
  const say = useWords()
  const today = useDates().today()
  const { checklists, places } = useWhatAndWhere()
  const [repeat, setRepeat] = useState<SeriesChoice>({ rule: 'FREQ=WEEKLY', onHoliday: 'nextWorkday', onMakeup: true })
  const form = useForm(planChecks, {
    initial: { checklistId: checklists[0]?.value ?? '', placeId: '', rule: repeat.rule, firstDate: today, days: 2 },
    done,
  })
  if (checklists.length === 0) return <NoChecklist />
  return (
    <Form form={form} submit={say(words.plan)}>
      <Select label={say(words.checklist)} data={checklists} allowDeselect={false} {...form.field('checklistId')} />
      <Select label={say(words.place)} data={places} searchable {...form.field('placeId')} />
      <TextInput type="date" label={say(words.firstDate)} {...form.field('firstDate')} />
      <RepeatFields
        must
        day={form.values.firstDate || today}
        value={repeat}
        onChange={(next) => {
          if (!next) return
          setRepeat(next)
          form.set('rule', next.rule)
          form.set('onHoliday', next.onHoliday)
        }}
      />
      <NumberInput label={say(words.days)} min={0} max={60} {...form.field('days')} value={form.values.days ?? 0} />
    </Form>
  )
}
