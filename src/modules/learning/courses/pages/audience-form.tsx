import { Button } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { type Audience, proposeAudience } from '../audience/contract.ts'
import { AudienceFields, orBlank } from '../audience/pages/audience-fields.tsx'
import type { Course } from '../contract.ts'
import { courseWords as words } from '../messages.ts'

export function AudienceForm({ course, done }: { course: Course; done: () => void }) {
  const say = useWords()
  const { id: courseId, organizationId, organizationName, names } = course
  const home = { id: organizationId, name: organizationName }
  const form = useForm(proposeAudience, {
    initial: { courseId, audience: orBlank(course.nextAudience ?? course.audience, home) },
    done,
  })
  return (
    <Form
      form={form}
      submit={say(words.showDifference)}
      beside={
        <Button variant="default" onClick={done}>
          {say(words.cancel)}
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
