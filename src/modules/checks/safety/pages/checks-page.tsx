import { Button, SegmentedControl, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { useAddress } from '../../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { useDates } from '../../../../web/moment.tsx'
import { keptRead } from '../../../../web/outbox/kept.ts'
import { useWithoutNetwork } from '../../../../web/outbox/without-network.ts'
import { Page, State } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Empty, Part } from '../../../../web/states.tsx'
import { checklistWords } from '../../checklists/messages.ts'
import { type CheckLine, listChecks } from '../contract.ts'
import { checkStateWords, checkWords as words } from '../messages.ts'
import { useCheckBox } from './check-box.ts'
import { StartCheck } from './start-check.tsx'

const Address = z.object({
  state: z.enum(['open', 'done']).catch('open').default('open'),
  page: z.coerce.number().int().min(0).catch(0).default(0),
  panel: z.literal('start').optional().catch(undefined),
})

/** What is to be checked, and what was. */
export function ChecksPage() {
  const say = useWords()
  const [address, setAddress] = useAddress(Address)
  useWithoutNetwork()
  const box = useCheckBox()
  const waiting = Object.keys(box.waiting).length
  return (
    <Page
      title={say(words.checks)}
      about={say(words.about)}
      actions={
        <>
          <ButtonLink variant="default" to={'/checks/plans' as '/'}>
            {say(words.plans)}
          </ButtonLink>
          <ButtonLink variant="default" to={'/checklists' as '/'}>
            {say(checklistWords.checklists)}
          </ButtonLink>
        </>
      }
      primary={{
        label: say(words.start),
        icon: <IconPlus size={18} aria-hidden="true" />,
        onClick: () => setAddress({ panel: 'start' }, { push: true }),
      }}
    >
      {waiting > 0 && (
        <Text mb="sm" role="status">
          {say(words.waits, { count: waiting })}
        </Text>
      )}
      <SegmentedControl
        mb="md"
        aria-label={say(words.checks)}
        data={[
          { value: 'open', label: say(words.open) },
          { value: 'done', label: say(words.done) },
        ]}
        value={address.state}
        onChange={(state) => setAddress({ state: state as 'open' | 'done', page: 0 })}
      />
      <Part>
        <List state={address.state} page={address.page} toPage={(page) => setAddress({ page })} />
      </Part>
      <SidePanel
        title={say(words.startAbout)}
        open={address.panel === 'start'}
        onClose={() => setAddress({ panel: undefined })}
      >
        <StartCheck />
      </SidePanel>
    </Page>
  )
}

function List({ state, page, toPage }: { state: 'open' | 'done'; page: number; toPage: (page: number) => void }) {
  const say = useWords()
  const me = useMe()?.personId ?? ''
  const { data } = useSuspenseQuery(keptRead(listChecks, { state, offset: page * 50 }, me))
  if (data.checks.length === 0) return <Empty>{say(state === 'open' ? words.none : words.noneDone)}</Empty>
  return (
    <>
      <ul className="sheet lines">
        {data.checks.map((check) => (
          <li key={check.id}>
            <Line check={check} />
          </li>
        ))}
      </ul>
      {data.more && (
        <Button mt="md" variant="default" onClick={() => toPage(page + 1)}>
          {say(words.more)}
        </Button>
      )}
    </>
  )
}

function Line({ check }: { check: CheckLine }) {
  const say = useWords()
  const dates = useDates()
  const { state, doneAt } = check
  const tone = state === 'late' || check.passed === false ? 'late' : state === 'due' ? 'soon' : undefined
  const said = doneAt ? say(check.passed ? words.passed : words.failed) : say(checkStateWords[state])
  return (
    <>
      <PageLink to={`/checks/${check.id}` as '/'}>
        {[check.station, check.place.name].filter(Boolean).join(' · ')}
      </PageLink>
      <Text size="sm" c="dimmed" component="div">
        <State tone={tone}>{said}</State> {check.checklist.name} ·{' '}
        {doneAt
          ? say(words.doneBy, { name: check.doneBy ?? '', day: dates.dayAt(doneAt) })
          : say(words.dueOn, { day: dates.day(check.dueOn) })}
      </Text>
    </>
  )
}
