import { useWords } from '../../../platform/i18n.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { useNotice } from '../../../web/notice.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { type Activity, invitePeople } from '../contract.ts'
import { activityWords } from './messages.ts'
import { ManyPicker } from './pickers.tsx'

export function InvitePanel({ activity, open, onClose }: { activity: Activity; open: boolean; onClose: () => void }) {
  const say = useWords()
  return (
    <SidePanel title={say(activityWords.invite)} open={open} onClose={onClose}>
      <InviteForm activity={activity} onClose={onClose} />
    </SidePanel>
  )
}

function InviteForm({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const say = useWords()
  const notice = useNotice()
  const form = useForm(invitePeople, {
    initial: { activityId: activity.id, personIds: [] },
    done: (_, { personIds }) => {
      notice(say(activityWords.invited, { count: personIds.length }))
      onClose()
    },
  })
  const field = form.field('personIds')
  return (
    <Form form={form} submit={say(activityWords.invite)}>
      <ManyPicker
        kind="person"
        label={say(activityWords.people)}
        name="personIds"
        error={field.error}
        known={[]}
        value={form.values.personIds}
        onChange={(personIds) => form.set('personIds', personIds)}
      />
    </Form>
  )
}
