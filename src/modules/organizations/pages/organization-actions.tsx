import { Button, Menu } from '@mantine/core'
import { IconArrowsMove, IconBan, IconChevronDown, IconPencil, IconRestore } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { call, write } from '../../../platform/web.tsx'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Trouble } from '../../../web/states.tsx'
import { closeOrganization, type OrganizationCard } from '../contract.ts'
import { messages } from '../messages.ts'

/** What can be done with an organization; closing and opening it can be taken back. */
export function OrganizationActions({
  node,
  ask,
}: {
  node: OrganizationCard
  ask: (panel: 'change' | 'move') => void
}) {
  const say = useWords()
  const dates = useDates()
  const notice = useNotice()
  const again = useMutation(write(closeOrganization))
  const close = useMutation({
    mutationFn: ({ to }: { to: string | null; before: string | null }) =>
      call(closeOrganization, { id: node.id, closedOn: to }),
    onSuccess: (_, { to, before }) =>
      notice(say(to ? messages.wasClosed : messages.wasReopened, { name: node.name }), () =>
        again.mutateAsync({ id: node.id, closedOn: before }),
      ),
  })
  const isRoot = node.parentId === null
  return (
    <>
      <Trouble error={close.error} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
            {say(messages.change)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={() => ask('change')}>
            {say(messages.rename)}
          </Menu.Item>
          {!isRoot && (
            <Menu.Item leftSection={<IconArrowsMove size={16} aria-hidden="true" />} onClick={() => ask('move')}>
              {say(messages.move)}
            </Menu.Item>
          )}
          {!isRoot && (
            <Menu.Item
              leftSection={
                node.closedOn ? <IconRestore size={16} aria-hidden="true" /> : <IconBan size={16} aria-hidden="true" />
              }
              onClick={() => close.mutate({ to: node.closedOn ? null : dates.today(), before: node.closedOn })}
            >
              {say(node.closedOn ? messages.reopen : messages.close)}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
