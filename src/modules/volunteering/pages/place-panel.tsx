import './shifts.css'
import './board.css'
import { Button, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { read, write } from '../../../platform/web.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Trouble } from '../../../web/states.tsx'
import { type BoardShift, candidatesFor } from '../board/contract.ts'
import type { ShiftRole } from '../contract.ts'
import { placePerson } from '../signing/contract.ts'
import { boardWords } from './board-messages.ts'
import { Overrule } from './overrule.tsx'
import { wordsOfTheirs } from './role-line.tsx'
import { ShiftWhen } from './shift-when.tsx'

/** Everybody who might take this place: those who can first, of the others why not. */
export function PlacePanel({
  shifts,
  place,
  mayOverrule,
  onClose,
}: {
  shifts: readonly BoardShift[]
  /** `shift.role`, as it stands in the address */
  place: string | undefined
  mayOverrule: boolean
  onClose: () => void
}) {
  const say = useWords()
  const [shiftId, roleId] = place?.split('.') ?? []
  const shift = shifts.find(({ id }) => id === shiftId)
  const role = shift?.roles.find(({ id }) => id === roleId)
  return (
    <SidePanel
      title={shift && role ? say(boardWords.placeFor, { role: role.name, title: shift.title }) : say(boardWords.place)}
      open={shift !== undefined && role !== undefined}
      onClose={onClose}
    >
      {shift && role && <Candidates shift={shift} role={role} mayOverrule={mayOverrule} onPlaced={onClose} />}
    </SidePanel>
  )
}

function Candidates({
  shift,
  role,
  mayOverrule,
  onPlaced,
}: {
  shift: BoardShift
  role: ShiftRole
  mayOverrule: boolean
  onPlaced: () => void
}) {
  const say = useWords()
  const notice = useNotice()
  const { data: candidates } = useSuspenseQuery(read(candidatesFor, { shiftId: shift.id, roleId: role.id }))
  const [asking, setAsking] = useState<string | null>(null)
  const placing = useMutation({ ...write(placePerson), onSuccess: onPlaced })
  const place = (personId: string, name: string, overrule: string | null) =>
    placing.mutate(
      { shiftId: shift.id, roleId: role.id, personId, overrule },
      { onSuccess: () => notice(say(boardWords.placed, { name })) },
    )
  return (
    <>
      <ShiftWhen shift={shift} />
      <Trouble error={placing.error} />
      <ul className="sheet lines candidates">
        {candidates.map(({ personId, name, organizationName, refusal, soft, canCome }) => {
          const names = { name, role: role.name, title: shift.title }
          return (
            <li key={personId} className="line-with-action">
              <div>
                {name}{' '}
                <Text span size="sm" c="dimmed">
                  {organizationName}
                </Text>
                {refusal === null && canCome === 'yes' && (
                  <Text size="sm" component="div">
                    {say(boardWords.free)}
                  </Text>
                )}
                {refusal && (
                  <Text size="sm" component="div" className="role-refusal">
                    {say(wordsOfTheirs(refusal))}
                  </Text>
                )}
                {asking === personId && (
                  <Overrule busy={placing.isPending} onReason={(reason) => place(personId, name, reason)} />
                )}
              </div>
              {refusal === null ? (
                <Button
                  size="compact-md"
                  aria-label={say(boardWords.placeHereFor, names)}
                  loading={placing.isPending && placing.variables.personId === personId}
                  onClick={() => place(personId, name, null)}
                >
                  {say(boardWords.placeHere)}
                </Button>
              ) : (
                soft &&
                mayOverrule &&
                asking !== personId && (
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={say(boardWords.anywayFor, names)}
                    onClick={() => setAsking(personId)}
                  >
                    {say(boardWords.anyway)}
                  </Button>
                )
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
