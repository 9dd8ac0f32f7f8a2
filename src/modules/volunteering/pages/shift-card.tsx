import type { ReactNode } from 'react'
import { PageLink } from '../../../web/link.tsx'
import type { Shift } from '../contract.ts'
import type { Fit } from '../signing/contract.ts'
import { MyPlace } from './my-place.tsx'
import { RoleLine } from './role-line.tsx'
import { ShiftFit } from './shift-fit.tsx'
import type { useShiftQueue } from './shift-queue.ts'
import { ShiftWhen } from './shift-when.tsx'

/** One shift in a list: where it leads, when and where it is, and each role with its button or its reason. */
export function ShiftCard({
  shift,
  refusals,
  queue,
  roles = true,
  children,
}: {
  shift: Shift & { fit?: Fit }
  refusals?: Record<string, string | null>
  queue: ReturnType<typeof useShiftQueue>
  roles?: boolean
  children?: ReactNode
}) {
  return (
    <li className="shift-card">
      <PageLink to={'/shifts/$shiftId' as '/'} params={{ shiftId: shift.id } as never}>
        {shift.title}
      </PageLink>
      <ShiftWhen shift={shift} />
      {shift.fit && <ShiftFit fit={shift.fit} />}
      {children}
      <MyPlace shift={shift} queue={queue} />
      {roles && (
        <ul className="roles">
          {shift.roles.map((role) => (
            <RoleLine key={role.id} shift={shift} role={role} refusal={refusals?.[role.id]} queue={queue} />
          ))}
        </ul>
      )}
    </li>
  )
}
