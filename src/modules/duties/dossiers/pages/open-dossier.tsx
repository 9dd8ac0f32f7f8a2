import { NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { Form, useForm } from '../../../../web/form.tsx'
import { useDates } from '../../../../web/moment.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { ManyPicker, OrganizationPicker, PersonPicker } from '../../../activities/pages/pickers.tsx'
import { useScopes } from '../../../indicators/pages/scopes.ts'
import { openDossier } from '../contract.ts'
import { dossierWords as words } from '../messages.ts'

/** Five years are usual; the person has a month for their words, and the year has to be over. */
export function OpenDossier({ done }: { done: () => void }) {
  const say = useWords()
  const dates = useDates()
  const navigate = useNavigate()
  const notice = useNotice()
  const { largest, known } = useScopes()
  const thisYear = Number(dates.today().slice(0, 4))
  const form = useForm(openDossier, {
    initial: {
      personId: '',
      organizationId: largest ?? '',
      year: thisYear - 1,
      reviewerIds: [],
      commentBy: `${thisYear}-${dates.today() < `${thisYear}-03-01` ? '03-31' : '12-31'}`,
      eraseOn: `${thisYear + 5}-01-01`,
    },
    done: ({ id, maySee }) => {
      notice(say(words.opened))
      if (maySee) void navigate({ to: `/dossiers/${id}` as '/' })
      else done()
    },
  })
  const { personId, organizationId, year, reviewerIds } = form.values
  return (
    <Form form={form} submit={say(words.open)}>
      <PersonPicker
        label={say(words.person)}
        name="personId"
        error={form.errors.personId}
        known={[]}
        value={personId || null}
        onChange={(next) => form.set('personId', next ?? '')}
      />
      <OrganizationPicker
        label={say(words.organization)}
        name="organizationId"
        error={form.errors.organizationId}
        known={known}
        value={organizationId || null}
        onChange={(next) => form.set('organizationId', next ?? '')}
      />
      <NativeSelect
        label={say(words.year)}
        value={String(year)}
        data={[thisYear, thisYear - 1, thisYear - 2, thisYear - 3].map(String)}
        onChange={(event) => form.set('year', Number(event.currentTarget.value))}
      />
      <ManyPicker
        kind="person"
        label={say(words.reviewers)}
        description={say(words.reviewersAbout)}
        name="reviewerIds"
        error={form.errors.reviewerIds}
        known={[]}
        value={reviewerIds}
        onChange={(next) => form.set('reviewerIds', next)}
      />
      <TextInput type="date" label={say(words.commentBy)} {...form.field('commentBy')} />
      <TextInput
        type="date"
        label={say(words.eraseOn)}
        description={say(words.eraseAbout)}
        {...form.field('eraseOn')}
      />
    </Form>
  )
}
