import { Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, Sheet } from '../../../../web/page.tsx'
import { type Session, writeMinutes } from '../contract.ts'
import { sessionWords as words } from '../messages.ts'
import { Points, pointsOf } from './points.tsx'

/** What was said and decided, by whoever took notes. */
export function Minutes({ session }: { session: Session }) {
  const say = useWords()
  const dates = useDates()
  const [writing, setWriting] = useState(false)
  const { minutes, decisions, notedBy, notedAt, may } = session
  return (
    <Section
      title={say(words.minutes)}
      actions={
        may.note &&
        !writing && (
          <Button variant="default" onClick={() => setWriting(true)}>
            {say(words.writeMinutes)}
          </Button>
        )
      }
    >
      {writing ? (
        <Sheet>
          <Write session={session} done={() => setWriting(false)} />
        </Sheet>
      ) : !minutes && decisions.length === 0 ? (
        <p className="sheet quiet">{say(words.noMinutes)}</p>
      ) : (
        <Sheet>
          {minutes && <p className="material-text">{minutes}</p>}
          {decisions.length > 0 && (
            <>
              <Text component="h3" fw={600} mt="sm">
                {say(words.decisions)}
              </Text>
              <Points of={decisions} />
            </>
          )}
          {notedBy && notedAt && (
            <Text size="sm" c="dimmed" mt="sm">
              {say(words.notedBy, { name: notedBy, when: dates.moment(notedAt) })}
            </Text>
          )}
        </Sheet>
      )}
    </Section>
  )
}

function Write({ session, done }: { session: Session; done: () => void }) {
  const say = useWords()
  const { activityId, minutes, decisions, revision } = session
  const form = useForm(writeMinutes, { initial: { activityId, minutes: minutes ?? '', decisions, revision }, done })
  return (
    <Form
      form={form}
      submit={say(words.save)}
      beside={
        <Button variant="default" onClick={done}>
          {say(words.cancel)}
        </Button>
      }
    >
      <Textarea label={say(words.minutesText)} autosize minRows={6} data-autofocus {...form.field('minutes')} />
      <Textarea
        label={say(words.decisions)}
        description={say(words.decisionsHelp)}
        autosize
        minRows={2}
        name="decisions"
        error={form.errors.decisions}
        defaultValue={decisions.join('\n')}
        onChange={(event) => form.set('decisions', pointsOf(event.currentTarget.value))}
      />
    </Form>
  )
}
