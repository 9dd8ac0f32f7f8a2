import { Button, FileButton, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, upload, write } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { useMe } from '../../../../web/me.ts'
import { Day, useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Section } from '../../../../web/page.tsx'
import { Empty, Trouble } from '../../../../web/states.tsx'
import {
  addEvidence,
  addEvidenceFile,
  confirmEvidence,
  type Evidence,
  type Objective,
  readEvidenceFile,
  removeEvidence,
} from '../contract.ts'
import { objectiveWords as words } from '../messages.ts'

/** What no record can count, each piece with its file and the second person who saw it. */
export function EvidencePart({ objective }: { objective: Objective }) {
  const say = useWords()
  const dates = useDates()
  const [adding, setAdding] = useState(false)
  const form = useForm(addEvidence, {
    initial: { objectiveId: objective.id, what: '', onDate: dates.today() },
    done: () => setAdding(false),
  })
  return (
    <Section title={say(words.evidence)}>
      <Text size="sm" c="dimmed" mb="sm">
        {say(words.evidenceAbout)}
      </Text>
      {objective.evidence.length === 0 ? (
        <Empty>{say(words.noEvidence)}</Empty>
      ) : (
        <ul className="sheet lines">
          {objective.evidence.map((piece) => (
            <Piece key={piece.id} piece={piece} />
          ))}
        </ul>
      )}
      {adding ? (
        <Form form={form} submit={say(words.keep)}>
          <TextInput label={say(words.what)} {...form.field('what')} />
          <TextInput type="date" label={say(words.onDate)} {...form.field('onDate')} />
        </Form>
      ) : (
        <Button mt="sm" variant="default" onClick={() => setAdding(true)}>
          {say(words.addEvidence)}
        </Button>
      )}
    </Section>
  )
}

function Piece({ piece }: { piece: Evidence }) {
  const say = useWords()
  const me = useMe()
  const notice = useNotice()
  const client = useQueryClient()
  const confirm = useMutation(write(confirmEvidence))
  const remove = useMutation(write(removeEvidence))
  const send = useMutation({
    mutationFn: (file: File) => upload(addEvidenceFile, { evidenceId: piece.id }, file),
    onSuccess: () => client.invalidateQueries(),
  })
  const { id, what, onDate, fileName, enteredBy, confirmedBy } = piece
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div>
          <Text>
            {what} · <Day of={onDate} />
          </Text>
          <Text size="sm" c="dimmed">
            {say(words.enteredBy, { name: enteredBy.name })} ·{' '}
            {confirmedBy ? say(words.confirmedBy, { name: confirmedBy }) : say(words.unconfirmed)}
          </Text>
          {fileName && (
            <a href={addressOf(readEvidenceFile, { evidenceId: id })} download>
              {fileName}
            </a>
          )}
        </div>
        <Group gap="xs">
          {!confirmedBy && me?.personId === enteredBy.id && (
            <FileButton onChange={(file) => file && send.mutate(file)}>
              {(props) => (
                <Button {...props} size="compact-sm" variant="default" loading={send.isPending}>
                  {say(words.file)}
                </Button>
              )}
            </FileButton>
          )}
          {piece.mayConfirm && (
            <Button size="compact-sm" loading={confirm.isPending} onClick={() => confirm.mutate({ evidenceId: id })}>
              {say(words.confirm)}
            </Button>
          )}
          {piece.mayRemove && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => remove.mutate({ evidenceId: id }, { onSuccess: () => notice(say(words.pieceRemoved)) })}
            >
              {say(words.remove)}
            </Button>
          )}
        </Group>
      </Group>
      <Trouble error={send.error ?? confirm.error ?? remove.error} />
    </li>
  )
}
