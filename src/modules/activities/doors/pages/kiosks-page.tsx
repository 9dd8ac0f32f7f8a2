import './doors.css'
import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { read, write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { Moment, useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Page, Section } from '../../../../web/page.tsx'
import { Rows } from '../../../../web/rows.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import { OrganizationPicker } from '../../pages/pickers.tsx'
import { createKiosk, type Kiosk, listKiosks, renewKiosk, revokeKiosk } from '../kiosks/contract.ts'
import { kioskWords } from '../messages.ts'

type Fresh = { name: string; code: string; codeUntil: Date }

/** The tablets at the doors: let in by a code, renewed, stopped. */
export function KiosksPage() {
  const say = useWords()
  const notice = useNotice()
  const { data: kiosks } = useSuspenseQuery(read(listKiosks, {}))
  const [fresh, setFresh] = useState<Fresh | null>(null)
  const renew = useMutation({ ...write(renewKiosk), onSuccess: setFresh })
  const revoke = useMutation(write(revokeKiosk))
  const stop = ({ id: kioskId, name }: Kiosk) =>
    revoke.mutate({ kioskId }, { onSuccess: () => notice(say(kioskWords.revoked, { name })) })
  return (
    <Page title={say(kioskWords.title)} about={say(kioskWords.about)}>
      {fresh && <FreshCode fresh={fresh} />}
      <Trouble error={renew.error ?? revoke.error} />
      {kiosks.length === 0 ? (
        <Empty>{say(kioskWords.none)}</Empty>
      ) : (
        <Rows
          name={say(kioskWords.title)}
          rows={kiosks}
          rowKey={(one) => one.id}
          columns={[
            { key: 'name', head: say(kioskWords.name), cell: (one) => one.name },
            { key: 'where', head: say(kioskWords.organization), cell: (one) => one.organizationName },
            {
              key: 'seen',
              head: say(kioskWords.seen),
              fact: true,
              cell: (one) => (one.seenAt ? <Moment at={one.seenAt} /> : say(kioskWords.waits)),
            },
            {
              key: 'does',
              head: say(kioskWords.enrolled),
              fact: true,
              cell: (one) => (
                <Group gap="xs">
                  <Button variant="default" onClick={() => renew.mutate({ kioskId: one.id })}>
                    {say(kioskWords.renew)}
                  </Button>
                  <Button variant="default" onClick={() => stop(one)}>
                    {say(kioskWords.revoke)}
                  </Button>
                </Group>
              ),
            },
          ]}
        />
      )}
      <Section title={say(kioskWords.add)}>
        <NewKiosk onMade={setFresh} />
      </Section>
    </Page>
  )
}

function FreshCode({ fresh }: { fresh: Fresh }) {
  const say = useWords()
  const dates = useDates()
  return (
    <div className="sheet" role="status">
      <Text fw={600}>{fresh.name}</Text>
      <Text className="kiosk-code">{fresh.code}</Text>
      <Text>{say(kioskWords.enter, { address: `${location.origin}/kiosk`, time: dates.time(fresh.codeUntil) })}</Text>
    </div>
  )
}

function NewKiosk({ onMade }: { onMade: (fresh: Fresh) => void }) {
  const say = useWords()
  const form = useForm(createKiosk, { initial: { organizationId: '', name: '' }, done: onMade })
  return (
    <Form form={form} submit={say(kioskWords.add)}>
      <TextInput label={say(kioskWords.name)} {...form.field('name')} />
      <OrganizationPicker
        label={say(kioskWords.organization)}
        known={[]}
        value={String(form.values.organizationId ?? '') || null}
        onChange={(id) => form.set('organizationId', id ?? '')}
      />
    </Form>
  )
}
