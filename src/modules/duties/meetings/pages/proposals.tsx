import { Button, Text } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { PageLink } from '../../../../web/link.tsx'
import { Section } from '../../../../web/page.tsx'
import type { Meeting, Proposal } from '../contract.ts'
import { meetingWords as words } from '../messages.ts'
import { SubjectState } from './item-part.tsx'

const pages = { finding: '/findings', objective: '/objectives' } as const

/** What the organization and those below have open, late or at risk: the chair picks. */
export function Proposals({
  meeting: { proposals },
  add,
  waiting,
}: {
  meeting: Meeting
  add: (point: Pick<Proposal, 'id' | 'kind' | 'title'>) => void
  waiting: boolean
}) {
  const say = useWords()
  return (
    <Section title={say(words.proposed)}>
      {proposals.length === 0 ? (
        <p className="sheet quiet">{say(words.nothingProposed)}</p>
      ) : (
        <ul className="sheet lines">
          {proposals.map(({ id, kind, title, organization, state }) => (
            <li key={id} className="line-with-action">
              <div>
                <PageLink to={`${pages[kind]}/${id}` as '/'}>{title}</PageLink> <SubjectState state={state} />
                <Text size="sm" c="dimmed">
                  {say(words[kind])} · {organization}
                </Text>
              </div>
              <Button
                size="compact-md"
                variant="default"
                disabled={waiting}
                aria-label={say(words.addFor, { title })}
                onClick={() => add({ id, kind, title })}
              >
                {say(words.add)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
