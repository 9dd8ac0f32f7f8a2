import { Button, FileButton, SegmentedControl } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { useWords } from '../../../../platform/i18n.ts'
import { read, upload } from '../../../../platform/web.tsx'
import { useAddress } from '../../../../web/address.ts'
import { ButtonLink, PageLink } from '../../../../web/link.tsx'
import { Moment } from '../../../../web/moment.tsx'
import { Page } from '../../../../web/page.tsx'
import { type Column, Rows } from '../../../../web/rows.tsx'
import { Empty, Part, Trouble } from '../../../../web/states.tsx'
import { parsePeriod, periodWords } from '../../../indicators/period/rules.ts'
import { whoAmI } from '../../../organizations/me/contract.ts'
import { holdersOf } from '../../../organizations/rules.ts'
import { type FormLine, listForms, uploadForm } from '../keeping/contract.ts'
import { formWords as words } from './messages.ts'
import './forms.css'

const Address = z.object({ retired: z.enum(['yes', 'no']).catch('no').default('no') })
/** What a form is brought as. */
export const workbooks = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Who writes reports keeps forms and fills them. */
export function useMayWrite(): boolean {
  const { data: me } = useSuspenseQuery(read(whoAmI, {}))
  return me.roles.some(({ role }) => holdersOf('writeReports').includes(role))
}

/** The tables that somebody demands of the office. */
export function FormsPage() {
  const say = useWords()
  return (
    <Page
      title={say(words.forms)}
      about={say(words.about)}
      actions={
        <ButtonLink to={'/forms/same' as '/'} variant="default">
          {say(words.same)}
        </ButtonLink>
      }
    >
      <Part>
        <Forms />
      </Part>
    </Page>
  )
}

function Forms() {
  const say = useWords()
  const mayWrite = useMayWrite()
  const [{ retired }, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listForms, { retired }))
  const nothing = retired === 'yes' ? words.noneRetired : mayWrite ? words.none : words.noneReader
  return (
    <>
      <div className="form-tools">
        {mayWrite && <UploadForm />}
        <SegmentedControl
          aria-label={say(words.state)}
          value={retired}
          onChange={(next) => setAddress({ retired: next as typeof retired })}
          data={[
            { value: 'no', label: say(words.inUse) },
            { value: 'yes', label: say(words.retired) },
          ]}
        />
      </div>
      {data.length === 0 ? <Empty>{say(nothing)}</Empty> : <List forms={data} />}
    </>
  )
}

function UploadForm() {
  const say = useWords()
  const navigate = useNavigate()
  const take = useMutation({
    mutationFn: (file: File) => upload(uploadForm, {}, file),
    onSuccess: ({ id }) => void navigate({ to: `/forms/${id}` as '/' }),
  })
  return (
    <>
      <Trouble error={take.error} />
      <FileButton accept={workbooks} onChange={(file) => file && take.mutate(file)}>
        {(button) => (
          <Button {...button} loading={take.isPending} leftSection={<IconFileUpload size={18} aria-hidden="true" />}>
            {say(words.upload)}
          </Button>
        )}
      </FileButton>
    </>
  )
}

function List({ forms }: { forms: readonly FormLine[] }) {
  const say = useWords()
  const columns: Column<FormLine>[] = [
    {
      key: 'name',
      head: say(words.name),
      cell: ({ id, name }) => (
        <PageLink to={`/forms/${id}` as '/'} inherit>
          {name}
        </PageLink>
      ),
    },
    { key: 'sender', head: say(words.sender), fact: true, cell: ({ sender }) => sender },
    { key: 'for', head: say(words.filledFor), fact: true, cell: ({ organization }) => organization.name },
    {
      key: 'places',
      head: say(words.places),
      fact: true,
      cell: ({ places: { sure = 0, unsure = 0, open = 0 } }) => say(words.placesOf, { sure, unsure, open }),
    },
    {
      key: 'last',
      head: say(words.lastFilled),
      fact: true,
      cell: ({ lastFill }) =>
        lastFill ? (
          <>
            {inWords(lastFill.period, say)} · <Moment at={lastFill.at} />
          </>
        ) : (
          say(words.never)
        ),
    },
  ]
  return <Rows name={say(words.forms)} columns={columns} rows={forms} rowKey={({ id }) => id} />
}

/** A period as people say it. */
export function inWords(period: string, say: ReturnType<typeof useWords>): string {
  const known = parsePeriod(period)
  return known ? say(periodWords(known)) : period
}
