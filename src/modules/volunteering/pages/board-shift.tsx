import { ActionIcon, Button, Checkbox, Group } from '@mantine/core'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { write } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { State } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import type { BoardShift, Holder, Standing } from '../board/contract.ts'
import { gapOf } from '../board/rules.ts'
import type { ShiftRole } from '../contract.ts'
import { cancelSignup, decideSignup, placePerson } from '../signing/contract.ts'
import { boardWords } from './board-messages.ts'
import { Overrule } from './overrule.tsx'
import { wordsOfRefusal } from './role-line.tsx'

/** Somebody taken up to be placed; `standing` comes a moment later. */
export type Hand = { id: string; name: string; standing: Record<string, Standing> | undefined; drop: () => void }

export function BoardCard({
  shift,
  hand,
  mayOverrule,
  chosen,
  onChoose,
  onPlace,
}: {
  shift: BoardShift
  hand: Hand | null
  mayOverrule: boolean
  chosen: boolean
  onChoose: () => void
  onPlace: (roleId: string) => void
}) {
  const say = useWords()
  const dates = useDates()
  const when = `${dates.time(shift.startsAt)}–${dates.time(shift.endsAt)}`
  return (
    <article className="board-shift" data-chosen={chosen || undefined}>
      <div className="board-shift-head">
        <div>
          <span className="board-time">{when}</span>{' '}
          <PageLink to={'/activities/$activityId/shifts' as '/'} params={{ activityId: shift.activityId } as never}>
            {shift.title}
          </PageLink>
        </div>
        <Checkbox
          checked={chosen}
          onChange={onChoose}
          aria-label={say(boardWords.choose, { title: shift.title, when: dates.moment(shift.startsAt) })}
        />
      </div>
      {shift.roles.map((role) => (
        <Slot key={role.id} shift={shift} role={role} hand={hand} mayOverrule={mayOverrule} onPlace={onPlace} />
      ))}
    </article>
  )
}

/** One role: who is in it, what it misses, and with somebody in hand whether they can take it. */
function Slot({
  shift,
  role,
  hand,
  mayOverrule,
  onPlace,
}: {
  shift: BoardShift
  role: ShiftRole
  hand: Hand | null
  mayOverrule: boolean
  onPlace: (roleId: string) => void
}) {
  const say = useWords()
  const notice = useNotice()
  const [over, setOver] = useState(false)
  const [asking, setAsking] = useState(false)
  const placing = useMutation({
    ...write(placePerson),
    onSuccess: () => {
      if (hand) notice(say(boardWords.placed, { name: hand.name }))
      setAsking(false)
      hand?.drop()
    },
  })
  const { missing, urgent } = gapOf(role)
  const standing = hand?.standing?.[role.id]
  const can = standing?.refusal === null
  const place = (overrule: string | null) => {
    if (hand) placing.mutate({ shiftId: shift.id, roleId: role.id, personId: hand.id, overrule })
  }
  const names = { name: hand?.name ?? '', role: role.name, title: shift.title }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is one way; the buttons inside are the other
    <div
      className="board-slot"
      data-can={hand && standing ? (can ? 'yes' : 'no') : undefined}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!hand) return
        setOver(true)
        if (can) event.preventDefault()
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (can) place(null)
      }}
    >
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
      <ul className="board-holders">
        {shift.holders
          .filter(({ roleId }) => roleId === role.id)
          .map((holder) => (
            <HolderLine key={holder.signupId} holder={holder} />
          ))}
      </ul>
      <Trouble error={placing.error} />
      {hand && standing ? (
        <div className="board-answer">
          {standing.refusal && <span>{say(wordsOfRefusal(standing.refusal))}</span>}
          {can && (
            <Button
              size="compact-sm"
              loading={placing.isPending}
              aria-label={say(boardWords.placeHereFor, names)}
              onClick={() => place(null)}
            >
              {say(boardWords.placeHere)}
            </Button>
          )}
          {standing.soft && mayOverrule && !asking && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={say(boardWords.anywayFor, names)}
              onClick={() => setAsking(true)}
            >
              {say(boardWords.anyway)}
            </Button>
          )}
          {asking && <Overrule busy={placing.isPending} onReason={place} />}
        </div>
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

function HolderLine({ holder }: { holder: Holder }) {
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
