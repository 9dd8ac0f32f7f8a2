import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { Page } from '../../../../web/page.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Part } from '../../../../web/states.tsx'
import type { FilledCell } from '../contract.ts'
import { filledForm, readFill } from '../keeping/fills/contract.ts'
import { FilledValue, FillPicture } from './fill-picture.tsx'
import { inWords } from './forms-page.tsx'
import { formWords as words } from './messages.ts'

const step = 200

/** A filled form, place by place: every figure opens to its records, and what stayed empty says why. */
export function FillPage() {
  const say = useWords()
  const { formId, fillId } = useParams({ strict: false }) as { formId: string; fillId: string }
  const { data: fill } = useSuspenseQuery(read(readFill, { formId, fillId }))
  const [most, setMost] = useState(step)
  const rows = fill.cells.toSorted((a, b) => Number(a.state !== 'unfilled') - Number(b.state !== 'unfilled'))
  const columns: Column<FilledCell>[] = [
    { key: 'label', head: say(words.label), cell: ({ label, cell }) => label || cell },
    { key: 'cell', head: say(words.where), fact: true, cell: ({ sheet, cell }) => `${sheet} ${cell}` },
    { key: 'value', head: say(words.value), end: true, fact: true, cell: (cell) => <FilledValue cell={cell} /> },
  ]
  return (
    <Page
      wide
      title={say(words.filledOf, { form: fill.form.name, period: inWords(fill.period, say) })}
      about={
        <>
          <Moment at={fill.filledAt} />
          {fill.filledBy && ` · ${fill.filledBy.name}`}
        </>
      }
      back={<PageLink to={`/forms/${formId}` as '/'}>{say(words.backToForm)}</PageLink>}
      actions={
        <Button
          component="a"
          href={addressOf(filledForm, { formId, fillId })}
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {say(words.download)}
        </Button>
      }
    >
      <Part>
        <FillPicture fill={fill} />
      </Part>
      <Rows
        name={say(words.places)}
        columns={columns}
        rows={rows.slice(0, most)}
        rowKey={({ sheet, cell, label }) => `${sheet} ${cell} ${label}`}
        onMore={rows.length > most ? () => setMost(most + step) : undefined}
      />
    </Page>
  )
}
