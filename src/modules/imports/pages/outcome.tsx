import { Button, Group, Table, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useWords, type Words } from '../../../platform/i18n.ts'
import { addressOf } from '../../../platform/web.tsx'
import { Section, Sheet } from '../../../web/page.tsx'
import { Rows } from '../../../web/rows.tsx'
import { type ImportCard, type RowRefusal, refusedRows } from '../contract.ts'
import { records, rowRefusals, rowWarnings } from '../messages.ts'
import { wordsFor } from '../rules.ts'
import { importWords } from './messages.ts'

const shownRows = 200

/** As people think of them, whatever order the server counted in. */
const order = Object.keys(records)
const inOrder = <T,>(counts: Record<string, T>): [string, T][] =>
  Object.entries(counts).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))

/** So many new, changed, the same, refused; every refused row with its reason. */
export function OutcomeView({ run }: { run: ImportCard }) {
  const say = useWords()
  const { outcome, files } = run
  if (!outcome) return null
  const refusedFiles = files.flatMap((file, number) =>
    outcome.refused.some((row) => row.file === file.name) ? [{ file, number }] : [],
  )
  return (
    <>
      <Section title={say(run.state === 'done' ? importWords.happened : importWords.wouldHappen)}>
        {run.state !== 'done' && <Text mb="xs">{say(importWords.nothingYet)}</Text>}
        <Sheet>
          <Table className="import-counts">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{say(importWords.kind)}</Table.Th>
                {[importWords.created, importWords.updated, importWords.unchanged].map((head) => (
                  <Table.Th key={head[0]} scope="col" ta="end">
                    {say(head)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {inOrder(outcome.records).map(([record, count]) => (
                <Table.Tr key={record}>
                  <Table.Th scope="row">{say(wordsFor(records, record))}</Table.Th>
                  <Table.Td ta="end">{count.created}</Table.Td>
                  <Table.Td ta="end">{count.updated}</Table.Td>
                  <Table.Td ta="end">{count.unchanged}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Sheet>
      </Section>
      <Section title={say(importWords.refusedTitle, { count: outcome.refusedRows })}>
        {outcome.refused.length === 0 ? (
          <Text c="dimmed">{say(importWords.noRefused)}</Text>
        ) : (
          <>
            <Text mb="xs">{say(importWords.refusedHelp)}</Text>
            <Group mb="sm" gap="xs">
              {refusedFiles.map(({ file, number }) => (
                <Button
                  key={file.hash}
                  component="a"
                  variant="default"
                  href={addressOf(refusedRows, { importId: run.id, fileNumber: number })}
                  leftSection={<IconDownload size={18} aria-hidden="true" />}
                >
                  {say(importWords.download, { name: file.name })}
                </Button>
              ))}
            </Group>
            <RowList
              name={say(importWords.refused)}
              rows={outcome.refused}
              all={rowRefusals}
              total={outcome.refusedRows}
            />
          </>
        )}
      </Section>
      {outcome.warnings.length > 0 && (
        <Section title={say(importWords.warningsTitle, { count: outcome.warningCount })}>
          <Text mb="xs">{say(importWords.warningsHelp)}</Text>
          <RowList
            name={say(importWords.warningsHelp)}
            rows={outcome.warnings}
            all={rowWarnings}
            total={outcome.warningCount}
          />
        </Section>
      )}
    </>
  )
}

function RowList({
  name,
  rows,
  all,
  total,
}: {
  name: string
  rows: RowRefusal[]
  all: Record<string, Words>
  total: number
}) {
  const say = useWords()
  const shown = rows.slice(0, shownRows).map((row, number) => ({ ...row, number }))
  return (
    <>
      <Rows
        name={name}
        rows={shown}
        rowKey={(row) => String(row.number)}
        columns={[
          { key: 'why', head: say(importWords.why), cell: (row) => say(wordsFor(all, row.reason), row.values) },
          { key: 'sheet', head: say(importWords.sheet), fact: true, cell: (row) => row.sheet },
          { key: 'row', head: say(importWords.row), fact: true, end: true, cell: (row) => row.row },
        ]}
      />
      {total > shown.length && (
        <Text mt="xs" c="dimmed">
          {say(importWords.more, { shown: shown.length })}
        </Text>
      )}
    </>
  )
}
