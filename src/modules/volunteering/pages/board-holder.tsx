import { ActionIcon, Button, Group } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { write } from '../../../platform/web.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { State } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import type { Holder } from '../board/contract.ts'
import { cancelSignup, decideSignup } from '../signing/contract.ts'
import { boardWords } from './board-messages.ts'

/** Somebody in a role: how they stand there, and what the leader can do about it. */
export function HolderLine({ holder }: { holder: Holder }) {
  const say = useWords()
  const notice = useNotice()
  const { name, signupId, state } = holder
  const removing = useMutation({
    ...write(cancelSignup),
    onSuccess: () => notice(say(boardWords.removed, { name })),
  })
  const deciding = useMutation(write(decideSignup))
  return (
    <li className="board-holder">
      <span>
        {name} {state === 'waiting' && <State>{say(boardWords.waiting)}</State>}
        {state === 'asked' && <State tone="soon">{say(boardWords.asked)}</State>}
        {state === 'offered' && <State tone="soon">{say(boardWords.offered)}</State>}
        {state === 'kept' && <State tone="soon">{say(boardWords.kept)}</State>}
        {holder.overruled.length > 0 && <State>{say(boardWords.overruled)}</State>}
        <Trouble error={removing.error ?? deciding.error} />
      </span>
      {state === 'asked' ? (
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            aria-label={say(boardWords.acceptFor, { name })}
            onClick={() => deciding.mutate({ signupId, accept: true })}
          >
            {say(boardWords.accept)}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={say(boardWords.declineFor, { name })}
            onClick={() => deciding.mutate({ signupId, accept: false })}
          >
            {say(boardWords.decline)}
          </Button>
        </Group>
      ) : (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={say(boardWords.remove, { name })}
          loading={removing.isPending}
          onClick={() => removing.mutate({ signupId })}
        >
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  )
}
