import { Group, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { useHas } from '../../../../web/me.ts'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty } from '../../../../web/states.tsx'
import { useScopes } from '../../../indicators/pages/scopes.ts'
import { listObjectives, type ObjectiveRow, states } from '../contract.ts'
import { stateWords, objectiveWords as words } from '../messages.ts'
import { NewObjective } from './objective-form.tsx'
import { ObjectiveLine } from './objective-line.tsx'

const Address = z.object({
  year: z.coerce.number().int().min(2000).max(2200).optional().catch(undefined),
  organization: z.uuid().optional().catch(undefined),
  panel: z.enum(['new']).optional().catch(undefined),
})

/** What each part means to reach this year, the worst first: the board of early warning. */
export function ObjectivesPage() {
  const say = useWords()
  const dates = useDates()
  const { known } = useScopes()
  const sets = useHas('writeReports')
  const [address, setAddress] = useAddress(Address)
  const year = address.year ?? Number(dates.today().slice(0, 4))
  const { data } = useSuspenseQuery(read(listObjectives, { year, organizationId: address.organization }))
  const close = () => setAddress({ panel: undefined })
  return (
    <Page
      title={say(words.objectives)}
      about={say(words.about)}
      primary={
        sets
          ? {
              label: say(words.add),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'new' }),
            }
          : undefined
      }
    >
      <Group gap="md" mb="md">
        <NativeSelect
          label={say(words.year)}
          value={String(year)}
          data={[year + 1, year, year - 1, year - 2].map(String)}
          onChange={(event) => setAddress({ year: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={say(words.organization)}
          value={address.organization ?? known[0]?.value ?? ''}
          data={known}
          onChange={(event) => setAddress({ organization: event.currentTarget.value || undefined })}
        />
      </Group>
      {data.length === 0 ? <Empty>{say(words.none, { year })}</Empty> : <ByState objectives={data} />}
      <SidePanel title={say(words.add)} open={address.panel === 'new'} onClose={close}>
        <NewObjective year={year} done={close} />
      </SidePanel>
    </Page>
  )
}

function ByState({ objectives }: { objectives: readonly ObjectiveRow[] }) {
  const say = useWords()
  return states.map((state) => {
    const all = objectives.filter((objective) => objective.state === state)
    if (all.length === 0) return null
    return (
      <Section key={state} title={`${say(stateWords[state])} · ${all.length}`}>
        <ul className="sheet lines">
          {all.map((objective) => (
            <ObjectiveLine key={objective.id} objective={objective} />
          ))}
        </ul>
      </Section>
    )
  })
}
