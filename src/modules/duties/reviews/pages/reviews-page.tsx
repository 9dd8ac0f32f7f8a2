import { Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty } from '../../../../web/states.tsx'
import { dutyWords } from '../../messages.ts'
import { listReviews, type ReviewRow, stages } from '../contract.ts'
import { stageWords, reviewWords as words } from '../messages.ts'
import { PlanReview } from './plan-review.tsx'
import './reviews.css'

const Address = z.object({ panel: z.enum(['plan']).optional().catch(undefined) })

/** By what is to be done: no community stands above another. */
export function ReviewsPage() {
  const say = useWords()
  const [{ panel }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listReviews, {}))
  const close = () => setAddress({ panel: undefined })
  return (
    <Page
      title={say(words.reviews)}
      about={say(words.about)}
      back={<PageLink to={'/duties' as '/'}>{say(dutyWords.duties)}</PageLink>}
      primary={
        data.mayPlan
          ? {
              label: say(words.plan),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'plan' }),
            }
          : undefined
      }
    >
      {data.reviews.length === 0 && <Empty>{say(words.none)}</Empty>}
      {stages.map((stage) => {
        const all = data.reviews.filter((review) => review.stage === stage)
        if (all.length === 0) return null
        return (
          <Section key={stage} title={`${say(stageWords[stage])} · ${all.length}`}>
            <ul className="sheet lines">
              {all.map((review) => (
                <Line key={review.id} review={review} />
              ))}
            </ul>
          </Section>
        )
      })}
      <SidePanel title={say(words.plan)} open={panel === 'plan'} onClose={close}>
        <PlanReview />
      </SidePanel>
    </Page>
  )
}

function Line({ review }: { review: ReviewRow }) {
  const say = useWords()
  const dates = useDates()
  const { id, organization, checklist, plannedOn, reviewer, stage, findings, answered } = review
  return (
    <li>
      <div className="review-head">
        <PageLink to={`/reviews/${id}` as '/'}>
          {say(words.line, { name: checklist.name, organization: organization.name })}
        </PageLink>
        {stage === 'sent' && (
          <State tone={answered < findings ? 'soon' : 'do'}>
            {say(words.answeredOf, { answered, count: findings })}
          </State>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {dates.day(plannedOn, { relative: false })} · {say(words.by, { name: reviewer.name })}
        {stage !== 'planned' && ` · ${say(words.found, { count: findings })}`}
      </Text>
    </li>
  )
}
