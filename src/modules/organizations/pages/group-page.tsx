import { ActionIcon, Group, Menu, NativeSelect, Text, TextInput } from '@mantine/core'
import { IconDoorExit, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { call, read, write } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Page, Sheet, State } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Empty, Trouble } from '../../../web/states.tsx'
import {
  addGroupMember,
  correctGroupMember,
  type GroupCard,
  type GroupMember,
  readGroup,
  removeGroupMember,
} from '../groups/contract.ts'
import { groupKindWords, messages, positionWords } from '../groups/messages.ts'
import { AddMember, CorrectMember } from './group-forms.tsx'
import { useSpan } from './span-fields.tsx'
import './organizations.css'

const Address = z.object({
  on: z.iso.date().optional().catch(undefined),
  panel: z.enum(['add', 'correct']).optional().catch(undefined),
  member: z.string().optional().catch(undefined),
})

/** Who was in a group on a day; the days on which it changed are one tap away. */
export function GroupPage() {
  const { groupId } = useParams({ from: '/groups/$groupId' })
  const say = useWords()
  const dates = useDates()
  const [{ on, panel, member: chosen }, setAddress] = useAddress(Address)
  const { data: group } = useSuspenseQuery(read(readGroup, { id: groupId, ...(on ? { asOf: on } : {}) }))
  const close = () => setAddress({ panel: undefined, member: undefined })
  const member = group.people.find(({ id }) => id === chosen)
  const kind = say(groupKindWords[group.kind])
  return (
    <Page
      title={group.name}
      about={`${kind} · ${group.organizationName} · ${say(messages.members, { count: group.people.length })}`}
      back={<PageLink to="/groups">{say(messages.title)}</PageLink>}
      primary={
        group.mayChange
          ? {
              label: say(messages.addMember),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'add' }),
            }
          : undefined
      }
    >
      <div className="filters">
        <TextInput
          type="date"
          label={say(messages.asOf)}
          value={group.asOf}
          onChange={(event) => setAddress({ on: event.currentTarget.value || undefined })}
        />
        {group.changes.length > 1 && (
          <NativeSelect
            label={say(messages.changes)}
            value={group.changes.includes(group.asOf) ? group.asOf : ''}
            data={[
              { value: '', label: say(messages.chooseDay) },
              ...group.changes.map((value) => ({ value, label: dates.day(value, { relative: false }) })),
            ]}
            onChange={(event) => setAddress({ on: event.currentTarget.value || undefined })}
          />
        )}
      </div>
      {group.people.length === 0 ? (
        <Empty>{say(messages.nobody, { date: dates.day(group.asOf) })}</Empty>
      ) : (
        <Members group={group} correct={(id) => setAddress({ panel: 'correct', member: id })} />
      )}
      <SidePanel
        title={say(panel === 'correct' ? messages.correct : messages.addMember)}
        open={panel !== undefined}
        onClose={close}
      >
        {panel === 'add' && <AddMember groupId={group.id} done={close} />}
        {panel === 'correct' && member && <CorrectMember member={member} done={close} />}
      </SidePanel>
    </Page>
  )
}

function Members({ group, correct }: { group: GroupCard; correct: (id: string) => void }) {
  const say = useWords()
  const dates = useDates()
  const span = useSpan()
  const notice = useNotice()
  const today = dates.today()
  const again = useMutation(write(correctGroupMember))
  const leave = useMutation({
    mutationFn: (member: GroupMember) => call(correctGroupMember, { ...member, toDate: today }),
    onSuccess: (_, member) => notice(say(messages.left, { name: member.name }), () => again.mutateAsync(member)),
  })
  const add = useMutation(write(addGroupMember))
  const remove = useMutation({
    mutationFn: ({ id }: GroupMember) => call(removeGroupMember, { id }),
    onSuccess: (_, member) =>
      notice(say(messages.removed, { name: member.name }), () => add.mutateAsync({ ...member, id: group.id })),
  })
  return (
    <>
      <Trouble error={leave.error ?? remove.error} />
      <Sheet pad={false}>
        <ul className="lines">
          {group.people.map((member) => (
            <li key={member.id} className="line-with-action">
              <div>
                <Group gap="xs">
                  <PageLink to="/people/$personId" params={{ personId: member.personId }}>
                    {member.name}
                  </PageLink>
                  {member.position !== 'member' && <State>{say(positionWords[member.position])}</State>}
                </Group>
                <Text size="sm" c="dimmed">
                  {span(member, (day) => dates.day(day, { relative: false }), today)}
                  {member.phoneTail && ` · ${say(messages.tail, { tail: member.phoneTail })}`}
                </Text>
              </div>
              {group.mayChange && (
                <MemberMenu
                  member={member}
                  canLeave={member.toDate === null && member.fromDate < today}
                  ask={{
                    correct: () => correct(member.id),
                    leave: () => leave.mutate(member),
                    remove: () => remove.mutate(member),
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

function MemberMenu({
  member,
  canLeave,
  ask,
}: {
  member: GroupMember
  canLeave: boolean
  ask: Record<'correct' | 'leave' | 'remove', () => void>
}) {
  const say = useWords()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say(messages.changeMember, { name: member.name })}
        >
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={ask.correct}>
          {say(messages.correct)}
        </Menu.Item>
        {canLeave && (
          <Menu.Item leftSection={<IconDoorExit size={16} aria-hidden="true" />} onClick={ask.leave}>
            {say(messages.leave)}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden="true" />} onClick={ask.remove}>
          {say(messages.remove)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
