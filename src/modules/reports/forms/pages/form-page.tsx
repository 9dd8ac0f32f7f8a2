import { Button, FileButton, Group, Text, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { addressOf, read, upload, write } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { Page, Section } from '../../../../web/page.tsx'
import { SidePanel } from '../../../../web/panel.tsx'
import { Part, Trouble } from '../../../../web/states.tsx'
import { PeriodBlank } from '../../../indicators/pages/blanks.tsx'
import { parsePeriod } from '../../../indicators/period/rules.ts'
import { OrganizationField } from '../../../organizations/pages/choosing.tsx'
import {
  changeForm,
  type FormCard,
  formBlank,
  placeStates,
  readForm,
  restoreForm,
  retireForm,
  uploadFormVersion,
} from '../keeping/contract.ts'
import { fillKeptForm } from '../keeping/fills/contract.ts'
import { Fills } from './fills.tsx'
import { workbooks } from './forms-page.tsx'
import { stateWords, formWords as words } from './messages.ts'
import { marks, Picture, placeKey } from './picture.tsx'
import { PlacePanel } from './place-panel.tsx'
import { FillSchedule } from './schedule.tsx'
import '../../../indicators/pages/asking.css'

const Address = z.object({
  period: z.string().optional().catch(undefined),
  place: z.string().optional().catch(undefined),
  panel: z.enum(['change']).optional().catch(undefined),
})

/** A form as it looks, what its places ask, and the button that fills it. */
export function FormPage() {
  const say = useWords()
  const { formId } = useParams({ strict: false }) as { formId: string }
  const { data: form } = useSuspenseQuery(read(readForm, { formId }))
  const [{ panel, ...address }, setAddress] = useAddress(Address)
  const dates = useDates()
  // what is demanded now is mostly of the year that is over
  const lastYear = String(Number(dates.today().slice(0, 4)) - 1)
  const period = address.period && parsePeriod(address.period) ? address.period : (form.lastFill?.period ?? lastYear)
  const place = form.found.find((own) => placeKey(own) === address.place)
  const { sure = 0, unsure = 0, open = 0 } = form.places
  return (
    <Page
      wide
      title={form.name}
      about={[form.sender, form.organization.name, say(words.placesOf, { sure, unsure, open })]
        .filter((text) => text !== '')
        .join(' · ')}
      back={<PageLink to={'/forms' as '/'}>{say(words.toForms)}</PageLink>}
      actions={
        form.mayWrite && (
          <Button variant="default" onClick={() => setAddress({ panel: 'change' }, { push: true })}>
            {say(words.change)}
          </Button>
        )
      }
    >
      <div className="form-filling">
        <PeriodBlank value={period} onChange={(next) => setAddress({ period: next })} />
        {form.mayWrite && !form.retired && <FillButton form={form} period={period} />}
      </div>
      {form.drawings.map((drawing) => (
        <div key={drawing.sheet}>
          <Picture
            drawing={drawing}
            places={form.found}
            chosen={address.place}
            onChoose={(key) => setAddress({ place: key }, { push: true })}
          />
          {drawing.cut && <Text size="sm">{say(words.cut)}</Text>}
        </div>
      ))}
      <ul className="form-legend">
        {placeStates.map((state) => (
          <li key={state}>
            <span aria-hidden="true">{marks[state]} </span>
            {say(stateWords[state])}
          </li>
        ))}
      </ul>
      <Section title={say(words.fills)}>
        <Part shape="text">
          <Fills formId={formId} />
        </Part>
      </Section>
      <Section title={say(words.schedule)}>
        <Part shape="text">
          <FillSchedule form={form} />
        </Part>
      </Section>
      <Blanks form={form} />
      <SidePanel
        title={place ? say(words.place, { cell: place.cell }) : ''}
        open={place !== undefined}
        onClose={() => setAddress({ place: undefined })}
      >
        {place && <PlacePanel key={`${form.version} ${placeKey(place)}`} form={form} place={place} period={period} />}
      </SidePanel>
      <SidePanel title={say(words.change)} open={panel === 'change'} onClose={() => setAddress({ panel: undefined })}>
        <Change form={form} onDone={() => setAddress({ panel: undefined })} />
      </SidePanel>
    </Page>
  )
}

function FillButton({ form, period }: { form: FormCard; period: string }) {
  const say = useWords()
  const navigate = useNavigate()
  const fill = useMutation({
    ...write(fillKeptForm),
    onSuccess: ({ id }) => void navigate({ to: `/forms/${form.id}/fills/${id}` as '/' }),
  })
  return (
    <>
      <Button loading={fill.isPending} onClick={() => fill.mutate({ formId: form.id, period })}>
        {say(words.fill)}
      </Button>
      <Trouble error={fill.error} />
    </>
  )
}

/** The blank itself: to be taken away, to be replaced by the next one, or put aside with its form. */
function Blanks({ form }: { form: FormCard }) {
  const say = useWords()
  const formId = form.id
  const take = useMutation({ mutationFn: (file: File) => upload(uploadFormVersion, { formId }, file) })
  const aside = useMutation(write(form.retired ? restoreForm : retireForm))
  return (
    <Section title={say(words.versionOf, { number: form.version })}>
      <Trouble error={take.error ?? aside.error} />
      <Group gap="xs">
        <Button
          component="a"
          href={addressOf(formBlank, { formId })}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {say(words.blank)}
        </Button>
        {form.mayWrite && (
          <>
            <FileButton accept={workbooks} onChange={(file) => file && take.mutate(file)}>
              {(button) => (
                <Button {...button} variant="default" loading={take.isPending}>
                  {say(words.newVersion)}
                </Button>
              )}
            </FileButton>
            <Button variant="default" loading={aside.isPending} onClick={() => aside.mutate({ formId })}>
              {say(form.retired ? words.restore : words.retire)}
            </Button>
          </>
        )}
      </Group>
    </Section>
  )
}

function Change({ form: { id, name, sender, organization }, onDone }: { form: FormCard; onDone: () => void }) {
  const say = useWords()
  const form = useForm(changeForm, {
    initial: { formId: id, name, sender, organizationId: organization.id },
    done: onDone,
  })
  return (
    <Form form={form} submit={say(words.save)}>
      <TextInput label={say(words.name)} {...form.field('name')} />
      <TextInput label={say(words.sender)} {...form.field('sender')} value={form.values.sender ?? ''} />
      <OrganizationField
        label={say(words.filledFor)}
        known={[{ value: organization.id, label: organization.name }]}
        value={form.values.organizationId}
        onChange={(next) => form.set('organizationId', next ?? organization.id)}
      />
    </Form>
  )
}
