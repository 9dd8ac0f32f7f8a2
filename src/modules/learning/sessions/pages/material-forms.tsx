import { Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { addMaterial, changeMaterial, type Material } from '../contract.ts'
import { sessionWords as words } from '../messages.ts'

export function NewMaterial({ activityId, done }: { activityId: string; done: () => void }) {
  const say = useWords()
  const form = useForm(addMaterial, {
    initial: { activityId, title: '', url: null, body: null, readingMinutes: 10 },
    done,
  })
  return (
    <Form form={form} submit={say(words.save)} beside={<Cancel done={done} />}>
      <TextInput label={say(words.materialTitle)} data-autofocus {...form.field('title')} />
      <TextInput
        label={say(words.url)}
        type="url"
        {...form.field('url')}
        value={form.values.url ?? ''}
        onChange={(event) => form.set('url', event.currentTarget.value || null)}
      />
      <Textarea label={say(words.orText)} autosize minRows={3} {...form.field('body')} value={form.values.body ?? ''} />
      <NumberInput label={say(words.readingMinutes)} min={1} max={600} {...form.field('readingMinutes')} />
    </Form>
  )
}

export function ChangeMaterial({
  material: { id: materialId, title, readingMinutes },
  done,
}: {
  material: Material
  done: () => void
}) {
  const say = useWords()
  const form = useForm(changeMaterial, { initial: { materialId, title, readingMinutes }, done })
  return (
    <Form form={form} submit={say(words.save)} beside={<Cancel done={done} />}>
      <TextInput label={say(words.materialTitle)} {...form.field('title')} />
      <NumberInput label={say(words.readingMinutes)} min={1} max={600} {...form.field('readingMinutes')} />
    </Form>
  )
}

function Cancel({ done }: { done: () => void }) {
  const say = useWords()
  return (
    <Button variant="default" onClick={done}>
      {say(words.cancel)}
    </Button>
  )
}
