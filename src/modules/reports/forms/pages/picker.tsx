import { Button, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { type FactCard, listFacts } from '../../../indicators/contract.ts'
import { filterText, parseFilter } from '../../../indicators/filter/rules.ts'
import { type IndicatorRow, listIndicators, readIndicator } from '../../../indicators/named/contract.ts'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { useScopes } from '../../../indicators/pages/scopes.ts'
import { OrganizationField } from '../../../organizations/pages/choosing.tsx'
import { type Ask, type Content, type Unit, units } from '../contract.ts'
import type { FormCard, Place } from '../keeping/contract.ts'
import { unitAfter } from '../units/rules.ts'
import { parts, usePart } from './asked.ts'
import { changes, changeWords, unitWords, formWords as words } from './messages.ts'

type Draft = { ask: Ask; unit: Unit }
const empty: Draft = { ask: { fact: '', measure: '', filter: '', scope: 'form', period: 'form' }, unit: 'plain' }

/** Says what a place asks: an indicator by its name, or anything that is counted. */
export function Picker({
  form,
  place,
  saving,
  onBind,
}: {
  form: FormCard
  place: Place
  saving: boolean
  onBind: (content: Content) => void
}) {
  const say = useWords()
  const part = usePart()
  const { data: facts = [] } = useQuery(read(listFacts, {}))
  const indicators = useIndicators(place)
  const { known } = useScopes()
  const now = place.content.is === 'figure' ? place.content : null
  const [draft, setDraft] = useState<Draft>(now ? { ask: now.ask, unit: now.unit } : empty)
  const { ask, unit } = draft
  const change = (next: Partial<Ask>) => setDraft({ ...draft, ask: { ...ask, ...next } })
  const fact = facts.find(({ name }) => name === ask.fact)
  const offered = parts.includes(ask.period) ? parts : [ask.period, ...parts]
  return (
    <Stack gap="sm">
      <What
        facts={facts}
        indicators={indicators}
        ask={ask}
        onChange={({ scope, period }, next) =>
          setDraft({ ask: { scope, period, ...next }, unit: unitAfter(ask, unit, next) })
        }
      />
      {fact && !ask.indicator && (
        <>
          <Choices fact={fact} filter={ask.filter} onChange={(filter) => change({ filter })} />
          <Compared ask={ask} onChange={(next) => setDraft({ ask: next, unit: unitAfter(ask, unit, next) })} />
        </>
      )}
      {ask.indicator && (
        <Text size="sm" c="dimmed">
          {say(words.byIndicator)}{' '}
          <PageLink to={`/indicators/${ask.indicator}` as '/'}>{say(words.toIndicator)}</PageLink>
        </Text>
      )}
      <Select
        label={say(words.part)}
        value={ask.period}
        data={offered.map((value) => ({ value, label: part(value) }))}
        onChange={(period) => period && change({ period })}
      />
      <OrganizationField
        label={say(words.scope)}
        placeholder={say(words.ownScope)}
        clearable
        known={known.filter(({ value }) => value !== form.organization.id)}
        value={ask.scope === 'form' ? null : ask.scope}
        onChange={(scope) => change({ scope: scope ?? 'form' })}
      />
      <Select
        label={say(words.unit)}
        value={unit}
        data={units.map((value) => ({ value, label: say(unitWords[value]) }))}
        onChange={(next) => setDraft({ ask, unit: units.find((own) => own === next) ?? unit })}
      />
      <div>
        <Button disabled={!fact} loading={saving} onClick={() => onBind({ is: 'figure', ask, unit })}>
          {say(words.bind)}
        </Button>
      </div>
    </Stack>
  )
}

type Asked = Omit<Ask, 'scope' | 'period'>

function What({
  facts,
  indicators,
  ask,
  onChange,
}: {
  facts: readonly FactCard[]
  indicators: readonly IndicatorRow[]
  ask: Ask
  onChange: (now: Ask, next: Asked) => void
}) {
  const say = useWords()
  const said = useSaid()
  const language = useLanguage()
  const between = language === 'en' ? ': ' : '：'
  const counted = facts.flatMap((fact) =>
    fact.measures.map((measure) => ({
      value: `f ${fact.name} ${measure.name}`,
      label: `${said(fact.words)}${between}${said(measure.words)}`,
    })),
  )
  const choose = (value: string | null): void => {
    const [kind, one = '', measure = ''] = value?.split(' ') ?? []
    const indicator = kind === 'i' ? indicators.find(({ id }) => id === one) : undefined
    if (indicator) {
      const { by: _, ...question } = indicator.question
      onChange(ask, { ...question, indicator: indicator.id })
    } else if (kind === 'f') onChange(ask, { fact: one, measure, filter: one === ask.fact ? ask.filter : '' })
  }
  return (
    <Select
      label={say(words.what)}
      searchable
      value={ask.indicator ? `i ${ask.indicator}` : ask.fact ? `f ${ask.fact} ${ask.measure}` : null}
      data={[
        {
          group: say(words.indicators),
          items: indicators.map(({ id, name }) => ({ value: `i ${id}`, label: said(name) })),
        },
        { group: say(words.counted), items: counted },
      ]}
      onChange={choose}
    />
  )
}

/** What narrows it, where there are words to choose from; other conditions stay as they are. */
export function Choices({
  fact,
  filter,
  onChange,
}: {
  fact: FactCard
  filter: string
  onChange: (filter: string) => void
}) {
  const say = useWords()
  const said = useSaid()
  const now = parseFilter(filter)
  return fact.columns
    .filter(({ type, filters }) => type === 'choice' && filters)
    .map(({ name, words: column, values = {} }) => (
      <Select
        key={`${fact.name} ${name}`}
        label={said(column)}
        clearable
        placeholder={say(words.any)}
        value={now[name]?.[0] ?? null}
        data={Object.entries(values).map(([value, label]) => ({ value, label: said(label) }))}
        onChange={(value) => {
          const { [name]: _, ...others } = now
          onChange(filterText(value ? { ...others, [name]: [value] } : others))
        }}
      />
    ))
}

/** Those that are offered, and the one that is asked, even when it is offered no more. */
function useIndicators({ content }: Place): IndicatorRow[] {
  const { data: all = [] } = useQuery(read(listIndicators, {}))
  const id = content.is === 'figure' ? content.ask.indicator : undefined
  const { data: own } = useQuery({ ...read(readIndicator, { id: id ?? '' }), enabled: id !== undefined })
  return own && !all.some((one) => one.id === own.id) ? [...all, own] : all
}

/** The value itself, or how it changed. */
function Compared({ ask, onChange }: { ask: Ask; onChange: (next: Ask) => void }) {
  const say = useWords()
  const { against, as = 'difference', ...rest } = ask
  return (
    <Select
      label={say(words.compared)}
      clearable
      placeholder={say(words.itself)}
      value={against ? `${against} ${as}` : null}
      data={changes.map((value) => ({ value, label: say(changeWords[value]) }))}
      onChange={(value) => {
        const next = changes.find((own) => own === value)
        const [before, how] = (next?.split(' ') ?? []) as [Ask['against'], Ask['as']]
        onChange({ ...rest, ...(before ? { against: before, as: how } : {}) })
      }}
    />
  )
}
