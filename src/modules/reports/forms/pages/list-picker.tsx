import { Button, Checkbox, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { listFacts } from '../../../indicators/contract.ts'
import { useSaid } from '../../../indicators/pages/records.tsx'
import type { Shown } from '../contract.ts'
import { bindList, type FormCard, type Place } from '../keeping/contract.ts'
import { formWords as words } from './messages.ts'
import { Choices, Picker } from './picker.tsx'

type Props = { form: FormCard; place: Place; saving: boolean; onBind: (content: Shown) => void }

/** What a column of a list holds, and what the rows of the whole list are. */
export function ListPicker({ form, place, saving, onBind }: Props) {
  const list = form.lists.find(
    ({ sheet, columns }) => sheet === place.sheet && columns.some(({ cell }) => cell === place.cell),
  )
  if (!list) return null
  return (
    <>
      <ColumnHolds form={form} place={place} list={list} saving={saving} onBind={onBind} />
      <Rows key={JSON.stringify(list.source)} form={form} place={place} list={list} />
    </>
  )
}

type List = FormCard['lists'][number]

function ColumnHolds({ form, place, list, saving, onBind }: Props & { list: List }) {
  const say = useWords()
  const said = useSaid()
  const { data: facts = [] } = useQuery(read(listFacts, {}))
  const { content } = place
  const now = content.is === 'record' ? `record ${content.name}` : content.is
  const [holds, setHolds] = useState(now)
  const fact = facts.find(({ name }) => name === list.source.fact)
  const fields =
    list.source.by === null
      ? (fact?.columns ?? [])
          .filter(({ name }) => fact?.shows.includes(name))
          .map(({ name, words: field }) => ({ value: `record ${name}`, label: said(field) }))
      : [{ value: 'record label', label: say(words.nameOfRow) }]
  const choose = (value: string | null): void => {
    const [is, name = ''] = value?.split(' ') ?? []
    setHolds(value ?? now)
    if (is === 'record') onBind({ is, name })
    if (is === 'number') onBind({ is })
  }
  return (
    <Stack gap="sm">
      <Select
        label={say(words.columnHolds)}
        allowDeselect={false}
        value={holds === 'hand' || holds === 'unknown' ? null : holds}
        placeholder={say(words.chooseColumn)}
        data={[
          { value: 'number', label: say(words.rowNumber) },
          { group: say(words.ofRecord), items: fields },
          { value: 'figure', label: say(words.ofEachRow) },
        ]}
        onChange={choose}
      />
      {holds === 'figure' && <Picker form={form} place={place} saving={saving} onBind={onBind} />}
    </Stack>
  )
}

/** Which records are rows, narrowed by what is known of them, and in which order. */
function Rows({ form, place, list }: { form: FormCard; place: Place; list: List }) {
  const say = useWords()
  const said = useSaid()
  const { data: facts = [] } = useQuery(read(listFacts, {}))
  const save = useMutation(write(bindList))
  const [{ fact: name, filter, order }, setSource] = useState(list.source)
  const change = (next: Partial<List['source']>) => setSource((source) => ({ ...source, ...next }))
  const fact = facts.find((own) => own.name === name)
  const ordered = order !== null
  return (
    <Stack gap="sm" component="section" aria-label={say(words.rowsOfList)}>
      <Text fw={600}>{say(words.rowsOfList)}</Text>
      <Select
        label={say(words.rowsAre)}
        allowDeselect={false}
        searchable
        value={name}
        data={facts.map((own) => ({ value: own.name, label: said(own.words) }))}
        onChange={(next) => next && next !== name && change({ fact: next, filter: '' })}
      />
      {fact && <Choices fact={fact} filter={filter} onChange={(next) => change({ filter: next })} />}
      <Select
        label={say(words.order)}
        clearable
        placeholder={say(words.usualOrder)}
        value={order?.column ?? null}
        data={list.columns.map(({ column, label }) => ({ value: column, label: label || column }))}
        onChange={(column) => change({ order: column ? { column, descending: order?.descending ?? false } : null })}
      />
      {ordered && (
        <Checkbox
          label={say(words.descending)}
          checked={order.descending}
          onChange={(event) => change({ order: { ...order, descending: event.currentTarget.checked } })}
        />
      )}
      <Trouble error={save.error} />
      <div>
        <Button
          variant="default"
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              formId: form.id,
              version: form.version,
              sheet: place.sheet,
              cell: place.cell,
              source: { fact: name, filter, order },
            })
          }
        >
          {say(words.useRows)}
        </Button>
      </div>
    </Stack>
  )
}
