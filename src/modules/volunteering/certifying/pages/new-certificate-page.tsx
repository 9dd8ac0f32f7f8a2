import { Text, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../../platform/i18n.ts'
import { read } from '../../../../platform/web.tsx'
import { Form, useForm } from '../../../../web/form.tsx'
import { PageLink } from '../../../../web/link.tsx'
import { useMe } from '../../../../web/me.ts'
import { useHours } from '../../../../web/moment.tsx'
import { Page, Sheet } from '../../../../web/page.tsx'
import { Loading, Part } from '../../../../web/states.tsx'
import { certifyHours, hoursToCertify } from '../contract.ts'
import { certifyWords } from '../messages.ts'

/** Has one's own hours certified. */
export function NewCertificatePage() {
  const say = useWords()
  const me = useMe()
  return (
    <Page
      title={say(certifyWords.title)}
      about={say(certifyWords.about)}
      back={<PageLink to={'/certificates' as '/'}>{say(certifyWords.back)}</PageLink>}
    >
      <Sheet>{me ? <Period personId={me.personId} /> : <Loading shape="page" />}</Sheet>
    </Page>
  )
}

function Period({ personId }: { personId: string }) {
  const say = useWords()
  const navigate = useNavigate()
  const year = new Date().getFullYear()
  const form = useForm(certifyHours, {
    initial: { personId, from: `${year}-01-01`, to: `${year}-12-31` },
    done: () => void navigate({ to: '/certificates' as '/' }),
  })
  const { from, to } = form.values as { from: string; to: string }
  return (
    <Form form={form} submit={say(certifyWords.issue)}>
      <TextInput type="date" label={say(certifyWords.from)} {...form.field('from')} />
      <TextInput type="date" label={say(certifyWords.to)} {...form.field('to')} />
      {from && to && (
        <Part>
          <Stands personId={personId} from={from} to={to} />
        </Part>
      )}
    </Form>
  )
}

function Stands(period: { personId: string; from: string; to: string }) {
  const say = useWords()
  const hours = useHours()
  const { data } = useSuspenseQuery(read(hoursToCertify, period))
  return (
    <Text>
      {data.minutes > 0
        ? say(certifyWords.stands, { hours: hours(data.minutes), services: data.services })
        : say(certifyWords.nothing)}
    </Text>
  )
}
