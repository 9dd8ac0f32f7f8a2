import { Group, Table, Text, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
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
import { onPhone } from '../../../web/theme.ts'
import { OrganizationPicker } from '../../activities/pages/pickers.tsx'
import { useScopes } from '../../indicators/pages/scopes.ts'
import { type DutyRow, type Holding, type Load, listDuties } from '../contract.ts'
import { dossierWords } from '../dossiers/messages.ts'
import { handOverWords } from '../handing-over/messages.ts'
import { seatWords, dutyWords as words } from '../messages.ts'
import { policyWords } from '../policies/messages.ts'
import { reviewWords } from '../reviews/messages.ts'
import { warningWords } from '../warnings/messages.ts'
import { NewDuty } from './duty-forms.tsx'
import { DutyMatrix } from './matrix.tsx'

const Address = z.object({
  asOf: z.iso.date().optional().catch(undefined),
  organizationId: z.uuid().optional().catch(undefined),
  panel: z.enum(['new']).optional().catch(undefined),
})

/** Who answers for what, the gaps first: a table of people and duties, on a phone cards and who carries how much. */
export function DutiesPage() {
  const say = useWords()
  const organizes = useHas('organize')
  const phone = useMediaQuery(onPhone, undefined, { getInitialValueInEffect: false })
  const { known } = useScopes()
  const [{ asOf, organizationId, panel }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listDuties, { asOf, organizationId }))
  const close = () => setAddress({ panel: undefined })
  const gaps = data.duties.filter(({ holder }) => !holder)
  const held = data.duties.filter(({ holder }) => holder)
  return (
    <Page
      wide
      title={say(words.duties)}
      about={say(words.about)}
      actions={
        <>
          <PageLink to={'/warnings' as '/'}>{say(warningWords.warnings)}</PageLink>
          <PageLink to={'/policies' as '/'}>{say(policyWords.policies)}</PageLink>
          <PageLink to={'/hand-overs' as '/'}>{say(handOverWords.handOvers)}</PageLink>
          <PageLink to={'/reviews' as '/'}>{say(reviewWords.reviews)}</PageLink>
          <PageLink to={'/dossiers' as '/'}>{say(dossierWords.dossiers)}</PageLink>
        </>
      }
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
      <Group align="end" mb="md">
        <OrganizationPicker
          label={say(words.organization)}
          placeholder={say(words.everywhere)}
          known={known}
          value={organizationId ?? null}
          clearable
          onChange={(next) => setAddress({ organizationId: next ?? undefined })}
        />
        <TextInput
          type="date"
          label={say(words.asOf)}
          value={data.asOf}
          onChange={(event) => setAddress({ asOf: event.currentTarget.value || undefined })}
        />
      </Group>
      {data.duties.length === 0 && <Empty>{say(words.none)}</Empty>}
      {!phone && data.duties.length > 0 && <DutyMatrix duties={[...gaps, ...held]} loads={data.loads} />}
      {phone && gaps.length > 0 && (
        <Section title={`${say(words.gaps)} · ${gaps.length}`}>
          <DutyLines duties={gaps} />
        </Section>
      )}
      {phone && held.length > 0 && (
        <Section title={`${say(words.held)} · ${held.length}`}>
          <DutyLines duties={held} />
        </Section>
      )}
      {phone && data.loads.length > 0 && (
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
            {organization.name} · {say(words.seatIs, { seat: say(seatWords.holder) })}
            <Seated holding={holder} /> · {say(words.seatIs, { seat: say(seatWords.deputy) })}
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
