import { Button, FileButton, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, read, upload } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { fitted } from '../../../../web/fitting.ts'
import { PageLink } from '../../../../web/link.tsx'
import { useHas } from '../../../../web/me.ts'
import { Moment, useDates } from '../../../../web/moment.tsx'
import { Page, Section, Sheet, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import type { FindingCard, FindingEvent } from '../contract.ts'
import { readFinding } from '../listing/contract.ts'
import { originWords, toOriginWords, findingWords as words } from '../messages.ts'
import { addActionEvidenceFile, readActionEvidenceFile } from '../proof/contract.ts'
import { deeds, NewActionForm, WorkPanel } from './action-forms.tsx'
import { ActionItem } from './action-item.tsx'
import { GradeOf } from './action-rows.tsx'

const Address = z.object({
  panel: z
    .enum(['new', ...deeds])
    .optional()
    .catch(undefined),
  action: z.uuid().optional().catch(undefined),
})

/** One thing that is not in order: what puts it in order, who does, and what happened so far. */
export function FindingPage() {
  const { findingId } = useParams({ from: '/findings/$findingId' })
  const say = useWords()
  const [{ panel, action: actionId }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(readFinding, { findingId }))
  const close = () => setAddress({ panel: undefined, action: undefined })
  const action = data.actions.find(({ id }) => id === actionId)
  return (
    <Page
      title={data.words}
      about={`${say(originWords[data.origin])} · ${data.organization.name}`}
      back={<PageLink to={'/findings' as '/'}>{say(words.findings)}</PageLink>}
      primary={
        data.mayWork
          ? {
              label: say(words.add),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'new' }),
            }
          : undefined
      }
    >
      <Sheet>
        <About finding={data} />
      </Sheet>
      <Section title={say(words.actions)}>
        {data.actions.length === 0 ? (
          <Empty>{say(words.noActions)}</Empty>
        ) : (
          <ul className="sheet lines">
            {data.actions.map((one) => (
              <ActionItem
                key={one.id}
                action={one}
                checked={data.origin === 'check'}
                looked={data.story.some(
                  ({ actionId: of, fileName, at }) =>
                    of === one.id && fileName !== null && one.doneAt !== null && at >= one.doneAt,
                )}
                open={(deed) => setAddress({ panel: deed, action: one.id })}
              />
            ))}
          </ul>
        )}
      </Section>
      <Section title={say(words.story)}>
        <ul className="sheet lines">
          {data.story.map((event) => (
            <EventLine key={event.id} event={event} finding={data} />
          ))}
        </ul>
      </Section>
      <SidePanel title={say(words.add)} open={panel === 'new'} onClose={close}>
        <NewActionForm findingId={findingId} done={close} />
      </SidePanel>
      {action && panel && panel !== 'new' && <WorkPanel action={action} deed={panel} close={close} />}
    </Page>
  )
}

function About({ finding }: { finding: FindingCard }) {
  const say = useWords()
  const dates = useDates()
  const seesOrigin = { meeting: true, check: useHas('doChecks'), review: useHas('readFigures') }
  const { grade, closedAt, closedBy, place, fault, raisedAt, raisedBy, origin, originId } = finding
  const when = { day: dates.dayAt(raisedAt) }
  return (
    <>
      <State tone={closedAt ? 'do' : undefined}>
        {closedAt
          ? say(words.closedBy, { day: dates.dayAt(closedAt), name: closedBy ?? say(words.nobody) })
          : say(words.open)}
      </State>{' '}
      {grade && <GradeOf grade={grade} />}
      <Text size="sm" c="dimmed" mt="xs">
        {[
          raisedBy
            ? say(origin === 'meeting' ? words.decidedBy : words.foundAt, { ...when, name: raisedBy })
            : say(words.found, when),
          place && say(words.placeIs, { name: place.name }),
          fault && say(words.faultIs, { fault }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {seesOrigin[origin] && (
        <PageLink to={`/${origin}s/${originId}` as '/'} size="sm">
          {say(toOriginWords[origin])}
        </PageLink>
      )}
    </>
  )
}

function EventLine({ event, finding }: { event: FindingEvent; finding: FindingCard }) {
  const say = useWords()
  const dates = useDates()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: async (file: File) =>
      upload(addActionEvidenceFile, { proofId: event.id }, event.takes === 'picture' ? await fitted(file) : file),
    onSuccess: () => client.invalidateQueries(),
  })
  const { kind, actionId, by, owner, dueOn, at, words: said, fileName } = event
  const whole =
    actionId === null && (kind === 'closed' ? words.closedWhole : kind === 'reopened' && words.reopenedWhole)
  const named = {
    by: by ?? say(words.nobody),
    owner: owner ?? say(words.nobody),
    due: dueOn ? dates.day(dueOn, { relative: false }) : '',
  }
  const of = finding.actions.length > 1 && finding.actions.find(({ id }) => id === actionId)?.what
  return (
    <li>
      <Text>{say(whole || words[kind === 'raised' && by === owner ? 'raisedOwn' : kind], named)}</Text>
      {said && kind !== 'raised' && <Text style={{ whiteSpace: 'pre-wrap' }}>{said}</Text>}
      {fileName && (
        <a href={addressOf(readActionEvidenceFile, { proofId: event.id })} download>
          {fileName}
        </a>
      )}
      {event.takes && (
        <FileButton
          {...(event.takes === 'picture' ? { accept: 'image/*' } : {})}
          onChange={(file) => file && send.mutate(file)}
        >
          {(props) => (
            <Button {...props} size="compact-md" variant="default" loading={send.isPending}>
              {say(event.takes === 'picture' ? words.photo : words.file)}
            </Button>
          )}
        </FileButton>
      )}
      <Text size="sm" c="dimmed">
        <Moment at={at} />
        {of && ` · ${of}`}
      </Text>
      <Trouble error={send.error} />
    </li>
  )
}
