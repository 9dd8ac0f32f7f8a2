import { Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { type ActivityKind, activityKinds } from '../contract.ts'
import { activityKindWords } from '../messages.ts'
import { calendarWords } from './messages.ts'
import { OrganizationPicker } from './pickers.tsx'
import { views } from './span.ts'

/** The calendar's state is its address. */
export const Address = z.object({
  view: z.enum(views).optional().catch(undefined),
  on: z.iso.date().optional().catch(undefined),
  kind: z.enum(activityKinds).optional().catch(undefined),
  organization: z.uuid().optional().catch(undefined),
  place: z.uuid().optional().catch(undefined),
  mine: z.enum(['1']).optional().catch(undefined),
  feed: z.enum(['1']).optional().catch(undefined),
})

type Filtered = z.output<typeof Address>
type Roles = readonly { organizationId: string; organizationName: string }[]

export function CalendarFilters({
  address,
  setAddress,
  roles,
}: {
  address: Filtered
  setAddress: (change: Partial<z.input<typeof Address>>) => void
  roles: Roles
}) {
  const say = useWords()
  const [named, setNamed] = useState<{ value: string; label: string }[]>([])
  const own = [...new Map(roles.map((role) => [role.organizationId, role.organizationName]))]
  const known = [...own.map(([value, label]) => ({ value, label })), ...named]
  return (
    <div className="calendar-filters">
      <Select
        aria-label={say(calendarWords.kind)}
        placeholder={say(calendarWords.allKinds)}
        clearable
        data={activityKinds.map((value) => ({ value, label: say(activityKindWords[value]) }))}
        value={address.kind ?? null}
        onChange={(kind) => setAddress({ kind: (kind as ActivityKind) ?? undefined })}
      />
      <OrganizationPicker
        label=""
        placeholder={say(calendarWords.anyOrganization)}
        clearable
        known={known}
        value={address.organization ?? null}
        onChange={(organization, label) => {
          if (organization) setNamed([{ value: organization, label }])
          setAddress({ organization: organization ?? undefined })
        }}
      />
      <Checkbox
        label={say(calendarWords.onlyMine)}
        checked={address.mine === '1'}
        onChange={(event) => setAddress({ mine: event.currentTarget.checked ? '1' : undefined })}
      />
      {address.place && (
        <Checkbox label={say(calendarWords.onlyPlace)} checked onChange={() => setAddress({ place: undefined })} />
      )}
    </div>
  )
}
