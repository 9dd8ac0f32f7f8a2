import { Group, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { daysBetween } from '../../../../platform/zone.ts'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, State } from '../../../../web/page.tsx'
import { Empty } from '../../../../web/states.tsx'
import { OrganizationPicker } from '../../../activities/pages/pickers.tsx'
import { useScopes } from '../../../indicators/pages/scopes.ts'
import { dutyWords } from '../../messages.ts'
import { listWarnings, type Warning } from '../contract.ts'
import { kindWords, warningWords as words } from '../messages.ts'

const Address = z.object({ organizationId: z.uuid().optional().catch(undefined) })

/** What is late stands first; each line leads to its records and to who can act. */
export function WarningsPage() {
  const say = useWords()
  const { known } = useScopes()
  const [{ organizationId }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listWarnings, { organizationId }))
  const of = (state: Warning['state']) => data.filter((one) => one.state === state)
  return (
    <Page
      title={say(words.warnings)}
      about={say(words.about)}
      back={<PageLink to={'/duties' as '/'}>{say(dutyWords.duties)}</PageLink>}
    >
      <Group mb="md">
        <OrganizationPicker
          label={say(words.organization)}
          placeholder={say(words.everywhere)}
          known={known}
          value={organizationId ?? null}
          clearable
          onChange={(next) => setAddress({ organizationId: next ?? undefined })}
        />
      </Group>
      {data.length === 0 && <Empty>{say(words.none)}</Empty>}
      {(['late', 'soon'] as const).map((state) => {
        const warnings = of(state)
        return (
          warnings.length > 0 && (
            <Section key={state} title={`${say(words[state])} · ${warnings.length}`}>
              <ul className="sheet lines">
                {warnings.map((warning) => (
                  <Line key={`${warning.kind} ${warning.id}`} warning={warning} />
                ))}
              </ul>
            </Section>
          )
        )
      })}
    </Page>
  )
}

function Line({ warning: { kind, name, state, since, organization, people, who, link } }: { warning: Warning }) {
  const say = useWords()
  const dates = useDates()
  const past = daysBetween(since, dates.today())
  const facts = [
    ...(organization ? [organization.name] : []),
    say(words.since, { day: dates.day(since, { relative: false }) }),
    ...(past >= 0 ? [say(words.days, { n: past })] : []),
    ...(people === null || people < 2 ? [] : [say(words.people, { n: people })]),
  ]
  return (
    <li>
      <PageLink to={link as '/'}>{name}</PageLink> <State tone={state}>{say(kindWords[kind])}</State>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {who.length > 0 && (
        <Text size="sm">
          {say(words.canAct)}
          {who.map(({ id, name: person }, i) => (
            <span key={id}>
              {i > 0 && say(words.comma)}
              <PageLink to="/people/$personId" params={{ personId: id }}>
                {person}
              </PageLink>
            </span>
          ))}
        </Text>
      )}
    </li>
  )
}
