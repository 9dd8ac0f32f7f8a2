import { Button, Radio, Stack, Textarea } from '@mantine/core'
import { useWords } from '../../../platform/i18n.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { type Activity, cancelActivity, type Scope } from '../contract.ts'
import { activityWords } from './messages.ts'

export function CancelPanel({ activity, open, onClose }: { activity: Activity; open: boolean; onClose: () => void }) {
  const say = useWords()
  return (
    <SidePanel title={say(activityWords.cancelTitle, { title: activity.title })} open={open} onClose={onClose}>
      <CancelForm activity={activity} onClose={onClose} />
    </SidePanel>
  )
}

const labels: Record<Scope, keyof typeof activityWords> = {
  this: 'cancelThis',
  following: 'cancelFollowing',
  all: 'cancelAll',
}

function CancelForm({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const say = useWords()
  const form = useForm(cancelActivity, {
    initial: { activityId: activity.id, reason: '', scope: 'this' },
    done: onClose,
  })
  const scope = form.values.scope ?? 'this'
  return (
    <Form
      form={form}
      submit={activity.series ? say(activityWords[labels[scope]]) : say(activityWords.cancel)}
      beside={
        <Button variant="default" onClick={onClose}>
          {say(activityWords.keepIt)}
        </Button>
      }
    >
      <Textarea
        label={say(activityWords.reason)}
        description={say(activityWords.reasonHelp)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        data-autofocus
        {...form.field('reason')}
      />
      {activity.series && (
        <Radio.Group
          label={say(activityWords.scope)}
          value={scope}
          onChange={(next) => form.set('scope', next as Scope)}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="this" label={say(activityWords.scopeThis)} />
            <Radio value="following" label={say(activityWords.scopeFollowing)} />
            <Radio value="all" label={say(activityWords.scopeAll)} />
          </Stack>
        </Radio.Group>
      )}
    </Form>
  )
}
