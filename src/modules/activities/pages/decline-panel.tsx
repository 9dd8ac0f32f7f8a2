import { Button, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/i18n.ts'
import { write } from '../../../platform/web.tsx'
import { Form, useForm } from '../../../web/form.tsx'
import { messages } from '../../../web/messages.ts'
import { SidePanel } from '../../../web/panel.tsx'
import { Trouble } from '../../../web/states.tsx'
import type { Activity } from '../contract.ts'
import { comeAfterAll, declineActivity } from '../declining/contract.ts'
import { declineWords as words } from '../declining/messages.ts'
import { declineRefusal, returnRefusal } from '../declining/rules.ts'

type Asked = Pick<Activity, 'id' | 'title' | 'startsAt' | 'cancelledAt' | 'mine' | 'declined'>

/** For whoever is expected: why they will not come, and the way back. */
export function Decline({ activity }: { activity: Asked }) {
  const say = useWords()
  const [now] = useState(() => new Date())
  const [open, setOpen] = useState(false)
  const returning = useMutation(write(comeAfterAll))
  const { id: activityId, title, declined } = activity
  if (declined !== null)
    return (
      <div className="activity-declined">
        <Text>{say(words.said, { reason: declined })}</Text>
        <Trouble error={returning.error} />
        {returnRefusal(activity, now) === null && (
          <Button variant="default" loading={returning.isPending} onClick={() => returning.mutate({ activityId })}>
            {say(words.comeAfterAll)}
          </Button>
        )}
      </div>
    )
  if (declineRefusal(activity, now)) return null
  return (
    <>
      <Button variant="default" mt="sm" onClick={() => setOpen(true)}>
        {say(words.cannot)}
      </Button>
      <SidePanel title={say(words.title, { title })} open={open} onClose={() => setOpen(false)}>
        <DeclineForm activityId={activityId} close={() => setOpen(false)} />
      </SidePanel>
    </>
  )
}

function DeclineForm({ activityId, close }: { activityId: string; close: () => void }) {
  const say = useWords()
  const form = useForm(declineActivity, { initial: { activityId, reason: '' }, done: close })
  return (
    <Form
      form={form}
      submit={say(words.send)}
      beside={
        <Button variant="default" onClick={close}>
          {say(messages.cancel)}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {say(words.help)}
      </Text>
      <Textarea label={say(words.reason)} autosize minRows={2} data-autofocus {...form.field('reason')} />
    </Form>
  )
}
