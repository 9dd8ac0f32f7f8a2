import { Button, Group, Modal, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { write } from '../../../platform/web.tsx'
import { messages } from '../../../web/messages.ts'
import { useNotice } from '../../../web/notice.tsx'
import { Trouble } from '../../../web/states.tsx'
import { type BoardShift, type BulkChange, changeShifts } from '../board/contract.ts'
import { boardWords } from './board-messages.ts'

type Kind = BulkChange['kind']

/** What can be done to the selected shifts together. */
export function BulkBar({ shifts, onDone }: { shifts: readonly BoardShift[]; onDone: () => void }) {
  const say = useWords()
  const notice = useNotice()
  const [kind, setKind] = useState<Kind | null>(null)
  const changing = useMutation({
    ...write(changeShifts),
    onSuccess: ({ changed }) => {
      notice(say(boardWords.changed, { n: changed }))
      setKind(null)
      onDone()
    },
  })
  const open = (next: Kind) => {
    changing.reset()
    setKind(next)
  }
  return (
    <div className="board-bulk sheet">
      <Text size="sm" aria-live="polite">
        {say(boardWords.chosen, { n: shifts.length })}
      </Text>
      <Group gap="xs">
        <Button variant="default" size="compact-md" onClick={() => open('move')}>
          {say(boardWords.move)}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => open('numbers')}>
          {say(boardWords.numbers)}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => open('cancel')}>
          {say(boardWords.cancel)}
        </Button>
        <Button variant="subtle" size="compact-md" onClick={onDone}>
          {say(boardWords.clear)}
        </Button>
      </Group>
      <Modal
        opened={kind !== null}
        onClose={() => setKind(null)}
        title={kind && say(boardWords[kind])}
        closeButtonProps={{ 'aria-label': say(messages.close) }}
      >
        {kind && (
          <Change
            key={kind}
            kind={kind}
            shifts={shifts}
            busy={changing.isPending}
            error={changing.error}
            onChange={(change) => changing.mutate({ shiftIds: shifts.map(({ id }) => id), change })}
          />
        )}
      </Modal>
    </div>
  )
}

function Change({
  kind,
  shifts,
  busy,
  error,
  onChange,
}: {
  kind: Kind
  shifts: readonly BoardShift[]
  busy: boolean
  error: unknown
  onChange: (change: BulkChange) => void
}) {
  const say = useWords()
  const roles = [...new Set(shifts.flatMap((shift) => shift.roles.map(({ name }) => name)))]
  const first = shifts.flatMap((shift) => shift.roles)[0]
  const [minutes, setMinutes] = useState(30)
  const [roleName, setRoleName] = useState(first?.name ?? '')
  const [numbers, setNumbers] = useState({
    least: first?.least ?? 0,
    target: first?.target ?? 1,
    most: first?.most ?? 1,
  })
  const [reason, setReason] = useState('')
  const n = shifts.length
  const people = shifts.reduce((sum, shift) => sum + shift.holders.length, 0)
  const label = {
    move: say(boardWords.doMove, { n }),
    numbers: say(boardWords.doNumbers, { n }),
    cancel: say(boardWords.doCancel, { n, people }),
  }[kind]
  const ready = kind === 'move' ? minutes !== 0 : kind === 'numbers' ? roleName !== '' : reason.trim() !== ''
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    if (kind === 'move') onChange({ kind, minutes })
    else if (kind === 'numbers') onChange({ kind, roleName, ...numbers })
    else onChange({ kind, reason: reason.trim() })
  }
  return (
    <form className="form" onSubmit={send}>
      <Trouble error={error} />
      {kind === 'move' && (
        <NumberInput
          label={say(boardWords.moveBy)}
          value={minutes}
          step={15}
          onChange={(value) => setMinutes(Number(value) || 0)}
        />
      )}
      {kind === 'numbers' && (
        <>
          <Select
            label={say(boardWords.role)}
            data={roles}
            value={roleName}
            allowDeselect={false}
            onChange={(value) => setRoleName(value ?? '')}
          />
          <Group grow>
            {(['least', 'target', 'most'] as const).map((key) => (
              <NumberInput
                key={key}
                label={say(boardWords[key])}
                value={numbers[key]}
                min={0}
                onChange={(value) => setNumbers({ ...numbers, [key]: Number(value) || 0 })}
              />
            ))}
          </Group>
        </>
      )}
      {kind === 'cancel' && (
        <TextInput
          label={say(boardWords.reason)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <div>
        <Button type="submit" loading={busy} disabled={!ready}>
          {label}
        </Button>
      </div>
    </form>
  )
}
