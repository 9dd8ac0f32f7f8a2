import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { addDays } from '../../../../platform/zone.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Section, Sheet, State } from '../../../../web/page.tsx'
import type { VolunteerCard } from '../contract.ts'
import { noteMinor } from '../minors/contract.ts'
import { minorWords as words } from '../minors/messages.ts'

export function MinorPart({ person: { minor, mayLead }, change }: { person: VolunteerCard; change: () => void }) {
  const say = useWords()
  const dates = useDates()
  const button = mayLead && (
    <Button variant="default" size="sm" onClick={change}>
      {say(minor ? words.change : words.note)}
    </Button>
  )
  if (!minor) return <div className="time-line">{button}</div>
  const { until, guardianName, guardianAt } = minor
  return (
    <Section title={say(words.title)} actions={button}>
      <Sheet>
        {say(words.until, { day: dates.day(until, { relative: false }) })}{' '}
        {guardianAt ? (
          <State tone="do">
            {say(words.consented, { name: guardianName ?? '', day: dates.dayAt(guardianAt, { relative: false }) })}
          </State>
        ) : (
          <State tone="late">{say(words.missing)}</State>
        )}
      </Sheet>
    </Section>
  )
}

export function ChangeMinor({ person: { id: personId, minor }, done }: { person: VolunteerCard; done: () => void }) {
  const say = useWords()
  const dates = useDates()
  const form = useForm(noteMinor, {
    initial: {
      personId,
      until: minor?.until ?? addDays(dates.today(), 365),
      guardianName: minor?.guardianName ?? null,
      consents: minor?.guardianAt != null,
    },
    done,
  })
  const ofAge = useMutation({ ...write(noteMinor), onSuccess: done })
  return (
    <Form
      form={form}
      submit={say(words.save)}
      beside={
        minor && (
          <Button variant="default" onClick={() => ofAge.mutate({ personId, until: null })}>
            {say(words.ofAge)}
          </Button>
        )
      }
    >
      <TextInput type="date" label={say(words.untilLabel)} {...form.field('until')} value={form.values.until ?? ''} />
      <TextInput
        label={say(words.guardian)}
        name="guardianName"
        error={form.errors.guardianName}
        value={form.values.guardianName ?? ''}
        onChange={(event) => form.set('guardianName', event.currentTarget.value || null)}
      />
      <Checkbox label={say(words.consents)} {...form.box('consents')} />
    </Form>
  )
}
