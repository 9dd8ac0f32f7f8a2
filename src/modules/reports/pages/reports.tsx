import { ActionIcon, Group, SegmentedControl, SimpleGrid, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../web/link.tsx'
import { useDates } from '../../../web/moment.tsx'
import { Page, Section, Sheet } from '../../../web/page.tsx'
import { Empty, Loading, Part, Trouble } from '../../../web/states.tsx'
import { figureCompared, figureSeries } from '../../indicators/contract.ts'
import { FigureDoor } from '../../indicators/pages/figure.tsx'
import { indicatorWords } from '../../indicators/pages/messages.ts'
import { useSaid } from '../../indicators/pages/records.tsx'
import {
  parsePeriod,
  periodAfter,
  periodBefore,
  periodOf,
  periodText,
  periodWords,
} from '../../indicators/period/rules.ts'
import { boardWords } from '../boards/messages.ts'
import { formWords } from '../forms/pages/messages.ts'
import { figureNames, messages } from '../messages.ts'
import { publishedWords } from '../publishing/pages/messages.ts'
import { PublishedList } from '../publishing/pages/published-list.tsx'
import { wordTemplateWords } from '../word-templates/pages/messages.ts'
import { WrittenReports } from '../writing/pages/report-list.tsx'
import { comparedOfYear, type FigureName, questionIn } from '../yearly/rules.ts'
import { ScopePicker } from './scope.tsx'

const Address = z.object({ period: z.string().optional(), scope: z.uuid().optional().catch(undefined) })
const kinds = ['year', 'half', 'quarter', 'month'] as const

/** The office's year, half, quarter or month in figures, and the way to the report. */
export function ReportsPage() {
  const say = useWords()
  return (
    <Page
      title={say(messages.reports)}
      about={say(messages.about)}
      actions={
        <>
          <ButtonLink to={'/forms' as '/'} variant="default">
            {say(formWords.forms)}
          </ButtonLink>
          <ButtonLink to={'/boards' as '/'} variant="default">
            {say(boardWords.boards)}
          </ButtonLink>
          <ButtonLink to={'/reports/indicators' as '/'} variant="default">
            {say(indicatorWords.indicators)}
          </ButtonLink>
          <ButtonLink to={'/reports/indicators/ask' as '/'} variant="default">
            {say(indicatorWords.ask)}
          </ButtonLink>
        </>
      }
    >
      <Part shape="cards">
        <Figures />
      </Part>
      <WrittenReports />
      <Section
        title={say(publishedWords.published)}
        actions={<PageLink to={'/reports/word-templates' as '/'}>{say(wordTemplateWords.title)}</PageLink>}
      >
        <Part>
          <PublishedList />
        </Part>
      </Section>
    </Page>
  )
}

function Figures() {
  const say = useWords()
  const dates = useDates()
  const [address, setAddress] = useAddress(Address)
  const thisYear = dates.today().slice(0, 4)
  const { scope } = address
  const within = scope ? { scope } : {}
  const all = { fact: 'activity', measure: 'count', period: `2000-01-01..${thisYear}-12-31`, ...within }
  const { data } = useSuspenseQuery(read(figureSeries, { ...all, by: 'year' }))
  const years = data.parts.filter((part) => part.records > 0).map((part) => part.key)
  const latest = years.at(-1)
  const picker = <ScopePicker scope={scope} onChange={(next) => setAddress({ scope: next })} />
  if (!latest)
    return scope ? (
      <>
        {picker}
        <Empty>{say(messages.nothingHere)}</Empty>
      </>
    ) : (
      <Empty action={<ButtonLink to={'/import' as '/'}>{say(messages.importWorkbook)}</ButtonLink>}>
        {say(messages.nothingYet)}
      </Empty>
    )
  const period = parsePeriod(address.period ?? '') ?? periodOf('year', `${latest}-01-01`)
  const kind = period.kind === 'days' ? 'year' : period.kind
  const show = (next: typeof period) => setAddress({ period: periodText(next) })
  return (
    <>
      <Group gap="sm" mb="md" align="end">
        {picker}
        <SegmentedControl
          aria-label={say(messages.period)}
          value={kind}
          onChange={(next) => show(periodOf(next as typeof kind, period.from))}
          data={kinds.map((value) => ({ value, label: say(messages[value]) }))}
        />
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={say(messages.earlier)}
            onClick={() => show(periodBefore(period))}
          >
            <IconChevronLeft size={18} aria-hidden="true" />
          </ActionIcon>
          <Text aria-live="polite" px="xs">
            {say(periodWords(period))}
          </Text>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={say(messages.later)}
            onClick={() => show(periodAfter(period))}
          >
            <IconChevronRight size={18} aria-hidden="true" />
          </ActionIcon>
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
        {comparedOfYear.map((name) => (
          <Card key={name} name={name} period={periodText(period)} scope={scope} />
        ))}
      </SimpleGrid>
      <Section title={say(messages.yearlyReport)}>
        <Sheet>
          <Group gap="lg" component="nav" aria-label={say(messages.yearsOnRecord)}>
            {years.toReversed().map((year) => (
              <PageLink key={year} to={`/reports/yearly/${year}` as '/'} search={within as never}>
                {say(messages.readReport, { year })}
              </PageLink>
            ))}
          </Group>
        </Sheet>
      </Section>
    </>
  )
}

/** One figure with its name and what it was a year earlier. */
function Card({ name, period, scope }: { name: FigureName; period: string; scope: string | undefined }) {
  const say = useWords()
  const said = useSaid()
  const { data, error } = useQuery(read(figureCompared, questionIn(name, period, scope)))
  const label = say(figureNames[name] ?? [name, name])
  return (
    <Sheet>
      <Text size="sm">{label}</Text>
      <Trouble error={error} />
      {!data && !error && <Loading shape="text" />}
      {data && (
        <>
          <Text size="28px" lh={1.4}>
            <FigureDoor question={data.now.question} label={said(data.now.definition)}>
              {said(data.now.inWords)}
            </FigureDoor>
          </Text>
          <Text size="sm" c="dimmed">
            {data.comparable
              ? say(messages.beside, { period: said(data.before.period), before: said(data.before.inWords) })
              : say(messages.nothingThen, { period: said(data.before.period) })}
          </Text>
        </>
      )}
    </Sheet>
  )
}
