import { Checkbox, NativeSelect, Select, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { type Choice, PersonPicker } from '../../../activities/pages/pickers.tsx'
import { listIndicators } from '../../../indicators/named/contract.ts'
import { AmountInput } from '../../../indicators/pages/amount-input.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import { useScopes } from '../../../indicators/pages/scopes.ts'
import { whoAmI } from '../../../organizations/me/contract.ts'
import { changeObjective, type Fields, keepObjective, type ObjectiveRow, senses } from '../contract.ts'
import { senseWords, objectiveWords as words } from '../messages.ts'

type Chosen = z.input<typeof Fields>

export function NewObjective({ year, done }: { year: number; done: () => void }) {
  const say = useWords()
  const { known } = useScopes()
  const { data: me } = useSuspenseQuery(read(whoAmI, {}))
  const form = useForm(keepObjective, {
    initial: {
      organizationId: known[0]?.value ?? '',
      year,
      title: '',
      holderId: me.personId,
      indicatorId: null,
      sense: 'atLeast',
      target: '',
      steps: null,
    },
    done,
  })
  const { onChange, ...organization } = form.field('organizationId')
  return (
    <Form form={form} submit={say(words.keep)}>
      <NativeSelect
        label={say(words.organization)}
        data={known}
        {...organization}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Inputs {...form} known={[{ value: me.personId, label: me.name }]} />
    </Form>
  )
}

export function ChangeObjective({ objective, done }: { objective: ObjectiveRow; done: () => void }) {
  const say = useWords()
  const { id, title, holder, indicatorId, sense, target, steps } = objective
  const form = useForm(changeObjective, {
    initial: { objectiveId: id, title, holderId: holder.id, indicatorId, sense, target: target.value, steps },
    done,
  })
  return (
    <Form form={form} submit={say(words.keep)}>
      <Inputs {...form} known={[{ value: holder.id, label: holder.name }]} />
    </Form>
  )
}

type Inputs = {
  values: Chosen
  set: (name: keyof Chosen & string, value: never) => void
  errors: Record<string, string>
  known: readonly Choice[]
}

function Inputs({ values, set: setAny, errors, known }: Inputs) {
  // Each of the two forms has these fields among its own.
  const set = <K extends keyof Chosen & string>(name: K, value: Chosen[K]) => setAny(name, value as never)
  const say = useWords()
  const said = useSaid()
  const { data: indicators } = useSuspenseQuery(read(listIndicators, {}))
  const steps = values.steps ?? null
  const numbers = steps ?? [0, 0, 0, 0]
  return (
    <>
      <TextInput
        label={say(words.title)}
        name="title"
        value={values.title}
        error={errors.title}
        onChange={(event) => set('title', event.currentTarget.value)}
      />
      <PersonPicker
        label={say(words.holder)}
        name="holderId"
        error={errors.holderId}
        known={known}
        value={values.holderId || null}
        onChange={(next) => set('holderId', next ?? '')}
      />
      <Select
        label={say(words.indicator)}
        description={say(words.indicatorAbout)}
        name="indicatorId"
        searchable
        data={[
          { value: '', label: say(words.byEvidence) },
          ...indicators.map(({ id, name }) => ({ value: id, label: said(name) })),
        ]}
        value={values.indicatorId ?? ''}
        onChange={(next) => set('indicatorId', next || null)}
      />
      <NativeSelect
        label={say(words.sense)}
        data={senses.map((sense) => ({ value: sense, label: say(senseWords[sense]) }))}
        value={values.sense ?? 'atLeast'}
        onChange={(event) => set('sense', event.currentTarget.value as Chosen['sense'])}
      />
      <AmountInput
        label={say(words.target)}
        name="target"
        indicatorId={values.indicatorId ?? null}
        value={values.target as number | string}
        error={errors.target}
        onChange={(next) => set('target', next)}
      />
      <Checkbox
        label={say(words.withSteps)}
        checked={steps !== null}
        onChange={(event) => set('steps', event.currentTarget.checked ? [0, 0, 0, values.target] : null)}
      />
      {steps &&
        ([0, 1, 2, 3] as const).map((i) => (
          <AmountInput
            key={i}
            label={say(words.step, { n: i + 1 })}
            indicatorId={values.indicatorId ?? null}
            value={numbers[i] as number | string}
            onChange={(next) => set('steps', numbers.map((step, n) => (n === i ? next : step)) as Chosen['steps'])}
          />
        ))}
    </>
  )
}
