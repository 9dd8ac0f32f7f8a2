import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useWords } from '../platform/i18n.ts'
import { messages } from './messages.ts'
import { Trouble } from './states.tsx'

/**
 * Says what happened when it is elsewhere on the page, and offers to undo it instead of asking beforehand.
 *
 *   const notice = useNotice()
 *   notice(say(messages.membershipEnded, { name }), () => reopen.mutateAsync({ … }))
 */
export function useNotice(): (text: string, undo?: () => Promise<unknown>) => void {
  const say = useWords()
  return useCallback(
    (text, undo) => {
      const takeBack = async (id: string) => {
        if (!undo) return
        const message = await undo().then(
          () => say(messages.undone),
          (error: unknown) => <Trouble error={error} />,
        )
        notifications.update({ id, message, autoClose: 4000 })
      }
      const id = notifications.show({ message: text, autoClose: undo ? 10_000 : 5000, closeButtonProps: closing(say) })
      if (!undo) return
      notifications.update({
        id,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{text}</Text>
            <Button flex="none" size="compact-sm" variant="default" onClick={() => takeBack(id)}>
              {say(messages.undo)}
            </Button>
          </Group>
        ),
        autoClose: 10_000,
        closeButtonProps: closing(say),
      })
    },
    [say],
  )
}

const closing = (say: ReturnType<typeof useWords>) => ({ 'aria-label': say(messages.close) })
