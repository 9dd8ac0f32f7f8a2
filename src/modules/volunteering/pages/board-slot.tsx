import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { write } from '../../../platform/web.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { State } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import type { BoardShift, Standing } from '../board/contract.ts'
import { gapOf } from '../board/rules.ts'
import type { ShiftRole } from '../contract.ts'
import { placePerson } from '../signing/contract.ts'
import { HolderLine } from './board-holder.tsx'
import { boardWords } from './board-messages.ts'
import { Overrule } from './overrule.tsx'
import { wordsOfTheirs } from './role-line.tsx'

/** Somebody taken up to be placed; `standing` comes a moment later. */
export type Hand = { id: string; name: string; standing: Record<string, Standing> | undefined; drop: () => void }

type Place = { shift: BoardShift; role: ShiftRole }

/** One role: who is in it, what it misses, and with somebody in hand whether they can take it. */
export function Slot({
  shift,
  role,
  hand,
  mayOverrule,
  onPlace,
}: Place & { hand: Hand | null; mayOverrule: boolean; onPlace: (roleId: string) => void }) {
  const say = useWords()
  const [over, setOver] = useState(false)
  const [askingFor, setAskingFor] = useState<string | null>(null)
  const placing = usePlacing({ shift, role }, hand)
  const standing = hand?.standing?.[role.id]
  const can = standing?.refusal === null
  const couldAnyway = standing?.soft === true && mayOverrule
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is one way; the buttons inside are the other
    <div
      className="board-slot"
      data-can={hand && standing ? (can ? 'yes' : 'no') : undefined}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!hand) return
        setOver(true)
        if (can || couldAnyway) event.preventDefault()
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (can) placing.place(null)
        else if (couldAnyway) setAskingFor(hand?.id ?? null)
      }}
    >
      <RoleHead role={role} />
      <ul className="board-holders">
        {shift.holders
          .filter(({ roleId }) => roleId === role.id)
          .map((holder) => (
            <HolderLine key={holder.signupId} holder={holder} />
          ))}
      </ul>
      <Trouble error={placing.error} />
      {hand && standing ? (
        <Answer
          standing={standing}
          names={{ name: hand.name, role: role.name, title: shift.title }}
          couldAnyway={couldAnyway}
          asking={askingFor === hand.id}
          onAsk={() => setAskingFor(hand.id)}
          busy={placing.busy}
          place={placing.place}
        />
      ) : (
        role.taken < role.most && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconUserPlus size={16} aria-hidden="true" />}
            aria-label={say(boardWords.placeFor, { role: role.name, title: shift.title })}
            onClick={() => onPlace(role.id)}
          >
            {say(boardWords.place)}
          </Button>
        )
      )}
    </div>
  )
}

function RoleHead({ role }: { role: ShiftRole }) {
  const say = useWords()
  const { missing, urgent } = gapOf(role)
  return (
    <div className="board-role">
      <span>
        {role.name}{' '}
        <span className="board-count">{say(boardWords.ofTarget, { taken: role.taken, target: role.target })}</span>
      </span>
      {missing > 0 ? (
        <State tone={urgent > 0 ? 'late' : 'soon'}>
          {urgent > 0 ? say(boardWords.urgent, { n: urgent }) : say(boardWords.missing, { n: missing })}
        </State>
      ) : (
        <State>{say(boardWords.full)}</State>
      )}
    </div>
  )
}

/** Whether whoever is in hand can stand here: a button, or the reason and for a soft one the way past it. */
function Answer({
  standing,
  names,
  couldAnyway,
  asking,
  onAsk,
  busy,
  place,
}: {
  standing: Standing
  names: { name: string; role: string; title: string }
  couldAnyway: boolean
  asking: boolean
  onAsk: () => void
  busy: boolean
  place: (overrule: string | null) => void
}) {
  const say = useWords()
  return (
    <div className="board-answer">
      {standing.refusal ? (
        <span>{say(wordsOfTheirs(standing.refusal))}</span>
      ) : (
        <Button
          size="compact-sm"
          loading={busy}
          aria-label={say(boardWords.placeHereFor, names)}
          onClick={() => place(null)}
        >
          {say(boardWords.placeHere)}
        </Button>
      )}
      {couldAnyway && !asking && (
        <Button size="compact-sm" variant="default" aria-label={say(boardWords.anywayFor, names)} onClick={onAsk}>
          {say(boardWords.anyway)}
        </Button>
      )}
      {couldAnyway && asking && <Overrule busy={busy} onReason={place} />}
    </div>
  )
}

function usePlacing({ shift, role }: Place, hand: Hand | null) {
  const say = useWords()
  const notice = useNotice()
  const placing = useMutation({
    ...write(placePerson),
    onSuccess: () => {
      if (hand) notice(say(boardWords.placed, { name: hand.name }))
      hand?.drop()
    },
  })
  return {
    error: placing.error,
    busy: placing.isPending,
    place: (overrule: string | null) => {
      if (hand) placing.mutate({ shiftId: shift.id, roleId: role.id, personId: hand.id, overrule })
    },
  }
}
