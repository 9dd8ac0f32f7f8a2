import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates, useHours } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { decideHours, openCorrections } from '../contract.ts'
import { hoursWords } from '../messages.ts'
import './hours.css'

type Asked = z.output<typeof openCorrections.output>[number]

/** Corrections of hours that wait for a second person. */
export function ApprovalsPage() {
  const say = useWords()
  const { data: open } = useSuspenseQuery(read(openCorrections, {}))
  return (
    <Page title={say(hoursWords.approvals)} about={say(hoursWords.approvalsAbout)}>
      {open.length === 0 ? (
        <Empty>{say(hoursWords.nothingOpen)}</Empty>
      ) : (
        <ul className="sheet lines">
          {open.map((one) => (
            <li key={one.id}>
              <What asked={one} />
              {one.mayDecide ? (
                <Decision asked={one} />
              ) : (
                <Text size="sm" c="dimmed">
                  {say(hoursWords.notYours)}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function What({ asked: { name, stands, minutes, activityId, title, startsAt, reason, enteredBy } }: { asked: Asked }) {
  const say = useWords()
  const dates = useDates()
  const hours = useHours()
  return (
    <>
      <Text fw={600} className="hours-change">
        {name} · {say(hoursWords.fromTo, { from: hours(stands), to: hours(stands + minutes) })}
      </Text>
      <Text size="sm">
        <PageLink to={'/activities/$activityId' as '/'} params={{ activityId } as never}>
          {title}
        </PageLink>{' '}
        {dates.dayAt(startsAt)}
      </Text>
      <Text size="sm">
        {reason} · {say(hoursWords.askedBy)} {enteredBy}
      </Text>
    </>
  )
}

/** Yes in one tap; a no says why. */
function Decision({ asked: { id: hoursEntryId, name } }: { asked: Asked }) {
  const say = useWords()
  const notice = useNotice()
  const [reason, setReason] = useState<string | null>(null)
  const decide = useMutation({ ...write(decideHours), onSuccess: () => notice(say(hoursWords.decided)) })
  const refuse = () => decide.mutate({ hoursEntryId, approve: false, decision: reason?.trim() || null })
  if (reason !== null)
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          refuse()
        }}
      >
        <Trouble error={decide.error} />
        <TextInput
          mt="xs"
          label={say(hoursWords.refusedWhy)}
          value={reason}
          maxLength={500}
          autoFocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs" mt="xs">
          <Button type="submit" disabled={reason.trim() === ''} loading={decide.isPending}>
            {say(hoursWords.refuse)}
          </Button>
          <Button variant="default" onClick={() => setReason(null)}>
            {say(hoursWords.back)}
          </Button>
        </Group>
      </form>
    )
  return (
    <>
      <Trouble error={decide.error} />
      <Group gap="xs" mt="xs">
        <Button
          aria-label={say(hoursWords.approveFor, { name })}
          loading={decide.isPending}
          onClick={() => decide.mutate({ hoursEntryId, approve: true })}
        >
          {say(hoursWords.approve)}
        </Button>
        <Button
          variant="default"
          aria-label={say(hoursWords.refuseFor, { name })}
          disabled={decide.isPending}
          onClick={() => setReason('')}
        >
          {say(hoursWords.refuse)}
        </Button>
      </Group>
    </>
  )
}
