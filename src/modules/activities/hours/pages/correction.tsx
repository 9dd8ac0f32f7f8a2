import { NumberInput, Text, Textarea } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useHours } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { correctHours, type HoursEntry, hoursOfActivity } from '../contract.ts'
import { hoursWords } from '../messages.ts'
import { approvedOf } from '../rules.ts'
import { Origins } from './hours-list.tsx'
import './hours.css'

type Whose = { activityId: string; personId: string }

/** Somebody's hours at one activity put right: what counts now and why, what it should be, and who then decides. */
export function CorrectionPanel({ name, whose, onClose }: { name?: string; whose: Whose | null; onClose: () => void }) {
  const say = useWords()
  return (
    <SidePanel
      title={name ? say(hoursWords.correctOf, { name }) : say(hoursWords.correctMine)}
      open={whose !== null}
      onClose={onClose}
    >
      {whose && <Correction {...whose} onClose={onClose} />}
    </SidePanel>
  )
}

function Correction({ activityId, personId, onClose }: Whose & { onClose: () => void }) {
  const say = useWords()
  const hours = useHours()
  const { data } = useSuspenseQuery(read(hoursOfActivity, { activityId }))
  const entries = data.filter((one) => one.personId === personId && one.state !== 'replaced')
  return (
    <>
      <div className="sheet sheet-pad hours-now">
        <Text fw={600}>
          {entries.length === 0
            ? say(hoursWords.nothingYet)
            : say(hoursWords.countsNow, { hours: hours(approvedOf(entries)) })}
        </Text>
        <Origins entries={entries} />
        {entries.some(({ state }) => state === 'open') && (
          <Text size="sm" mt="xs">
            {say(hoursWords.replaces)}
          </Text>
        )}
      </div>
      <CorrectionForm activityId={activityId} personId={personId} entries={entries} onClose={onClose} />
    </>
  )
}

function CorrectionForm({
  activityId,
  personId,
  entries,
  onClose,
}: Whose & { entries: readonly HoursEntry[]; onClose: () => void }) {
  const say = useWords()
  const notice = useNotice()
  const form = useForm(correctHours, {
    initial: { activityId, personId, minutes: approvedOf(entries), reason: '' },
    done: () => {
      notice(say(hoursWords.asked))
      onClose()
    },
  })
  return (
    <Form form={form} submit={say(hoursWords.ask)}>
      <NumberInput
        label={say(hoursWords.wanted)}
        defaultValue={form.values.minutes / 60}
        min={0}
        max={24}
        step={0.5}
        decimalScale={2}
        inputMode="decimal"
        onChange={(value) => form.set('minutes', Math.round(Number(value) * 60))}
        error={form.errors.minutes}
      />
      <Textarea label={say(hoursWords.reason)} autosize minRows={2} {...form.field('reason')} />
      <Text size="sm" c="dimmed">
        {say(hoursWords.secondPerson)}
      </Text>
    </Form>
  )
}
