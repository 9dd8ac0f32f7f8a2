import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { read } from '../../../platform/web.tsx'
import { Form, useForm } from '../../../web/form.tsx'
import { useDates } from '../../../web/moment.tsx'
import { PersonPicker } from '../../activities/pages/pickers.tsx'
import { useScopes } from '../../indicators/pages/scopes.ts'
import { changeDuty, createDuty, type DutyCard, giveDuty, type Seat, seats } from '../contract.ts'
import { seatWords, dutyWords as words } from '../messages.ts'
import { listPolicies, readPolicy } from '../policies/contract.ts'
import { policyWords } from '../policies/messages.ts'

export function NewDuty({ fromDate, done }: { fromDate: string; done: () => void }) {
  const say = useWords()
  const { known } = useScopes()
  const form = useForm(createDuty, {
    initial: { organizationId: known[0]?.value ?? '', name: '', about: '', fromDate, policyId: null, sectionKey: null },
    done,
  })
  return (
    <Form form={form} submit={say(words.keep)}>
      <NativeSelect
        label={say(words.organization)}
        data={known}
        value={form.values.organizationId}
        onChange={(event) => form.set('organizationId', event.currentTarget.value)}
      />
      <TextInput label={say(words.name)} {...form.field('name')} />
      <Textarea label={say(words.what)} autosize minRows={2} {...form.field('about')} />
      <Source
        policyId={form.values.policyId ?? null}
        sectionKey={form.values.sectionKey ?? null}
        set={(source) => {
          form.set('policyId', source.policyId)
          form.set('sectionKey', source.sectionKey)
        }}
      />
      <TextInput type="date" label={say(words.fromDate)} {...form.field('fromDate')} />
    </Form>
  )
}

/** The policy that the duty comes from, and which section of it. */
function Source({
  policyId,
  sectionKey,
  set,
}: {
  policyId: string | null
  sectionKey: string | null
  set: (source: { policyId: string | null; sectionKey: string | null }) => void
}) {
  const say = useWords()
  const { data: known } = useQuery(read(listPolicies, {}))
  const { data: policy } = useQuery({ ...read(readPolicy, { policyId: policyId ?? '' }), enabled: policyId !== null })
  if (!known || known.policies.length === 0) return null
  const nothing = { value: '', label: say(policyWords.noPolicy) }
  const sections = (policy?.sections ?? []).map(({ key, heading, text }) => ({
    value: key,
    label: [heading, text.slice(0, 24)].filter(Boolean).join(' · '),
  }))
  return (
    <>
      <NativeSelect
        label={say(policyWords.from)}
        data={[nothing, ...known.policies.map(({ id, name }) => ({ value: id, label: name }))]}
        value={policyId ?? ''}
        onChange={(event) => set({ policyId: event.currentTarget.value || null, sectionKey: null })}
      />
      {policyId !== null && (
        <NativeSelect
          label={say(policyWords.section)}
          data={[{ value: '', label: say(policyWords.wholePolicy) }, ...sections]}
          value={sectionKey ?? ''}
          onChange={(event) => set({ policyId, sectionKey: event.currentTarget.value || null })}
        />
      )}
    </>
  )
}

export function ChangeDuty({ duty, done }: { duty: DutyCard; done: () => void }) {
  const say = useWords()
  const { id, name, about, fromDate, toDate, policy } = duty
  const source = { policyId: policy?.id ?? null, sectionKey: policy?.sectionKey ?? null }
  const form = useForm(changeDuty, { initial: { dutyId: id, name, about, fromDate, toDate, ...source }, done })
  return (
    <Form form={form} submit={say(words.keep)}>
      <TextInput label={say(words.name)} {...form.field('name')} />
      <Textarea label={say(words.what)} autosize minRows={2} {...form.field('about')} />
      <Source
        policyId={form.values.policyId ?? null}
        sectionKey={form.values.sectionKey ?? null}
        set={(source) => {
          form.set('policyId', source.policyId)
          form.set('sectionKey', source.sectionKey)
        }}
      />
      <TextInput type="date" label={say(words.fromDate)} {...form.field('fromDate')} />
      <TextInput
        type="date"
        label={say(words.toDate)}
        value={form.values.toDate ?? ''}
        error={form.errors.toDate}
        onChange={(event) => form.set('toDate', event.currentTarget.value || null)}
      />
    </Form>
  )
}

export function GiveDuty({ duty, done }: { duty: DutyCard; done: () => void }) {
  const say = useWords()
  const dates = useDates()
  const form = useForm(giveDuty, {
    initial: { dutyId: duty.id, personId: '', seat: 'holder', fromDate: dates.today() },
    done,
  })
  return (
    <Form form={form} submit={say(words.give)}>
      <PersonPicker
        label={say(words.person)}
        name="personId"
        error={form.errors.personId}
        known={[]}
        value={form.values.personId || null}
        onChange={(next) => form.set('personId', next ?? '')}
      />
      <NativeSelect
        label={say(words.seat)}
        data={seats.map((seat) => ({ value: seat, label: say(seatWords[seat]) }))}
        value={form.values.seat}
        onChange={(event) => form.set('seat', event.currentTarget.value as Seat)}
      />
      <TextInput type="date" label={say(words.fromDate)} {...form.field('fromDate')} />
    </Form>
  )
}
