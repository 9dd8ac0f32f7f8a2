import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../../platform/i18n.ts'
import { read, write } from '../../../../../platform/web.tsx'
import { Form, useForm } from '../../../../../web/form.tsx'
import { useDates } from '../../../../../web/moment.tsx'
import { useNotice } from '../../../../../web/notice.tsx'
import { Empty } from '../../../../../web/states.tsx'
import { listVersions, nameVersion, removeVersion, type Version } from '../../versions/contract.ts'
import { messages } from './messages.ts'

/** A moment as a reader speaks of it. */
export type Named = { seq: number; name: string }

/** The moments that have a name: compared with now, gone back to. */
export function VersionsPanel({
  reportId,
  mayWrite,
  compare,
  restore,
}: {
  reportId: string
  mayWrite: boolean
  compare: (from: number) => void
  restore: (moment: Named) => void
}) {
  const say = useWords()
  const { data: versions } = useSuspenseQuery(read(listVersions, { reportId }))
  return (
    <>
      {mayWrite && <NameForm reportId={reportId} submit={say(messages.nameNow)} done={() => {}} />}
      {versions.length === 0 && <Empty>{say(messages.noVersions)}</Empty>}
      {versions.map((version) => (
        <section key={version.id} className="past-version">
          <h3>{version.name}</h3>
          <NamedBy version={version} />
          <Group gap="xs" mt="xs">
            <Button size="compact-sm" variant="default" onClick={() => compare(version.seq)}>
              {say(messages.compareWithNow)}
            </Button>
            {mayWrite && (
              <>
                <Button size="compact-sm" variant="default" onClick={() => restore(version)}>
                  {say(messages.restore)}
                </Button>
                <RemoveName reportId={reportId} version={version} />
              </>
            )}
          </Group>
        </section>
      ))}
    </>
  )
}

function NamedBy({ version: { namedBy, namedAt } }: { version: Version }) {
  const say = useWords()
  const dates = useDates()
  const when = dates.moment(namedAt)
  return (
    <Text size="sm" c="dimmed">
      {namedBy ? say(messages.namedBy, { who: namedBy, when }) : when}
    </Text>
  )
}

function RemoveName({ reportId, version: { id, name, seq } }: { reportId: string; version: Version }) {
  const say = useWords()
  const notice = useNotice()
  const naming = useMutation(write(nameVersion))
  const removing = useMutation({
    ...write(removeVersion),
    onSuccess: () => notice(say(messages.removed, { name }), () => naming.mutateAsync({ reportId, name, seq })),
  })
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={`${say(messages.removeName)}: ${name}`}
      onClick={() => removing.mutate({ versionId: id })}
    >
      {say(messages.removeName)}
    </Button>
  )
}

/** Gives an earlier moment a name. */
export function NameVersion({ reportId, seq }: { reportId: string; seq: number }) {
  const say = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        {say(messages.nameThis)}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={say(messages.nameThis)}>
        <NameForm reportId={reportId} seq={seq} submit={say(messages.nameThis)} done={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function NameForm({
  reportId,
  seq,
  submit,
  done,
}: {
  reportId: string
  seq?: number
  submit: string
  done: () => void
}) {
  const say = useWords()
  const notice = useNotice()
  const form = useForm(nameVersion, {
    initial: { reportId, name: '', ...(seq === undefined ? {} : { seq }) },
    done: ({ name }) => {
      form.reset()
      notice(say(messages.named, { name }))
      done()
    },
  })
  return (
    <Form form={form} submit={submit}>
      <TextInput label={say(messages.name)} description={say(messages.nameHelp)} {...form.field('name')} />
    </Form>
  )
}
