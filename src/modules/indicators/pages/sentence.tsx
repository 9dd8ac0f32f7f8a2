import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { type Asking, type FactCard, figureSeries, type Said } from '../contract.ts'
import { filterText } from '../filter/rules.ts'
import type { Asked } from './asked.ts'
import { Blank, type Choice, type Choices, PeriodBlank, ScopeBlank } from './blanks.tsx'
import { indicatorWords as words } from './messages.ts'
import { useSaid } from './records.tsx'

type Column = FactCard['columns'][number]

/**
 * The question as one sentence with blanks, in the order in which each language says it; `open` leaves open when and where,
 * which is said elsewhere.
 */
export function QuestionSentence({
  asked,
  facts,
  open = false,
}: {
  asked: Asked
  facts: readonly FactCard[]
  open?: boolean
}) {
  const say = useWords()
  const language = useLanguage()
  const said = useSaid()
  const { fact, asking, change } = asked
  const what = <What asked={asked} facts={facts} />
  const conditions = <Conditions asked={asked} />
  const when = open ? null : <PeriodBlank value={asking.period} onChange={(period) => change({ period })} />
  const where = open ? null : <ScopeBlank value={asking.scope} onChange={(scope) => change({ scope })} />
  const verb = <span>{said(fact.verb)}</span>
  const rest = (
    <>
      <Parts asked={asked} />
      <Change asked={asked} />
    </>
  )
  return (
    <div className="asking">
      {language === 'en' ? (
        <>
          {what} {conditions} {verb} {where} {when && <span>{say(words.inPeriod)}</span>} {when} {rest}
        </>
      ) : (
        <>
          {when}
          {where}
          {verb}
          {conditions}
          {what}
          {rest}
        </>
      )}
    </div>
  )
}

/** What is counted and how, in one menu: 活动次数, Hours served at activities. */
function What({ asked, facts }: { asked: Asked; facts: readonly FactCard[] }) {
  const say = useWords()
  const said = useSaid()
  const language = useLanguage()
  const name = (fact: FactCard, measure: Said) =>
    language === 'en' ? `${said(measure)} ${said(fact.words)}` : `${said(fact.words)}${said(measure)}`
  const choices = facts.flatMap((fact) =>
    fact.measures.map(
      (measure): Choice => ({ value: `${fact.name}.${measure.name}`, label: name(fact, measure.words) }),
    ),
  )
  return (
    <Blank
      label={say(words.what)}
      value={`${asked.fact.name}.${asked.measure.name}`}
      choices={choices}
      onChange={(next) => {
        const [fact, measure] = next.split('.')
        asked.change({ fact, measure })
      }}
    />
  )
}

/** What narrows it. A person is no condition: work is counted, not people looked at. */
function Conditions({ asked }: { asked: Asked }) {
  const say = useWords()
  const said = useSaid()
  const { fact, filter, change } = asked
  const [adding, setAdding] = useState<string | null>(null)
  const set = (name: string, values: readonly string[]) => {
    const { [name]: _, ...others } = filter
    setAdding(null)
    change({ filter: filterText(values.length > 0 ? { ...others, [name]: values } : others) })
  }
  const known = fact.columns.filter((column) => column.filters && !column.person)
  const open = known.filter(({ name }) => !(name in filter) && name !== adding)
  const shown = known.filter(({ name }) => name in filter || name === adding)
  return (
    <>
      {shown.map((column) => (
        <Condition
          key={`${fact.name} ${column.name}`}
          asked={asked}
          column={column}
          values={filter[column.name] ?? []}
          onChange={(values) => set(column.name, values)}
        />
      ))}
      {open.length > 0 && (
        <Blank
          quiet
          label={say(words.addConditionLabel)}
          value=""
          choices={[
            { value: '', label: say(words.addCondition) },
            ...open.map(({ name, words: column }) => ({ value: name, label: said(column) })),
          ]}
          onChange={(name) => setAdding(name || null)}
        />
      )}
    </>
  )
}

function Condition({
  asked,
  column,
  values,
  onChange,
}: {
  asked: Asked
  column: Column
  values: readonly string[]
  onChange: (values: readonly string[]) => void
}) {
  const say = useWords()
  const said = useSaid()
  const name = said(column.words)
  const label = say(words.condition, { column: name })
  if (column.type === 'text' && values.length < 2)
    return (
      <Group name={name}>
        <Contains label={label} value={values[0] ?? ''} onChange={(text) => onChange(text ? [text] : [])} />
      </Group>
    )
  return (
    <Group name={name}>
      <Values asked={asked} column={column} values={values} label={label} onChange={onChange} />
    </Group>
  )
}

