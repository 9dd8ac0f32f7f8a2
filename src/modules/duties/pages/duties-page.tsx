import { Table, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { useHas } from '../../../web/me.ts'
import { Page, Section } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Empty } from '../../../web/states.tsx'
import { type DutyRow, type Holding, type Load, listDuties } from '../contract.ts'
import { handOverWords } from '../handing-over/messages.ts'
import { seatWords, dutyWords as words } from '../messages.ts'
import { NewDuty } from './duty-forms.tsx'

const Address = z.object({
  asOf: z.iso.date().optional().catch(undefined),
  panel: z.enum(['new']).optional().catch(undefined),
})

/** Who answers for what: the gaps first, then what is held, then who carries how much. */
export function DutiesPage() {
  const say = useWords()
  const organizes = useHas('organize')
  const [{ asOf, panel }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listDuties, { asOf }))
  const close = () => setAddress({ panel: undefined })
  const gaps = data.duties.filter(({ holder }) => !holder)
  const held = data.duties.filter(({ holder }) => holder)
  return (
    <Page
      title={say(words.duties)}
      about={say(words.about)}
      actions={<PageLink to={'/hand-overs' as '/'}>{say(handOverWords.handOvers)}</PageLink>}
      primary={
        organizes
          ? {
              label: say(words.add),
              icon: <IconPlus size={18} aria-hidden="true" />,
              onClick: () => setAddress({ panel: 'new' }),
            }
          : undefined
      }
    >
      <div className="narrow">
        <TextInput
          type="date"
          label={say(words.asOf)}
          value={data.asOf}
          onChange={(event) => setAddress({ asOf: event.currentTarget.value || undefined })}
          mb="md"
        />
      </div>
      {data.duties.length === 0 && <Empty>{say(words.none)}</Empty>}
      {gaps.length > 0 && (
        <Section title={`${say(words.gaps)} · ${gaps.length}`}>
          <DutyLines duties={gaps} />
        </Section>
      )}
      {held.length > 0 && (
        <Section title={`${say(words.held)} · ${held.length}`}>
          <DutyLines duties={held} />
        </Section>
      )}
      {data.loads.length > 0 && (
        <Section title={say(words.loads)}>
          <Loads loads={data.loads} />
        </Section>
      )}
      <SidePanel title={say(words.add)} open={panel === 'new'} onClose={close}>
        <NewDuty fromDate={data.asOf} done={close} />
      </SidePanel>
    </Page>
  )
}

function DutyLines({ duties }: { duties: readonly DutyRow[] }) {
  const say = useWords()
  return (
    <ul className="sheet lines">
      {duties.map(({ id, name, organization, holder, deputy }) => (
        <li key={id}>
          <PageLink to={`/duties/${id}` as '/'}>{name}</PageLink>
          <Text size="sm" c="dimmed">
            {organization.name} · {say(seatWords.holder)}: <Seated holding={holder} /> · {say(seatWords.deputy)}:{' '}
            <Seated holding={deputy} />
          </Text>
        </li>
      ))}
    </ul>
  )
}

function Seated({ holding }: { holding: Holding | null }) {
  const say = useWords()
  if (!holding) return say(words.nobody)
  return (
    <PageLink to="/people/$personId" params={{ personId: holding.person.id }}>
      {holding.person.name}
    </PageLink>
  )
}

function Loads({ loads }: { loads: readonly Load[] }) {
  const say = useWords()
  return (
    <div className="sheet">
      <Table aria-label={say(words.loads)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say(words.person)}</Table.Th>
            <Table.Th scope="col" ta="end">
              {say(words.holds)}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {say(words.deputizes)}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {loads.map(({ person, holds, deputizes }) => (
            <Table.Tr key={person.id}>
              <Table.Th scope="row" fw={400}>
                <PageLink to="/people/$personId" params={{ personId: person.id }}>
                  {person.name}
                </PageLink>
              </Table.Th>
              <Table.Td ta="end">{holds}</Table.Td>
              <Table.Td ta="end">{deputizes}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
