import { Button, CopyButton, Group, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { useDates } from '../../../../web/moment.tsx'
import { Sheet } from '../../../../web/page.tsx'
import { accountMessages as words } from '../messages.ts'

export type Handed = { personName: string; path: string; expiresAt: Date }

/** A link that is shown this once: to scan, to copy, or on paper for those who have neither e-mail nor a phone at hand. */
export function InvitationToHand({ personName, path, expiresAt }: Handed) {
  const say = useWords()
  const dates = useDates()
  const address = `${location.origin}${path}`
  const { data: picture } = useQuery({
    queryKey: ['qr', address],
    queryFn: async () => (await import('qrcode')).toDataURL(address, { margin: 2, width: 220 }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Sheet>
      <Text fw={600} component="h3" m={0}>
        {say(words.inviteTitle, { name: personName })}
      </Text>
      <Text size="sm" c="dimmed">
        {say(words.inviteHelp, { until: dates.moment(expiresAt) })}
      </Text>
      {picture && <img className="qr" src={picture} width={220} height={220} alt={say(words.scan)} />}
      <TextInput readOnly aria-label={say(words.copy)} value={address} onFocus={(event) => event.target.select()} />
      <Group gap="xs" mt="xs">
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {say(copied ? words.copied : words.copy)}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      </Group>
    </Sheet>
  )
}
