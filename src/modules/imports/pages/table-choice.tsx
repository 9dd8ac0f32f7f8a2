import { Checkbox, NativeSelect, NumberInput, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords, type Words } from '../../../platform/i18n.ts'
import { Sheet, State } from '../../../web/page.tsx'
import type { ImportCard, ImportTable, TableChoice } from '../contract.ts'
import { importWords } from './messages.ts'

export const choiceOf = (table: ImportTable): TableChoice => ({
  number: table.number,
  kind: table.kind,
  year: table.year,
  dayFirst: table.dayFirst,
  peopleIn: table.peopleIn ?? null,
  columns: Object.fromEntries(
    table.headings.filter((h) => !h.private && !h.day && !h.across).map((h) => [String(h.column), h.key]),
  ),
})

type Props = {
  table: ImportTable
  choice: TableChoice
  kinds: ImportCard['kinds']
  locked: boolean
  onChange: (choice: TableChoice) => void
}

/** One table of the file: what it is, what each column means, and its first rows to judge by. */
export function TableChoiceCard({ table, choice, kinds, locked, onChange }: Props) {
  const say = useWords()
  const [touched, setTouched] = useState(false)
  const change = (next: TableChoice) => {
    setTouched(true)
    onChange(next)
  }
  const kind = kinds.find((own) => own.kind === choice.kind)
  const sheet = table.sheet
  const asks = questions[table.asked] ?? importWords.asked
  return (
    <Sheet>
      <div className="import-table">
        <div className="import-table-head">
          <NativeSelect
            label={say(importWords.kindOf, { sheet })}
            value={choice.kind ?? ''}
            disabled={locked}
            // Another kind has other columns: the headings decide anew.
            onChange={(event) => change({ ...choice, kind: event.currentTarget.value || null, columns: null })}
            data={[
              { value: '', label: say(importWords.leaveOut) },
              ...kinds.map((own) => ({ value: own.kind, label: say(own.label) })),
            ]}
          />
          {kind?.dated && (
            <NumberInput
              label={say(importWords.year)}
              w="7rem"
              min={1990}
              max={2100}
              disabled={locked}
              value={choice.year ?? ''}
              onChange={(year) =>
                change({ ...choice, year: typeof year === 'number' && year >= 1990 && year <= 2100 ? year : null })
              }
            />
          )}
          {kind?.dated && (table.asked === 'order' || table.dayFirst !== null) && (
            <NativeSelect
              label={say(importWords.order)}
              disabled={locked}
              value={choice.dayFirst == null ? '' : choice.dayFirst ? 'day' : 'month'}
              onChange={({ currentTarget: { value } }) =>
                change({ ...choice, dayFirst: value === '' ? null : value === 'day' })
              }
              data={[
                { value: '', label: say(importWords.orderOpen) },
                { value: 'day', label: say(importWords.orderDay) },
                { value: 'month', label: say(importWords.orderMonth) },
              ]}
            />
          )}
          {choice.kind === null ? (
            <State>{say(importWords.leftOut)}</State>
          ) : table.asked === 'nothing' ? (
            <State tone="do">{say(importWords.sure)}</State>
          ) : (
            <State tone="soon">{say(importWords.lookAt)}</State>
          )}
        </div>
        {table.asked !== 'nothing' && !locked && <Text mt="xs">{say(asks)}</Text>}
        {kind && table.about && (
          <Text mt="xs">
            {say(importWords.aboutActivity, {
              title: table.about.title ?? table.sheet,
              day: table.about.day.replace('?', '····'),
            })}
          </Text>
        )}
        {kind?.namesPeople && <NewPeople choice={choice} locked={locked} onChange={onChange} />}
        {kind && (
          <details open={(touched || table.asked !== 'nothing') && !locked}>
            <summary>{say(importWords.columns)}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
            <section className="import-preview" tabIndex={0} aria-label={say(importWords.preview, { sheet })}>
              <Table withColumnBorders>
                <Table.Thead>
                  <Table.Tr>
                    {table.headings.map((heading) => (
                      <Table.Th key={heading.column} scope="col">
                        <Text size="sm">{heading.text}</Text>
                        {heading.private ? (
                          <Text size="sm" c="dimmed">
                            {say(importWords.neverKept)}
                          </Text>
                        ) : heading.day ? (
                          <Text size="sm">{heading.day.replace('?', '····')}</Text>
                        ) : heading.across ? (
                          <Text size="sm">
                            {say(heading.across === 'name' ? importWords.person : importWords.activity)}
                          </Text>
                        ) : (
                          <NativeSelect
                            size="xs"
                            aria-label={say(importWords.column, { heading: heading.text })}
                            disabled={locked || choice.columns === null}
                            value={choice.columns?.[heading.column] ?? ''}
                            onChange={(event) =>
                              onChange({
                                ...choice,
                                columns: { ...choice.columns, [heading.column]: event.currentTarget.value || null },
                              })
                            }
                            data={[
                              { value: '', label: say(importWords.ignore) },
                              ...kind.columns.map((column) => ({ value: column.key, label: say(column.label) })),
                            ]}
                          />
                        )}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {table.sample.map((row, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file have nothing but their place
                    <Table.Tr key={index}>
                      {table.headings.map((heading, at) => (
                        <Table.Td key={heading.column}>{row[at]}</Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </section>
          </details>
        )}
      </div>
    </Sheet>
  )
}

const questions: Partial<Record<ImportTable['asked'], Words>> = {
  year: importWords.askedYear,
  order: importWords.askedOrder,
  sums: importWords.askedSums,
  hidden: importWords.hidden,
}

/** Hours and attendance may name people whom no roster lists: they are made only if the reader says so, and where. */
function NewPeople({ choice, locked, onChange }: Pick<Props, 'choice' | 'locked' | 'onChange'>) {
  const say = useWords()
  const into = choice.peopleIn ?? null
  return (
    <div className="import-newcomers">
      <Checkbox
        label={say(importWords.makePeople)}
        disabled={locked}
        checked={into !== null}
        onChange={(event) => onChange({ ...choice, peopleIn: event.currentTarget.checked ? '' : null })}
      />
      {into !== null && (
        <TextInput
          label={say(importWords.peopleIn)}
          placeholder={say(importWords.peopleInOffice)}
          disabled={locked}
          value={into}
          onChange={(event) => onChange({ ...choice, peopleIn: event.currentTarget.value })}
        />
      )}
    </div>
  )
}
