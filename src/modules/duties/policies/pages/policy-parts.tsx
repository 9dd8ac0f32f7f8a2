import { Anchor, Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { type Policy, type PolicySection, publishPolicy } from '../contract.ts'
import { policyWords as words } from '../messages.ts'
import './policies.css'

export function PolicyText({ sections }: { sections: readonly PolicySection[] }) {
  return (
    <div className="sheet sheet-pad policy-text">
      {sections.map(({ key, heading, text }) => (
        <section key={key} id={key}>
          {heading && (text ? <h3>{heading}</h3> : <h2>{heading}</h2>)}
          {text && <p>{text}</p>}
        </section>
      ))}
    </div>
  )
}

export function Draft({ policy: { id: policyId, draft, version } }: { policy: Policy }) {
  const say = useWords()
  const dates = useDates()
  const publish = useMutation(write(publishPolicy))
  const day = dates.day(draft?.inForceFrom ?? '', { relative: false })
  return (
    <Section title={say(words.draft)}>
      <Sheet>
        <Text>{say(words.inForce, { day })}</Text>
        <Text size="sm" c="dimmed" className="policy-excerpt">
          {draft?.text}
        </Text>
        <Text size="sm" c="dimmed" mt="xs">
          {say(words.draftAbout)}
        </Text>
        <Button mt="sm" loading={publish.isPending} onClick={() => publish.mutate({ policyId })}>
          {say(words.publish, { n: (version?.number ?? 0) + 1 })}
        </Button>
        <Trouble error={publish.error} />
      </Sheet>
    </Section>
  )
}

export function Versions({ policy: { versions, shown }, open }: { policy: Policy; open: (number: number) => void }) {
  const say = useWords()
  const dates = useDates()
  const day = (of: string) => dates.day(of, { relative: false })
  if (versions.length < 2) return null
  return (
    <Section title={say(words.versions)}>
      <ul className="sheet lines">
        {versions.map(({ id, number, inForceFrom, publishedOn, publishedBy }) => (
          <li key={id}>
            {shown?.id === id ? (
              <Text span fw={600}>
                {say(words.version, { n: number })}
              </Text>
            ) : (
              <Anchor component="button" type="button" onClick={() => open(number)}>
                {say(words.version, { n: number })}
              </Anchor>
            )}
            <Text size="sm" c="dimmed">
              {say(words.inForce, { day: day(inForceFrom) })} ·{' '}
              {say(words.published, { name: publishedBy, day: day(publishedOn) })}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Duties({ policy: { duties, sections } }: { policy: Policy }) {
  const say = useWords()
  const headings = new Map(sections.map(({ key, heading }) => [key, heading || say(words.untitled)]))
  if (duties.length === 0) return null
  return (
    <Section title={say(words.duties)}>
      <ul className="sheet lines">
        {duties.map(({ id, name, organization, sectionKey }) => (
          <li key={id}>
            <PageLink to={`/duties/${id}` as '/'}>{name}</PageLink>
            <Text size="sm" c="dimmed">
              {organization} ·{' '}
              {sectionKey === null ? say(words.wholePolicy) : (headings.get(sectionKey) ?? say(words.gone))}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}
