import { Alert, Button, Group, Switch, Text } from '@mantine/core'
import { IconDownload, IconFileCertificate } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, read, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { Page, Sheet } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Part } from '../../../../web/states.tsx'
import { messages } from '../../messages.ts'
import { DoorsOf, ReportText } from '../../pages/report-text.tsx'
import { openPublished, type PublishedReport, publishedReport, publishedReportFile } from '../contract.ts'
import { DifferencesToday } from './differences.tsx'
import { FrozenFigure } from './frozen-figure.tsx'
import { publishedWords as words } from './messages.ts'

const Address = z.object({ figure: z.string().optional().catch(undefined) })

/** A published report: what it said, every number a door to what it was counted from, and how that has changed since. */
export function PublishedPage() {
  const say = useWords()
  const { publishedId } = useParams({ strict: false }) as { publishedId: string }
  const { data: report } = useSuspenseQuery(read(publishedReport, { publishedId }))
  const [{ figure }, setAddress] = useAddress(Address)
  const open = (key: string | undefined) => setAddress({ figure: key }, { push: true })
  const { settled } = report
  return (
    <Page
      title={settled.title.join(settled.language === 'en' ? ': ' : '')}
      about={<Particulars report={report} />}
      back={<PageLink to={'/reports' as '/'}>{say(messages.toReports)}</PageLink>}
      actions={<Files report={report} />}
    >
      {report.latest > report.number && <Alert color="yellow">{say(words.laterOne, { latest: report.latest })}</Alert>}
      <Part>
        <DifferencesToday publishedId={publishedId} onOpen={open} />
      </Part>
      <Sheet>
        <DoorsOf open={open}>
          <ReportText report={settled} />
        </DoorsOf>
      </Sheet>
      <Seal report={report} />
      <SidePanel title={say(words.frozen)} open={figure !== undefined} onClose={() => open(undefined)}>
        {figure && <FrozenFigure key={figure} report={report} figureKey={figure} />}
      </SidePanel>
    </Page>
  )
}

function Particulars({ report }: { report: PublishedReport }) {
  const say = useWords()
  return (
    <>
      {say(words.publishedBy, { name: report.publishedBy })} <Moment at={report.publishedAt} />
      {report.number > 1 && ` · ${say(words.times, { number: report.number })}`}
    </>
  )
}

function Files({ report }: { report: PublishedReport }) {
  const say = useWords()
  const order = ['docx', 'own', 'pdf', 'xlsx'] as const
  const there = order.filter((kind) => report.files.some((file) => file.kind === kind))
  return (
    <Group gap="xs">
      {there.map((kind) => (
        <Button
          key={kind}
          component="a"
          href={addressOf(publishedReportFile, { publishedId: report.id, kind })}
          download
          variant={kind === 'docx' ? 'filled' : 'default'}
          leftSection={<IconDownload size={16} aria-hidden="true" />}
        >
          {say(words[kind])}
        </Button>
      ))}
    </Group>
  )
}

/** How anybody can check it, which faces its PDF had to do without, and whether everybody may read it. */
function Seal({ report }: { report: PublishedReport }) {
  const say = useWords()
  const setOpen = useMutation(write(openPublished))
  const pdf = report.files.find(({ kind }) => kind === 'pdf')
  return (
    <Sheet>
      <Group gap="xs" wrap="nowrap" align="start">
        <IconFileCertificate size={20} aria-hidden="true" />
        <div className="published-seal">
          <Text size="sm">
            {say(words.sealed)} <a href="/verify-report">{say(words.check)}</a>
          </Text>
          <Text size="xs" c="dimmed" className="published-hash">
            SHA-256 {report.hash}
          </Text>
          {!pdf && <Text size="sm">{say(words.pdfComing)}</Text>}
          {pdf?.faces && pdf.faces.missing !== null && pdf.faces.missing.length > 0 && (
            <Text size="sm">
              {say(words.facesMissing, { missing: pdf.faces.missing.join('、'), used: pdf.faces.used.join(', ') })}
            </Text>
          )}
          {report.mayOpen && (
            <Switch
              mt="xs"
              label={say(words.open)}
              description={say(words.openMeans)}
              checked={report.open}
              disabled={setOpen.isPending}
              onChange={(event) => setOpen.mutate({ publishedId: report.id, open: event.currentTarget.checked })}
            />
          )}
          {report.open && <a href={`/published/${report.id}`}>{say(words.publicPage)}</a>}
        </div>
      </Group>
    </Sheet>
  )
}
