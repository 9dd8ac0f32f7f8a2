import { Button, Group, Select, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Sheet } from '../../../../web/page.tsx'
import { PersonPicker } from '../../../activities/pages/pickers.tsx'
import { whoAmI } from '../../../organizations/me/contract.ts'
import { holdersOf } from '../../../organizations/rules.ts'
import { ScopePicker } from '../../pages/scope.tsx'
import { endSchedule, listSchedules, setSchedule } from '../schedules/contract.ts'
import { scheduleKinds } from '../schedules/rules.ts'
import { messages } from './messages.ts'

/** Which reports come by themselves, for whom, and how to have one come. */
export function Schedules() {
  const say = useWords()
  const notice = useNotice()
  const [adding, setAdding] = useState(false)
  const { data } = useSuspenseQuery(read(listSchedules, {}))
  const ending = useMutation(write(endSchedule))
  return (
    <Sheet>
      {data.length === 0 && !adding && <Text c="dimmed">{say(messages.noSchedules)}</Text>}
      {data.map(({ id, kind, organization, signer, mayChange }) => {
        const name = `${organization.name} · ${say(messages[kind])}`
        return (
          <Group key={id} justify="space-between">
            <span>
              {name}
              <Text span size="sm" c="dimmed">
                {' · '}
                {say(messages.signedBy, { name: signer.name })}
              </Text>
            </span>
            {mayChange && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`${say(messages.endSchedule)}: ${name}`}
                onClick={() =>
                  ending.mutate({ scheduleId: id }, { onSuccess: () => notice(say(messages.scheduleEnded, { name })) })
                }
              >
                {say(messages.endSchedule)}
              </Button>
            )}
          </Group>
        )
      })}
      {adding ? (
        <NewSchedule done={() => setAdding(false)} />
      ) : (
        <Button variant="default" mt="sm" onClick={() => setAdding(true)}>
          {say(messages.schedule)}
        </Button>
      )}
    </Sheet>
  )
}

function NewSchedule({ done }: { done: () => void }) {
  const say = useWords()
  const language = useLanguage()
  const { data: me } = useSuspenseQuery(read(whoAmI, {}))
  const [own] = me.roles
    .filter(({ role }) => holdersOf('writeReports').includes(role))
    .sort((a, b) => a.path.length - b.path.length)
  const organizationId = own?.organizationId ?? ''
  const form = useForm(setSchedule, {
    initial: { organizationId, kind: 'weekly', language, signerId: me.personId },
    done,
  })
  const { values } = form
  return (
    <Form form={form} submit={say(messages.schedule)}>
      <ScopePicker
        scope={values.organizationId === organizationId ? undefined : values.organizationId}
        onChange={(next) => form.set('organizationId', next ?? organizationId)}
      />
      <Select
        label={say(messages.scheduleKind)}
        allowDeselect={false}
        data={scheduleKinds.map((kind) => ({ value: kind, label: say(messages[kind]) }))}
        {...form.field('kind')}
      />
      <Select
        label={say(messages.language)}
        allowDeselect={false}
        data={[
          { value: 'zh-CN', label: say(messages.chinese) },
          { value: 'en', label: say(messages.english) },
        ]}
        {...form.field('language')}
      />
      <PersonPicker
        label={say(messages.signer)}
        known={[{ value: me.personId, label: me.name }]}
        value={values.signerId}
        onChange={(next) => form.set('signerId', next ?? me.personId)}
      />
    </Form>
  )
}
