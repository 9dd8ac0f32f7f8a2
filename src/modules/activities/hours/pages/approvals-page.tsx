import { Button, Group, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates, useHours } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { decideHours, openCorrections } from '../contract.ts'
import { hoursWords } from '../messages.ts'

/** Corrections of hours that wait for a second person. */
export function ApprovalsPage() {
  const say = useWords()
  const dates = useDates()
  const hours = useHours()
  const notice = useNotice()
  const { data: open } = useSuspenseQuery(read(openCorrections, {}))
  const decide = useMutation({ ...write(decideHours), onSuccess: () => notice(say(hoursWords.decided)) })
  return (
    <Page title={say(hoursWords.approvals)} about={say(hoursWords.approvalsAbout)}>
      <Trouble error={decide.error} />
      {open.length === 0 ? (
        <Empty>{say(hoursWords.nothingOpen)}</Empty>
      ) : (
        <ul className="sheet lines">
          {open.map((one) => (
            <li key={one.id}>
              <Text fw={600}>
                {one.name} · {one.minutes > 0 ? '+' : ''}
                {hours(one.minutes)}
              </Text>
              <Text size="sm">
                <PageLink to={'/activities/$activityId' as '/'} params={{ activityId: one.activityId } as never}>
                  {one.title}
                </PageLink>{' '}
                {dates.dayAt(one.startsAt)}
              </Text>
              <Text size="sm">
                {one.reason} · {say(hoursWords.askedBy)} {one.enteredBy}
              </Text>
              {one.mayDecide ? (
                <Group gap="xs" mt="xs">
                  <Button onClick={() => decide.mutate({ hoursEntryId: one.id, approve: true })}>
                    {say(hoursWords.approve)}
                  </Button>
                  <Button variant="default" onClick={() => decide.mutate({ hoursEntryId: one.id, approve: false })}>
                    {say(hoursWords.refuse)}
                  </Button>
                </Group>
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
