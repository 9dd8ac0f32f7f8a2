import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { useLanguage, useWords } from '../../../platform/i18n.ts'
import { addressOf, read } from '../../../platform/web.tsx'
import { useAddress } from '../../../web/address.ts'
import { Form, useForm } from '../../../web/form.tsx'
import { ButtonLink } from '../../../web/link.tsx'
import { useMe } from '../../../web/me.ts'
import { useDates } from '../../../web/moment.tsx'
import { Page, Sheet, State } from '../../../web/page.tsx'
import { SidePanel } from '../../../web/panel.tsx'
import { Empty, Loading } from '../../../web/states.tsx'
import { type Credential, certificateFile, credentialFile, listCredentials, revokeCredential } from '../contract.ts'
import { kindWords } from '../messages.ts'
import { writtenTime } from '../rules.ts'
import { pageWords as words } from './messages.ts'

/** One's own certificates. */
export function MyCertificatesPage() {
  const say = useWords()
  const me = useMe()
  return me ? <Certificates personId={me.personId} title={say(words.mine)} /> : <Loading shape="page" />
}

/** Somebody's certificates, for those in whose part of the tree they are. */
export function CertificatesPage() {
  const { personId } = useParams({ strict: false }) as { personId: string }
  return <Certificates personId={personId} />
}

const Address = z.object({ revoke: z.uuid().optional().catch(undefined) })

function Certificates({ personId, title }: { personId: string; title?: string }) {
  const say = useWords()
  const [address, setAddress] = useAddress(Address)
  const { data } = useSuspenseQuery(read(listCredentials, { personId }))
  const close = () => setAddress({ revoke: undefined })
  const chosen = data.find(({ id, mayRevoke }) => id === address.revoke && mayRevoke)
  const name = data[0]?.personName
  return (
    <Page
      title={title ?? (name ? say(words.of, { name }) : say(words.mine))}
      about={say(words.about)}
      actions={title && <ButtonLink to={'/certificates/new' as '/'}>{say(words.getOne)}</ButtonLink>}
    >
      {data.length === 0 && <Empty>{say(words.none)}</Empty>}
      <Stack gap="sm">
        {data.map((one) => (
          <Certificate key={one.id} certificate={one} revoke={() => setAddress({ revoke: one.id })} />
        ))}
      </Stack>
      <SidePanel title={say(words.revoke)} open={chosen !== undefined} onClose={close}>
        {chosen && <Revoke certificate={chosen} done={close} />}
      </SidePanel>
    </Page>
  )
}

function Certificate({ certificate, revoke }: { certificate: Credential; revoke: () => void }) {
  const say = useWords()
  const language = useLanguage()
  const dates = useDates()
  const { id, kind, title, minutes, fromDate, toDate, organizationName, issuedAt, revokedAt, verifyPath } = certificate
  const period = say(words.period, { from: dates.day(fromDate), to: dates.day(toDate) })
  const facts = [organizationName, period, minutes === null ? null : writtenTime(language, minutes)]
  return (
    <Sheet>
      <Group justify="space-between" gap="xs">
        <Title order={2}>{title ?? say(kindWords[kind])}</Title>
        <Standing certificate={certificate} />
      </Group>
      <Text>{facts.filter(Boolean).join(' · ')}</Text>
      <Text size="sm" c="dimmed">
        {[certificate.roles.join('、'), say(words.issued, { date: dates.dayAt(issuedAt) })].filter(Boolean).join(' · ')}
      </Text>
      <Group gap="md" mt="xs">
        <Anchor href={addressOf(certificateFile, { credentialId: id })} target="_blank">
          {say(words.print)}
        </Anchor>
        <Anchor href={addressOf(credentialFile, { credentialId: id })} download>
          {say(words.file)}
        </Anchor>
        <Anchor href={verifyPath}>{say(words.verify)}</Anchor>
        {certificate.mayRevoke && !revokedAt && (
          <Button variant="default" size="compact-sm" onClick={revoke}>
            {say(words.revoke)}
          </Button>
        )}
      </Group>
    </Sheet>
  )
}

function Standing({ certificate: { revokedAt, revokeReason, expiresAt } }: { certificate: Credential }) {
  const say = useWords()
  const dates = useDates()
  if (revokedAt)
    return <State tone="late">{say(words.revoked, { date: dates.dayAt(revokedAt), reason: revokeReason ?? '' })}</State>
  return (
    <State tone="do">{expiresAt ? say(words.validUntil, { date: dates.dayAt(expiresAt) }) : say(words.valid)}</State>
  )
}

function Revoke({ certificate, done }: { certificate: Credential; done: () => void }) {
  const say = useWords()
  const title = certificate.title ?? say(kindWords[certificate.kind])
  const form = useForm(revokeCredential, { initial: { credentialId: certificate.id, reason: '' }, done })
  return (
    <Form form={form} submit={say(words.revokeOf, { title })}>
      <Text size="sm" c="dimmed">
        {say(words.revokeHelp)}
      </Text>
      <TextInput label={say(words.reason)} {...form.field('reason')} />
    </Form>
  )
}
