import './board.css'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { boardWords } from './board-messages.ts'

/** Past a soft rule only with a reason, which stays on record. */
export function Overrule({ busy, onReason }: { busy: boolean; onReason: (reason: string) => void }) {
  const say = useWords()
  const [reason, setReason] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim().length >= 3) onReason(reason.trim())
  }
  return (
    <form className="board-overrule" onSubmit={send}>
      <TextInput
        label={say(boardWords.anywayWhy)}
        description={say(boardWords.anywayHelp)}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <Button type="submit" size="compact-md" mt="xs" loading={busy} disabled={reason.trim().length < 3}>
        {say(boardWords.anyway)}
      </Button>
    </form>
  )
}
