import { Button, Group, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section, Sheet } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty } from '../../../../web/states.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { bringBackObjective, keepObjective, type Objective, readObjective, removeObjective } from '../contract.ts'
import { objectiveWords as words } from '../messages.ts'
import { EvidencePart } from './evidence-part.tsx'
import { ChangeObjective } from './objective-form.tsx'
import { Numbers, ObjectiveLine, StateOf } from './objective-line.tsx'

const Address = z.object({ panel: z.enum(['change']).optional().catch(undefined) })

/** One objective: how it stands and why, what the parts below contribute, and its evidence. */
export function ObjectivePage() {
  const { objectiveId } = useParams({ from: '/objectives/$objectiveId' })
  const say = useWords()
  const said = useSaid()
  const [{ panel }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(readObjective, { objectiveId }))
  const close = () => setAddress({ panel: undefined })
  return (
    <Page
      title={data.title}
      about={`${data.organization.name} · ${data.year} · ${data.holder.name}`}
      back={<PageLink to={'/objectives' as '/'}>{say(words.objectives)}</PageLink>}
      actions={
        data.mayChange && (
          <Group gap="xs">
            <ButtonLink
              to="."
              search={{ panel: 'change' } as never}
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden="true" />}
            >
              {say(words.change)}
            </ButtonLink>
            <Remove objective={data} />
          </Group>
        )
      }
    >
      <Sheet>
        <div className="objective-stands">
          <StateOf objective={data} />
        </div>
        <Numbers objective={data} />
        {data.stepsInWords && (
          <Text size="sm" c="dimmed" mt="sm">
            {data.stepsInWords.map((step, i) => say(words.stepIs, { n: i + 1, value: said(step) })).join(' · ')}
          </Text>
        )}
      </Sheet>
      <Below objective={data} />
      {data.indicatorId === null && <EvidencePart objective={data} />}
      <SidePanel title={say(words.change)} open={panel === 'change'} onClose={close}>
        <ChangeObjective objective={data} done={close} />
      </SidePanel>
    </Page>
  )
}

function Below({ objective }: { objective: Objective }) {
  const say = useWords()
  const { below, without } = objective
  if (below.length === 0 && without.length === 0) return null
  return (
    <Section title={say(words.below)}>
      {below.length === 0 ? (
        <Empty>{say(words.noneBelow)}</Empty>
      ) : (
        <ul className="sheet lines">
          {below.map((one) => (
            <ObjectiveLine key={one.id} objective={one} />
          ))}
        </ul>
      )}
      <Group gap="xs" mt="sm">
        {without.map((part) => (
          <PassDown key={part.id} objective={objective} part={part} />
        ))}
      </Group>
    </Section>
  )
}

/** The same for a part below, with an even share of the target; it is changed there like any other. */
function PassDown({ objective, part }: { objective: Objective; part: { id: string; name: string } }) {
  const say = useWords()
  const notice = useNotice()
  const pass = useMutation(write(keepObjective))
  const { id, title, year, holder, indicatorId, sense, target, figure, below, without } = objective
  const shared = indicatorId === null || figure?.additive
  const share = shared ? Math.max(1, Math.round(target.value / (below.length + without.length))) : target.value
  return (
    <Button
      variant="default"
      loading={pass.isPending}
      onClick={() =>
        pass.mutate(
          {
            organizationId: part.id,
            year,
            parentId: id,
            title,
            holderId: holder.id,
            indicatorId,
            sense,
            target: share,
          },
          { onSuccess: () => notice(say(words.passedDown, { name: part.name })) },
        )
      }
    >
      {say(words.passDown, { name: part.name })}
    </Button>
  )
}

function Remove({ objective: { id: objectiveId, title } }: { objective: Objective }) {
  const say = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const bringBack = useMutation(write(bringBackObjective))
  const remove = useMutation({
    ...write(removeObjective),
    onSuccess: () => {
      notice(say(words.removed, { title }), () => bringBack.mutateAsync({ objectiveId }))
      void navigate({ to: '/objectives' as '/' })
    },
  })
  return (
    <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({ objectiveId })}>
      {say(words.remove)}
    </Button>
  )
}
