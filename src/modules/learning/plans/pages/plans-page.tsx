import { Button, Checkbox, Select } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { BareLink, PageLink } from '../../../../web/link.tsx'
import { Page, Section, Sheet } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { beginStudyPlan, listStudyPlans, type PlanRow } from '../contract.ts'
import { planWords as words } from '../messages.ts'
import './plans.css'

const Address = z.object({ year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined) })

/** The plans of a year: of the groups that I am in, and of those in my part of the tree. */
export function StudyPlansPage() {
  const say = useWords()
  const [{ year }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listStudyPlans, { year }))
  const [beginning, setBeginning] = useState(false)
  const years = Array.from({ length: 6 }, (_, i) => String(new Date().getFullYear() + 1 - i))
  const mayBegin = data.without.length > 0
  return (
    <Page
      title={say(words.plans)}
      about={say(words.plansAbout)}
      back={<PageLink to={'/learning' as '/'}>{say(words.back)}</PageLink>}
      primary={mayBegin && !beginning ? { label: say(words.begin), onClick: () => setBeginning(true) } : undefined}
    >
      <Select
        className="plan-year"
        label={say(words.year)}
        data={years.includes(String(data.year)) ? years : [String(data.year), ...years]}
        value={String(data.year)}
        allowDeselect={false}
        onChange={(value) => setAddress({ year: value ? Number(value) : undefined })}
      />
      {beginning && <Begin key={data.year} year={data.year} groups={data.without} cancel={() => setBeginning(false)} />}
      {data.plans.length === 0 && !beginning && <Empty>{say(words.noPlans, { year: String(data.year) })}</Empty>}
      {data.plans.length > 0 && (
        <ul className="sheet lines plan-lines">
          {data.plans.map((plan) => (
            <PlanLine key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
    </Page>
  )
}

/** One plan on one line: whose it is, what stands, how far it has come. */
export function PlanLine({ plan }: { plan: PlanRow }) {
  const say = useWords()
  const stands = plan.agreed === null ? say(words.onlyDraft) : say(words.agreedVersion, { number: plan.agreed })
  return (
    <li>
      <BareLink to={'/learning/plans/$studyPlanId' as '/'} params={{ studyPlanId: plan.id } as never}>
        <span className="plan-name">{plan.groupName}</span>
        <span className="plan-facts">
          {[plan.organizationName, stands, plan.agreed !== null && plan.drafting && say(words.draftToo)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="plan-facts">{say(words.tally, plan.topics)}</span>
      </BareLink>
    </li>
  )
}

function Begin({
  year,
  groups,
  cancel,
}: {
  year: number
  groups: readonly { id: string; name: string; organizationName: string }[]
  cancel: () => void
}) {
  const say = useWords()
  const navigate = useNavigate()
  const form = useForm(beginStudyPlan, {
    initial: { groupId: groups[0]?.id ?? '', year, asLastYear: false },
    done: ({ id }) =>
      void navigate({ to: '/learning/plans/$studyPlanId/draft' as '/', params: { studyPlanId: id } as never }),
  })
  return (
    <Section title={say(words.begin)}>
      <Sheet>
        <Form
          form={form}
          submit={say(words.begin)}
          beside={
            <Button variant="default" onClick={cancel}>
              {say(words.cancel)}
            </Button>
          }
        >
          <Select
            label={say(words.group)}
            data={groups.map(({ id, name, organizationName }) => ({
              value: id,
              label: `${name} · ${organizationName}`,
            }))}
            searchable
            allowDeselect={false}
            {...form.field('groupId')}
          />
          <Checkbox label={say(words.asLastYear)} {...form.box('asLastYear')} />
        </Form>
      </Sheet>
    </Section>
  )
}
