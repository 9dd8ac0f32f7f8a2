import { Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section, Sheet, State } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { ActionStateOf } from '../../../checks/findings/pages/action-rows.tsx'
import { stateWords } from '../../objectives/messages.ts'
import { type HandOver, readHandOver, signHandOver } from '../contract.ts'
import { handOverWords as words } from '../messages.ts'

/** What changes hands and what is open; signed by both, it stays as it was. */
export function HandOverPage() {
  const { handOverId } = useParams({ from: '/hand-overs/$handOverId' })
  const say = useWords()
  const dates = useDates()
  const { data } = useSuspenseQuery(read(readHandOver, { handOverId }))
  const sign = useMutation(write(signHandOver))
  const { from, to, onDate, note, open, givenAt, takenAt, maySign } = data
  return (
    <Page
      title={say(words.line, { from: from.name, to: to.name })}
      about={dates.day(onDate, { relative: false })}
      back={<PageLink to={'/hand-overs' as '/'}>{say(words.handOvers)}</PageLink>}
      primary={maySign ? { label: say(words.sign), onClick: () => sign.mutate({ handOverId }) } : undefined}
    >
      <Trouble error={sign.error} />
      <Sheet>
        <Signatures handOver={data} />
        {givenAt && takenAt && (
          <Text size="sm" c="dimmed" mt="xs">
            {say(words.done)}
          </Text>
        )}
        {note && (
          <Text mt="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {note}
          </Text>
        )}
      </Sheet>
      <Section title={say(words.duties)}>
        <ul className="sheet lines">
          {open.duties.map(({ id, name, organization }) => (
            <li key={id}>
              <PageLink to={`/duties/${id}` as '/'}>{name}</PageLink> · {organization}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say(words.objectives)}>
        {open.objectives.length === 0 ? (
          <Empty>{say(words.noObjectives)}</Empty>
        ) : (
          <ul className="sheet lines">
            {open.objectives.map(({ id, name, organization, year, state }) => (
              <li key={id}>
                <PageLink to={`/objectives/${id}` as '/'}>{name}</PageLink> · {organization} · {year}{' '}
                <State tone={state === 'late' ? 'late' : state === 'atRisk' ? 'soon' : undefined}>
                  {say(stateWords[state])}
                </State>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={say(words.actions)}>
        {open.actions.length === 0 ? (
          <Empty>{say(words.noActions)}</Empty>
        ) : (
          <ul className="sheet lines">
            {open.actions.map(({ id, findingId, name, dueOn, state }) => (
              <li key={id}>
                <PageLink to={`/findings/${findingId}` as '/'}>{name}</PageLink> · {dates.day(dueOn)}{' '}
                <ActionStateOf action={{ state }} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}

export function Signatures({ handOver: { from, to, givenAt, takenAt } }: { handOver: HandOver }) {
  const say = useWords()
  return (
    <Text size="sm">
      {say(givenAt ? words.given : words.waits, { name: from.name })} ·{' '}
      {say(takenAt ? words.taken : words.waits, { name: to.name })}
    </Text>
  )
}