const Group = ({ name, children }: { name: string; children: ReactNode }) => (
  <span className="blank-group">
    <span className="blank-name">{name}</span>
    {children}
  </span>
)

/** Typed words reach the address when the typing rests. */
function Contains({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const say = useWords()
  const later = useDebouncedCallback(onChange, 500)
  return (
    <TextInput
      aria-label={label}
      placeholder={say(words.contains)}
      defaultValue={value}
      onChange={(event) => later(event.currentTarget.value.trim())}
    />
  )
}

function Values({
  asked,
  column,
  values,
  label,
  onChange,
}: {
  asked: Asked
  column: Column
  values: readonly string[]
  label: string
  onChange: (values: readonly string[]) => void
}) {
  const say = useWords()
  const said = useSaid()
  const choices = useValues(asked, column, values)
  const replaced = (at: number, value: string) =>
    values.map((old, i) => (i === at ? value : old)).filter((one) => one !== '')
  const more = choices.filter(({ value }) => !values.includes(value))
  if (values.length === 0)
    return (
      <Blank
        label={label}
        value=""
        choices={[{ value: '', label: say(words.anyValue) }, ...choices]}
        onChange={(value) => onChange([value])}
      />
    )
  return (
    <>
      {values.map((value, at) => (
        <span key={value}>
          {at > 0 && ` ${say(words.or)} `}
          <Blank
            label={label}
            value={value}
            choices={[
              ...choices.filter((one) => one.value === value || !values.includes(one.value)),
              { value: '', label: say(words.take) },
            ]}
            onChange={(next) => onChange(replaced(at, next))}
          />
        </span>
      ))}
      {more.length > 0 && column.type !== 'flag' && (
        <Blank
          quiet
          label={say(words.orAnotherOf, { column: said(column.words) })}
          value=""
          choices={[{ value: '', label: say(words.orAnother) }, ...more]}
          onChange={(value) => value && onChange([...values, value])}
        />
      )}
    </>
  )
}

/** Choices have their words; names are those on record in this period and scope, and what is chosen already. */
function useValues({ asking, filter }: Asked, column: Column, values: readonly string[]): Choice[] {
  const said = useSaid()
  const fixed = column.type === 'choice'
  const { [column.name]: _, ...others } = filter
  const { against: __, as: ___, ...question }: Asking = asking
  const { data } = useQuery({
    ...read(figureSeries, { ...question, filter: filterText(others), by: column.name }),
    enabled: !fixed,
  })
  if (fixed) return Object.entries(column.values ?? {}).map(([value, words]) => ({ value, label: said(words) }))
  const found = (data?.parts ?? []).flatMap(({ label, question: of }): Choice[] => {
    const value = of ? new URLSearchParams(of.filter).get(column.name) : null
    return value ? [{ value, label: said(label) }] : []
  })
  const missing = values.filter((value) => !found.some((one) => one.value === value))
  return [...found, ...missing.map((value) => ({ value, label: value }))]
}

function Parts({ asked }: { asked: Asked }) {
  const say = useWords()
  const said = useSaid()
  const { fact, by, change } = asked
  const columns = fact.columns.filter((column) => column.filters && !column.person)
  const choices: Choices = [
    { value: '', label: say(words.notInParts) },
    ...(fact.time === 'moment' ? [{ value: 'day', label: say(words.byDay) }] : []),
    { value: 'month', label: say(words.byMonth) },
    { value: 'quarter', label: say(words.byQuarter) },
    { value: 'year', label: say(words.byYear) },
    { value: 'part', label: say(words.byPart) },
    ...columns.map(({ name, words: column }) => ({
      value: name,
      label: say(words.byColumn, { column: said(column) }),
    })),
  ]
  return (
    <Blank
      label={say(words.by)}
      value={by ?? ''}
      choices={choices}
      onChange={(next) => change({ by: next || undefined })}
    />
  )
}

const changes = [
  'yearBefore difference',
  'yearBefore growth',
  'periodBefore difference',
  'periodBefore growth',
] as const

function Change({ asked }: { asked: Asked }) {
  const say = useWords()
  const { against, as } = asked.asking
  return (
    <Blank
      label={say(words.change)}
      value={against ? `${against} ${as}` : ''}
      choices={[
        { value: '', label: say(words.itself) },
        ...changes.map((value) => ({ value, label: say(words[value]) })),
      ]}
      onChange={(next) => {
        const [before, how] = next.split(' ') as [typeof against, typeof as]
        asked.change({ against: before || undefined, as: how })
      }}
    />
  )
}
