import { Button, Text, Textarea } from '@mantine/core'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { cancelContest } from '../changing/contract.ts'
import type { Contest } from '../contract.ts'
import { contestWords as words } from '../messages.ts'

/** What will happen stands on the button: it is not taken back. */
export function CancelContest({ contest, open, close }: { contest: Contest; open: boolean; close: () => void }) {
  const say = useWords()
  return (
    <SidePanel title={say(words.cancelTitle, { name: contest.name })} open={open} onClose={close}>
      <CancelForm contest={contest} close={close} />
    </SidePanel>
  )
}

function CancelForm({ contest, close }: { contest: Contest; close: () => void }) {
  const say = useWords()
  const form = useForm(cancelContest, { initial: { contestId: contest.id, reason: '' }, done: close })
  return (
    <Form
      form={form}
      submit={say(words.cancelAndTell, { n: contest.people })}
      beside={
        <Button variant="default" onClick={close}>
          {say(words.keepIt)}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {say(words.cancelHelp)}
      </Text>
      <Textarea label={say(words.reason)} autosize minRows={2} data-autofocus {...form.field('reason')} />
    </Form>
  )
}
