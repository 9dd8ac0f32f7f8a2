import { ActionIcon, Menu } from '@mantine/core'
import { IconCalendarOff, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { call, write } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Sheet, State } from '../../../web/page.tsx'
import { Empty, Trouble } from '../../../web/states.tsx'
import { roleWords, titleBeside } from '../messages.ts'
import {
  correctMembership,
  endMembership,
  type Membership,
  type PersonCard,
  removeMembership,
  startMembership,
} from '../people/contract.ts'
import { messages } from '../people/messages.ts'
import { holdsOn } from '../people/rules.ts'
import { useSpan } from './span-fields.tsx'
import { Timeline } from './timeline.tsx'

/** What somebody holds and held; ending and removing can be taken back. */
export function Memberships({ person, correct }: { person: PersonCard; correct: (id: string) => void }) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const today = dates.today()
  const about = (held: Membership) => ({ role: say(roleWords[held.role]), organization: held.organizationName })
  const end = useMutation({
    mutationFn: (held: Membership) => call(endMembership, { id: held.id, toDate: today }),
    onSuccess: (_, held) => notice(say(messages.ended, about(held)), () => again.mutateAsync(held)),
  })
  const again = useMutation(write(correctMembership))
  const remove = useMutation({
    mutationFn: (held: Membership) => call(removeMembership, { id: held.id }),
    onSuccess: (_, held) =>
      notice(say(messages.removedOne, about(held)), () => start.mutateAsync({ ...held, id: person.id })),
  })
  const start = useMutation(write(startMembership))
  if (person.memberships.length === 0) return <Empty>{say(messages.noMemberships)}</Empty>
  return (
    <>
      <Trouble error={end.error ?? remove.error} />
      <Timeline memberships={person.memberships} today={today} />
      <Sheet pad={false}>
        <ul className="lines">
          {person.memberships.map((held) => (
            <li key={held.id} className="line-with-action">
              <Line held={held} today={today} />
              {held.mayChange && (
                <Actions
                  held={held}
                  name={say(messages.changeOne, about(held))}
                  canEnd={holdsOn(held, today) && held.fromDate < today}
                  ask={{
                    correct: () => correct(held.id),
                    end: () => end.mutate(held),
                    remove: () => remove.mutate(held),
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  )
}

function Line({ held, today }: { held: Membership; today: string }) {
  const say = useWords()
  const dates = useDates()
  const span = useSpan()
  const { role, title, organizationId, organizationName } = held
  return (
    <div>
      <div>
        {[say(roleWords[role]), titleBeside(role, title), ''].filter((word) => word !== null).join(' · ')}
        <PageLink to="/organizations/$organizationId" params={{ organizationId }}>
          {organizationName}
        </PageLink>
      </div>
      <div className="membership-span">
        {span(held, (day) => dates.day(day, { relative: false }), today)}{' '}
        {holdsOn(held, today) && <State tone="do">{say(messages.now)}</State>}
      </div>
    </div>
  )
}

function Actions({
  held,
  name,
  canEnd,
  ask,
}: {
  held: Membership
  name: string
  canEnd: boolean
  ask: Record<'correct' | 'end' | 'remove', () => void>
}) {
  const say = useWords()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={name}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={ask.correct}>
          {say(messages.correct)}
        </Menu.Item>
        {canEnd && held.toDate === null && (
          <Menu.Item leftSection={<IconCalendarOff size={16} aria-hidden="true" />} onClick={ask.end}>
            {say(messages.endToday)}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden="true" />} onClick={ask.remove}>
          {say(messages.remove)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
