import { Button, Text } from '@mantine/core'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import type { Audience } from '../../../learning/courses/audience/contract.ts'
import { sayAudience } from '../../../learning/courses/audience/messages.ts'
import { AudienceFields, orBlank } from '../../../learning/courses/audience/pages/audience-fields.tsx'
import { askToRead, type Policy } from '../contract.ts'
import { policyWords as words } from '../messages.ts'

/** Who is asked, in a sentence, and how many of them have read it. */
export function AudiencePart({
  policy,
  changing,
  setChanging,
}: {
  policy: Policy
  changing: boolean
  setChanging: (on: boolean) => void
}) {
  const say = useWords()
  const language = useLanguage()
  const { audience, names, tally, mayChange } = policy
  return (
    <Section
      title={say(words.audience)}
      actions={
        mayChange &&
        !changing && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {say(words.changeAudience)}
          </Button>
        )
      }
    >
      <Sheet>
        {changing ? (
          <AudienceForm policy={policy} done={() => setChanging(false)} />
        ) : (
          <>
            {audience.length === 0 ? say(words.nobodyAsked) : sayAudience(language, audience, names)}
            {tally && tally.asked > 0 && (
              <Text size="sm" c="dimmed">
                {say(words.tally, tally)}
              </Text>
            )}
          </>
        )}
      </Sheet>
    </Section>
  )
}

function AudienceForm({ policy, done }: { policy: Policy; done: () => void }) {
  const say = useWords()
  const { id: policyId, organization, names } = policy
  const form = useForm(askToRead, { initial: { policyId, audience: orBlank(policy.audience, organization) }, done })
  return (
    <Form
      form={form}
      submit={say(words.ask)}
      beside={
        <Button variant="default" onClick={done}>
          {say(words.cancel)}
        </Button>
      }
    >
      <AudienceFields
        audience={form.values.audience as Audience}
        names={names}
        home={organization}
        onChange={(next) => form.set('audience', next)}
      />
    </Form>
  )
}

/** Who has not read it yet, of those whom the reader leads. */
export function Waiting({ policy: { waiting, tally } }: { policy: Policy }) {
  const say = useWords()
  const dates = useDates()
  const day = (of: string) => dates.day(of, { relative: false })
  if (waiting.length === 0) return null
  const more = (tally?.asked ?? 0) - (tally?.read ?? 0) - waiting.length
  return (
    <Section title={`${say(words.waiting)} · ${waiting.length + Math.max(more, 0)}`}>
      <ul className="sheet lines">
        {waiting.map(({ person, organization, askedOn, remindedOn }) => (
          <li key={person.id}>
            <PageLink to="/people/$personId" params={{ personId: person.id }}>
              {person.name}
            </PageLink>
            <Text size="sm" c="dimmed">
              {[
                organization,
                say(words.waitingSince, { asked: day(askedOn) }),
                ...(remindedOn ? [say(words.reminded, { day: day(remindedOn) })] : []),
              ].join(' · ')}
            </Text>
          </li>
        ))}
        {more > 0 && <li>{say(words.more, { n: more })}</li>}
      </ul>
    </Section>
  )
}
