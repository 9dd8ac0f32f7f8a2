import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords, type Words } from '../../../platform/i18n.ts'
import { read, upload } from '../../../platform/web.tsx'
import { PageLink } from '../../../web/link.tsx'
import { Moment } from '../../../web/moment.tsx'
import { Page, Section } from '../../../web/page.tsx'
import { Rows } from '../../../web/rows.tsx'
import { Empty, Trouble } from '../../../web/states.tsx'
import { addImportFile, type ImportRun, listImports, startImport } from '../contract.ts'
import { DropZone } from './drop-zone.tsx'
import { importWords } from './messages.ts'

const states: Record<ImportRun['state'], Words> = {
  uploaded: importWords.open,
  mapped: importWords.open,
  trying: importWords.open,
  tried: importWords.tried,
  importing: importWords.open,
  done: importWords.done,
  failed: importWords.failed,
}

/** The door for workbooks, and what came in by it. */
export function ImportPage() {
  const say = useWords()
  const navigate = useNavigate()
  const { data: runs } = useSuspenseQuery(read(listImports, {}))
  const [busy, setBusy] = useState<string | null>(null)
  const take = useMutation({
    mutationFn: async (files: File[]) => {
      let importId: string | undefined
      for (const file of files) {
        setBusy(file.name)
        const run: { id: string } = importId
          ? await upload(addImportFile, { importId }, file)
          : await upload(startImport, {}, file)
        importId = run.id
      }
      return importId
    },
    onSuccess: (importId) => {
      if (importId) void navigate({ to: '/import/$importId' as '/', params: { importId } as never })
    },
    onSettled: () => setBusy(null),
  })
  return (
    <Page title={say(importWords.title)} about={say(importWords.about)}>
      <DropZone busy={busy} onFiles={(files) => take.mutate(files)} />
      <Trouble error={take.error} />
      <Section title={say(importWords.before)}>
        {runs.length === 0 ? (
          <Empty>{say(importWords.none)}</Empty>
        ) : (
          <Rows
            name={say(importWords.before)}
            rows={runs}
            rowKey={(run) => run.id}
            columns={[
              {
                key: 'file',
                head: say(importWords.file),
                cell: (run) => (
                  <PageLink to={'/import/$importId' as '/'} params={{ importId: run.id } as never}>
                    {run.files.map((file) => file.name).join(', ')}
                  </PageLink>
                ),
              },
              { key: 'when', head: say(importWords.when), fact: true, cell: (run) => <Moment at={run.startedAt} /> },
              { key: 'state', head: say(importWords.state), fact: true, cell: (run) => say(states[run.state]) },
              { key: 'new', head: say(importWords.created), end: true, cell: (run) => run.outcome?.created ?? '' },
              {
                key: 'refused',
                head: say(importWords.refused),
                end: true,
                cell: (run) => run.outcome?.refusedRows ?? '',
              },
            ]}
          />
        )}
      </Section>
    </Page>
  )
}
