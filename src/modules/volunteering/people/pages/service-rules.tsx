import { NumberInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { readServiceRule, writeServiceRule } from '../service-rules/contract.ts'
import { ruleWords as words } from '../service-rules/messages.ts'

const fields = ['restMinutes', 'dayMinutes', 'weekMinutes', 'yearMinutes', 'lateHours'] as const

export function ServiceRules({ organizationId, name }: { organizationId: string; name: string }) {
  const say = useWords()
  const { data: rules } = useSuspenseQuery(read(readServiceRule, { organizationId }))
  const form = useForm(writeServiceRule, { initial: { organizationId, ...rules.here } })
  return (
    <>
      <p>
        {name} · {say(words.about)}
      </p>
      <Form form={form} submit={say(words.save)}>
        {fields.map((field) => (
          <NumberInput
            key={field}
            label={say(words[field])}
            description={say(words.holds, { value: rules.holds[field] ?? say(words.nothing) })}
            name={field}
            min={0}
            disabled={!rules.mayChange}
            error={form.errors[field]}
            value={form.values[field] ?? ''}
            onChange={(next) => form.set(field, next === '' ? null : Number(next))}
          />
        ))}
      </Form>
    </>
  )
}
