import { Button, Group, Table } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { addressOf, read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { PageLink } from '../../../web/link.tsx'
import { Page, Sheet } from '../../../web/page.tsx'
import { questionFrom } from '../../indicators/contract.ts'
import { FigureDoor } from '../../indicators/pages/figure.tsx'
import type { Block, OfficialDocument, Run } from '../document/contract.ts'
import { numbered, writtenDate } from '../document/rules.ts'
import { messages } from '../messages.ts'
import { yearInFigures, yearlyReportFile } from '../yearly/contract.ts'
import { composeYear } from '../yearly/text/rules.ts'
import './report.css'

const Address = z.object({ scope: z.uuid().optional().catch(undefined) })

/** The yearly report to read: the same text as the Word file, each figure a door. */
export function YearlyReportPage() {
  const say = useWords()
  const language = useLanguage()
  const { year } = useParams({ strict: false }) as { year: string }
  const [{ scope }] = useAddress(Address)
  const asked = { year, ...(scope ? { scope } : {}) }
  const { data } = useSuspenseQuery(read(yearInFigures, asked))
  const report = composeYear(data, language)
  const word = (of: 'en' | 'zh-CN', name: string) => (
    <Button
      component="a"
      href={addressOf(yearlyReportFile, { ...asked, language: of })}
      download
      variant={of === language ? 'filled' : 'default'}
      leftSection={<IconDownload size={16} aria-hidden="true" />}
    >
      {say(messages.word, { language: name })}
    </Button>
  )
  return (
    <Page
      title={report.title.join(language === 'en' ? ': ' : '')}
      back={<PageLink to={'/reports' as '/'}>{say(messages.toReports)}</PageLink>}
      actions={
        <Group gap="xs">
          {word('zh-CN', say(messages.chinese))}
          {word('en', say(messages.english))}
        </Group>
      }
    >
      <Sheet>
        <ReportText report={report} />
      </Sheet>
    </Page>
  )
}

/** What has no name of its own is known by its place: a document's order is fixed and holds no state. */
const inOrder = <T,>(list: readonly T[]): { key: string; item: T }[] =>
  list.map((item, i) => ({ key: String(i), item }))

export function ReportText({ report }: { report: OfficialDocument }) {
  const { signature, language } = report
  return (
    <div className="report" lang={language}>
      {inOrder(numbered(report.blocks, language)).map(({ key, item }) => (
        <BlockText key={key} {...item} />
      ))}
      {signature && (
        <p className="report-signature">
          {signature.organization}
          <br />
          <time dateTime={signature.date}>{writtenDate(language, signature.date)}</time>
        </p>
      )}
    </div>
  )
}

function BlockText({ block, number }: { block: Block; number: string }) {
  if (block.kind === 'heading') {
    const Heading = (['h2', 'h3', 'h4', 'h5'] as const)[block.level - 1] ?? 'h5'
    return <Heading>{number + block.text}</Heading>
  }
  if (block.kind === 'table') return <TableText table={block} />
  return (
    <p>
      <Runs runs={block.runs} />
    </p>
  )
}

function TableText({ table: { caption, columns, rows } }: { table: Extract<Block, { kind: 'table' }> }) {
  return (
    <div className="report-table">
      <Table withTableBorder withColumnBorders>
        <Table.Caption>{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ title, align }) => (
              <Table.Th key={title} scope="col" ta={align}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder(rows).map(({ key, item: [name, ...cells] }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {name?.text}
              </Table.Th>
              {inOrder(cells).map(({ key, item }) => (
                <Table.Td key={key} ta="right">
                  <Runs runs={[item]} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

const Runs = ({ runs }: { runs: readonly Run[] }) =>
  inOrder(runs).map(({ key, item: { text, figure } }) => {
    const question = figure ? questionFrom(figure) : null
    if (!question) return <span key={key}>{text}</span>
    return (
      <FigureDoor key={key} question={question}>
        {text}
      </FigureDoor>
    )
  })
