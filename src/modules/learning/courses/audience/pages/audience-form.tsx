import { Button } from '@mantine/core'
import type { ComponentProps } from 'react'
import { useWords } from '../../../../../platform/i18n.ts'
import { Form } from '../../../../../web/form.tsx'
import { messages } from '../../../../../web/messages.ts'
import type { Audience, Names } from '../contract.ts'
import { AudienceFields, type Home } from './audience-fields.tsx'

type FormOfAudience = ComponentProps<typeof Form>['form'] & {
  values: { audience: unknown }
  set: (name: 'audience', value: Audience) => void
}

/** The audience of something as it is changed; `form` says of what, and begins with `orBlank`. */
export function AudienceForm({
  form,
  names,
  home,
  submit,
  cancel,
}: {
  form: FormOfAudience
  names: Names
  home: Home
  submit: string
  cancel: () => void
}) {
  const say = useWords()
  return (
    <Form
      form={form}
      submit={submit}
      beside={
        <Button variant="default" onClick={cancel}>
          {say(messages.cancel)}
        </Button>
      }
    >
      <AudienceFields
        audience={form.values.audience as Audience}
        names={names}
        home={home}
        onChange={(next) => form.set('audience', next)}
      />
    </Form>
  )
}
