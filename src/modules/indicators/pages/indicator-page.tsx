import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read, write } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../web/link.tsx'
import { Moment, useDates } from '../../../web/moment.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { Page, Section, Sheet, State } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import {
  type IndicatorCard,
  type IndicatorVersion,
  readIndicator,
  restoreIndicator,
  retireIndicator,
} from '../named/contract.ts'
import { parsePeriod } from '../period/rules.ts'
import { PeriodBlank, ScopeBlank, thisYear } from './blanks.tsx'
import { Uses } from './keep-form.tsx'
import { indicatorWords as words } from './messages.ts'
import { Preview } from './preview.tsx'
import { useSaid } from './records.tsx'
import './asking.css'

const Address = z.object({
  period: z.string().optional().catch(undefined),
  scope: z.uuid().optional().catch(undefined),
})

/** One indicator: what it counts, how it goes, where it is used and what it was before. */
export function IndicatorPage() {
  const say = useWords()
  const said = useSaid()
  const dates = useDates()
  const { indicatorId } = useParams({ strict: false }) as { indicatorId: string }
  const [address, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(readIndicator, { id: indicatorId }))
  const period = address.period && parsePeriod(address.period) ? address.period : thisYear(dates.today())
  const { by, ...question } = data.question
  const asking = { ...question, period, ...(address.scope ? { scope: address.scope } : {}) }
  return (
    <Page
      title={said(data.name)}
      about={data.retired ? <State>{say(words.retired)}</State> : undefined}
      back={<PageLink to={'/reports/indicators' as '/'}>{say(words.toIndicators)}</PageLink>}
      actions={data.mayChange && <Actions indicator={data} />}
    >
      <Sheet>
        <dl className="figure-facts">
          <Line head={say(words.counts)}>{said(data.definition)}</Line>
          {said(data.note) && <Line head={say(words.ownWords)}>{said(data.note)}</Line>}
          <Line head={say(words.owner)}>{data.owner.name}</Line>
        </dl>
        <div className="asking asking-below">
          <PeriodBlank value={period} onChange={(next) => setAddress({ period: next })} />
          <ScopeBlank value={address.scope} onChange={(next) => setAddress({ scope: next })} />
        </div>
      </Sheet>
      <Preview asking={asking} by={by ?? 'month'} />
      <Section title={say(words.uses)}>
        <Sheet>
          <Uses uses={data.uses} />
        </Sheet>
      </Section>
      <Section title={say(words.versions)}>
        <Stack gap="sm">
          {data.versions.map((version) => (
            <Version key={version.number} version={version} />
          ))}
        </Stack>
      </Section>
    </Page>
  )
}

const Line = ({ head, children }: { head: string; children: string }) => (
  <div>
    <dt>{head}</dt>
    <dd>{children}</dd>
  </div>
)

function Version({ version: { number, name, note, definition, savedBy, savedAt } }: { version: IndicatorVersion }) {
  const say = useWords()
  const said = useSaid()
  return (
    <Sheet>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {say(words.versionNumber, { version: number })} · {said(name)}
        </Text>
        <Text size="sm" c="dimmed">
          {savedBy && say(words.savedBy, { name: savedBy.name })}
          {savedAt ? <Moment at={savedAt} /> : say(words.withLinli)}
        </Text>
      </Group>
      <Text>{said(definition)}</Text>
      {said(note) && <Text size="sm">{said(note)}</Text>}
    </Sheet>
  )
}

function Actions({ indicator }: { indicator: IndicatorCard }) {
  const say = useWords()
  const said = useSaid()
  const notice = useNotice()
  const { id, question, retired } = indicator
  const restore = useMutation(write(restoreIndicator))
  const retire = useMutation({
    ...write(retireIndicator),
    onSuccess: () => notice(say(words.retiredNow, { name: said(indicator.name) }), () => restore.mutateAsync({ id })),
  })
  return (
    <>
      <ButtonLink
        to={'/reports/indicators/ask' as '/'}
        search={{ ...question, indicator: id } as never}
        variant="default"
      >
        {say(words.changeQuestion)}
      </ButtonLink>
      <Button
        variant="default"
        loading={retire.isPending || restore.isPending}
        onClick={() => (retired ? restore : retire).mutate({ id })}
      >
        {say(retired ? words.restore : words.retire)}
      </Button>
      <Trouble error={retire.error ?? restore.error} />
    </>
  )
}
