import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { readOrganization } from '../contract.ts'
import { roleWords } from '../messages.ts'
import { type Membership, Role } from '../people/contract.ts'
import { messages } from '../people/messages.ts'
import { OrganizationField } from './choosing.tsx'

type RoleName = Membership['role']

/** Where somebody holds what: only the roles that the reader may give there. */
export function RoleAt({
  organizationId,
  role,
  errors,
  setOrganization,
  setRole,
}: {
  organizationId: string
  role: RoleName
  errors: Record<string, string>
  setOrganization: (id: string) => void
  setRole: (role: RoleName) => void
}) {
  const say = useWords()
  const { data: place } = useQuery({
    ...read(readOrganization, { id: organizationId }),
    enabled: organizationId !== '',
  })
  const offered = place?.mayGive ?? []
  const choices = Role.options.filter((one) => offered.includes(one) || one === role)
  return (
    <>
      <OrganizationField
        label={say(messages.organization)}
        name="organizationId"
        error={place && offered.length === 0 ? say(messages.notYours) : errors.organizationId}
        known={place ? [{ value: place.id, label: place.name }] : []}
        value={organizationId || null}
        onChange={(value) => setOrganization(value ?? '')}
      />
      <NativeSelect
        label={say(messages.role)}
        name="role"
        error={errors.role}
        data={choices.map((value) => ({ value, label: say(roleWords[value]) }))}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as RoleName)}
      />
    </>
  )
}
