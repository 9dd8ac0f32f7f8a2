import { Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useDates, useHours } from '../../../../web/moment.tsx'
import { Section, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { compareStudyPlan, type StudyPlan, type TopicChange } from '../contract.ts'
import { changeWords, fieldWords, planWords as words } from '../messages.ts'

const number = z.coerce.number().int().optional().catch(undefined)
const Address = z.object({ from: number, to: number })

/** Every version with its reason; two beside each other, topic by topic. */
export function Versions({ plan }: { plan: StudyPlan }) {
  const say = useWords()
  const dates = useDates()
  const [{ from, to }, setAddress] = useAddress(Address)
  return (
    <Section title={say(words.versions)}>
      <ul className="sheet lines">
        {plan.versions.map(({ number, reason, writtenBy, writtenAt, agreedBy, agreedAt }) => (
          <li key={number} className="line-with-action">
            <div>
              {say(words.version, { number })}
              {reason && ` · ${reason}`}
              <Text size="sm" c="dimmed" component="div">
                {agreedBy && agreedAt
                  ? say(words.agreedOn, { name: agreedBy, day: dates.dayAt(agreedAt) })
                  : say(words.writtenOn, { name: writtenBy, day: dates.dayAt(writtenAt) })}
              </Text>
            </div>
            {number > 1 && (
              <PageLink to="." search={{ from: number - 1, to: number } as never}>
                {say(words.compare, { from: number - 1, to: number })}
              </PageLink>
            )}
          </li>
        ))}
      </ul>
      <SidePanel
        title={say(words.compareOf, { from: from ?? 0, to: to ?? 0 })}
        open={from !== undefined && to !== undefined}
        onClose={() => setAddress({ from: undefined, to: undefined })}
      >
        {from !== undefined && to !== undefined && <Comparison studyPlanId={plan.id} from={from} to={to} />}
      </SidePanel>
    </Section>
  )
}

function Comparison({ studyPlanId, from, to }: { studyPlanId: string; from: number; to: number }) {
  const say = useWords()
  const { data } = useSuspenseQuery(read(compareStudyPlan, { studyPlanId, from, to }))
  const changes = data.filter(({ change }) => change !== 'same')
  const same = data.length - changes.length
  return (
    <>
      <ul className="sheet lines">
        {changes.map((topic) => (
          <li key={topic.topicId}>
            <State>{say(changeWords[topic.change])}</State> {topic.title}
            {topic.fields.map((field) => (
              <Field key={field.field} field={field} />
            ))}
          </li>
        ))}
      </ul>
      {same > 0 && <p>{say(words.sameTopics, { n: same })}</p>}
    </>
  )
}

function Field({ field: { field, from, to } }: { field: TopicChange['fields'][number] }) {
  const say = useWords()
  const hours = useHours()
  const dates = useDates()
  const said = (value: string | number | null): string => {
    if (value === null) return say(words.nothing)
    if (typeof value === 'string') return value
    return field === 'minutes' ? hours(value) : dates.shortMonth(`2000-${String(value).padStart(2, '0')}`)
  }
  return (
    <p className="topic-words">
      {say(words.fromTo, { field: say(fieldWords[field]), from: said(from), to: said(to) })}
    </p>
  )
}
