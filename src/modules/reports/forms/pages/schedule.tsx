import { Button, Group, Select, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { PersonPicker } from '../../../activities/pages/pickers.tsx'
import { whoAmI } from '../../../organizations/me/contract.ts'
import { rhythms } from '../../rhythm/rules.ts'
import type { FormCard } from '../keeping/contract.ts'
import { endFormSchedule, readFormSchedule, type Schedule, setFormSchedule } from '../keeping/schedules/contract.ts'
import { inWords } from './forms-page.tsx'
import { rhythmWords, formWords as words } from './messages.ts'

/** When the form fills itself, and the way to set it, change it or stop it. */
export function FillSchedule({ form }: { form: FormCard }) {
  const say = useWords()
  const notice = useNotice()
  const [setting, setSetting] = useState(false)
  const { data } = useSuspenseQuery(read(readFormSchedule, { formId: form.id }))
  const { schedule } = data
  const ending = useMutation({ ...write(endFormSchedule), onSuccess: () => notice(say(words.scheduleEnded)) })
  return (
    <>
      {schedule ? <Next schedule={schedule} /> : <Text c="dimmed">{say(words.noSchedule)}</Text>}
      <Trouble error={ending.error} />
      {form.mayWrite && !form.retired && (
        <Group gap="xs" mt="xs">
          <Button variant="default" onClick={() => setSetting(true)}>
            {say(schedule ? words.changeSchedule : words.setSchedule)}
          </Button>
          {schedule && (
            <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate({ formId: form.id })}>
              {say(words.endSchedule)}
            </Button>
          )}
        </Group>
      )}
      <SidePanel title={say(words.schedule)} open={setting} onClose={() => setSetting(false)}>
        <SetSchedule form={form} schedule={schedule} done={() => setSetting(false)} />
      </SidePanel>
    </>
  )
}

function Next({ schedule: { rhythm, person, mayFill, next } }: { schedule: Schedule }) {
  const say = useWords()
  const dates = useDates()
  return (
    <>
      <Text>{say(rhythmWords[rhythm])}</Text>
      {mayFill ? (
        <Text>
          {say(words.nextFill, { day: dates.day(next.on), period: inWords(next.period, say), name: person.name })}
          {!next.announced && ` ${say(words.mayMove)}`}
        </Text>
      ) : (
        <Text>{say(words.mayFillNoMore, { name: person.name })}</Text>
      )}
    </>
  )
}

function SetSchedule({ form: kept, schedule, done }: { form: FormCard; schedule: Schedule | null; done: () => void }) {
  const say = useWords()
  const { data: me } = useSuspenseQuery(read(whoAmI, {}))
  const myself = { id: me.personId, name: me.name }
  const person = schedule?.person ?? myself
  const form = useForm(setFormSchedule, {
    initial: { formId: kept.id, rhythm: schedule?.rhythm ?? 'month', personId: person.id },
    done,
  })
  return (
    <Form form={form} submit={say(words.save)}>
      <Select
        label={say(words.rhythm)}
        allowDeselect={false}
        data={rhythms.map((value) => ({ value, label: say(rhythmWords[value]) }))}
        {...form.field('rhythm')}
      />
      <PersonPicker
        label={say(words.told)}
        description={say(words.toldAbout)}
        known={[person, myself].map(({ id, name }) => ({ value: id, label: name }))}
        value={form.values.personId}
        onChange={(next) => form.set('personId', next ?? person.id)}
      />
    </Form>
  )
}
