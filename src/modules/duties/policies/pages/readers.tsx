import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import type { Audience, Difference } from '../../../learning/courses/audience/contract.ts'
import { sayAudience } from '../../../learning/courses/audience/messages.ts'
import { orBlank } from '../../../learning/courses/audience/pages/audience-fields.tsx'
import { AudienceForm } from '../../../learning/courses/audience/pages/audience-form.tsx'
import { Differences } from '../../../learning/courses/audience/pages/differences.tsx'
import { courseWords } from '../../../learning/courses/messages.ts'
import { askToRead, differReaders, type Policy } from '../contract.ts'
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
          <Changing policy={policy} done={() => setChanging(false)} />
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

/** A change shows who comes in and who falls out before it takes effect. */
function Changing({ policy, done }: { policy: Policy; done: () => void }) {
  const say = useWords()
  const { id: policyId, organization, names } = policy
  const [seen, setSeen] = useState<{ audience: Audience; difference: Difference } | null>(null)
  const form = useForm(differReaders, {
    initial: { policyId, audience: orBlank(policy.audience, organization) },
    done: (difference, { audience }) => setSeen({ difference, audience: audience as Audience }),
  })
  return (
    <>
      <AudienceForm
        form={form}
        names={names}
        home={organization}
        submit={say(courseWords.showDifference)}
        cancel={done}
      />
      {seen && seen.audience === form.values.audience && <Apply policyId={policyId} {...seen} done={done} />}
    </>
  )
}

function Apply({
  policyId,
  audience,
  difference,
  done,
}: {
  policyId: string
  audience: Audience
  difference: Difference
  done: () => void
}) {
  const say = useWords()
  const ask = useMutation({ ...write(askToRead), onSuccess: done })
  return (
    <div role="status">
      <Differences difference={difference} />
      <Trouble error={ask.error} />
      <Button
        mt="sm"
        loading={ask.isPending}
        onClick={() => ask.mutate({ policyId, audience, in: difference.in, out: difference.out })}
      >
        {say(words.ask)}
      </Button>
    </div>
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
