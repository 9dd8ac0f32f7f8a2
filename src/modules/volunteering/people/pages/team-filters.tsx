import { NativeSelect } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { TeamCategory, teamCategories } from '../../../organizations/contract.ts'
import { categoryWords } from '../../../organizations/messages.ts'
import { listSkills } from '../skills/contract.ts'
import { teamWords } from '../teams/messages.ts'

export const Address = z.object({
  category: TeamCategory.optional().catch(undefined),
  skill: z.string().optional().catch(undefined),
  sort: z.enum(['members', '-members', 'name']).optional().catch(undefined),
})

/** What narrows and orders the list of teams; it stands in the address. */
export function TeamFilters({ leads }: { leads: boolean }) {
  const say = useWords()
  const [{ category, skill, sort }, setAddress] = useAddress(Address)
  const { data: skills } = useSuspenseQuery(read(listSkills, {}))
  return (
    <div className="filters">
      <NativeSelect
        label={say(teamWords.category)}
        value={category ?? ''}
        onChange={(event) => setAddress({ category: (event.currentTarget.value || undefined) as never })}
        data={[
          { value: '', label: say(teamWords.anyCategory) },
          ...teamCategories.map((value) => ({ value, label: say(categoryWords[value]) })),
        ]}
      />
      {leads && (
        <NativeSelect
          label={say(teamWords.skill)}
          value={skill ?? ''}
          onChange={(event) => setAddress({ skill: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: say(teamWords.anySkill) },
            ...skills.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {leads && (
        <NativeSelect
          label={say(teamWords.sort)}
          value={sort ?? '-members'}
          onChange={(event) => setAddress({ sort: event.currentTarget.value as 'name' })}
          data={[
            { value: '-members', label: say(teamWords.strongest) },
            { value: 'members', label: say(teamWords.weakest) },
            { value: 'name', label: say(teamWords.byName) },
          ]}
        />
      )}
    </div>
  )
}
