import './imports.css'
import { Button, FileButton, Group, Progress, Text } from '@mantine/core'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { call, read, upload } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { Page, Section } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import {
  addImportFile,
  carryOutImport,
  type ImportCard,
  importProgress,
  mapImport,
  readImport,
  type TableChoice,
  tryImport,
} from '../contract.ts'
import { importWords } from './messages.ts'
import { OutcomeView } from './outcome.tsx'
import { choiceOf, TableChoiceCard } from './table-choice.tsx'

/** One import from its first look to its outcome: what is in the file, what would happen, what happened. */
export function ImportRunPage() {
  const say = useWords()
  const { importId } = useParams({ strict: false }) as { importId: string }
  const { data: run } = useSuspenseQuery(read(readImport, { importId }))
  const [changed, setChanged] = useState<ReadonlyMap<number, TableChoice>>(new Map())
  const done = run.state === 'done'
  const keep = async (): Promise<void> => {
    if (changed.size === 0) return
    await call(mapImport, { importId, tables: [...changed.values()] })
    setChanged(new Map())
  }
  const save = useMutation({ mutationFn: keep })
  // Another kind has other columns: the headings are read anew at once.
  const remap = useMutation({
    mutationFn: (choice: TableChoice) => call(mapImport, { importId, tables: [choice] }),
    onSuccess: (_, { number }) => setChanged(new Map([...changed].filter(([own]) => own !== number))),
  })
  const attempt = useMutation({
    mutationFn: async () => {
      await keep()
      return call(tryImport, { importId })
    },
  })
  const carryOut = useMutation({ mutationFn: () => call(carryOutImport, { importId }) })
  const add = useMutation({ mutationFn: (file: File) => upload(addImportFile, { importId }, file) })
  const saving = save.isPending || remap.isPending
  const working = attempt.isPending || carryOut.isPending
  const ready = run.state === 'tried' && changed.size === 0
  const primary = done
    ? undefined
    : ready
      ? { label: say(importWords.carryOut), onClick: () => carryOut.mutate(), loading: working || saving }
      : { label: say(importWords.try), onClick: () => attempt.mutate(), loading: working || saving }
  return (
    <Page
      wide
      title={run.files.map((file) => file.name).join(', ')}
      back={<PageLink to={'/import' as '/'}>{say(importWords.title)}</PageLink>}
      primary={primary}
      actions={
        !done && (
          <FileButton onChange={(file) => file && add.mutate(file)}>
            {(button) => (
              <Button {...button} variant="default" loading={add.isPending} disabled={working}>
                {say(importWords.addFile)}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      <Trouble error={save.error ?? remap.error ?? attempt.error ?? carryOut.error ?? add.error} />
      {working && <Working importId={importId} />}
      {done && <WhereTo run={run} />}
      <OutcomeView run={run} />
      <Section
        title={say(importWords.tables)}
        actions={
          changed.size > 0 && (
            <Button variant="default" onClick={() => save.mutate()} loading={save.isPending}>
              {say(importWords.save)}
            </Button>
          )
        }
      >
        {run.tables.map((table) => (
          <TableChoiceCard
            key={table.number}
            table={table}
            kinds={run.kinds}
            choice={changed.get(table.number) ?? choiceOf(table)}
            locked={done || working}
            onChange={(choice) =>
              choice.columns === null ? remap.mutate(choice) : setChanged(new Map(changed).set(table.number, choice))
            }
          />
        ))}
      </Section>
    </Page>
  )
}

function Working({ importId }: { importId: string }) {
  const say = useWords()
  const { data } = useQuery({ ...read(importProgress, { importId }), refetchInterval: 500, staleTime: 0 })
  const words = data?.phase === 'writing' ? importWords.writing : importWords.working
  return (
    <div role="status">
      <Progress value={Math.max(2, (data?.share ?? 0) * 100)} aria-label={say(importWords.progress)} my="sm" />
      <Text size="sm">{say(words, { rows: data?.rows ?? 0 })}</Text>
    </div>
  )
}

function WhereTo({ run }: { run: ImportCard }) {
  const say = useWords()
  const years = run.tables
    .filter((table) => table.kind === 'activities' || table.kind === 'hours')
    .map((table) => table.year)
  const year = years.find((own) => own !== null)
  return (
    <Group gap="md" mb="sm">
      <PageLink to={'/people' as '/'}>{say(importWords.toPeople)}</PageLink>
      <PageLink to={'/calendar' as '/'}>{say(importWords.toCalendar)}</PageLink>
      {year && (
        <PageLink to={'/reports/yearly/$year' as '/'} params={{ year: String(year) } as never}>
          {say(importWords.toReport, { year: String(year) })}
        </PageLink>
      )}
    </Group>
  )
}
